import type { Command } from './command.ts';
import { when } from './when.ts';

/** As sentences.en.ts: with and without the mutations that people leave out on a phone, north and south. */

const iAm = "(?:dwi|dw i|rwy|rwyf|rydw i|wi|fi)(?:'n| yn)?";
const want = `(?:(?:plis|ac|a|na|sori|helo|diolch|${iAm}|hoffwn|hoffwn i|baswn i'n hoffi|byddwn i'n hoffi|eisiau|isio|ishe|moyn|am|dymuno|angen|ga i|gaf i|cael|[gc]ofyn|i chi|chi|allwch chi|fedrwch chi|wnewch chi|all rhywun|os gwelwch yn dda) )*`;
const end =
  '(?: (?:os gwelwch yn dda|plis|diolch|nawr|rŵan|rwan|eto|mwy|o gwbl|byth|rhagor|heddiw|yn llwyr|i gyd|chi|i chi|y cyngor))*';
const not =
  "(?:(?:plis|na|sori|ond|helo|os gwelwch yn dda) )*(?:peidiwch|paid|peidio|chewch chi ddim|cewch chi ddim|ni chewch|allwch chi ddim|allwch chi beidio|wnewch chi beidio|(?:dwi|dw i|rydw i) ddim (?:eisiau|isio|moyn|am) i chi|byddai'n well gen i i chi beidio|hoffwn i chi beidio)(?: (?:â|ag|a))?";

const wantNot =
  "(?:(?:plis|na|sori|ond) )*(?:(?:dwi|dw i|rydw i|rwyf|rwy|wi) ddim(?: yn)?|sa i(?: yn| 'n)?|sai(?:'n)?|nid wyf(?: i)?(?: yn)?|ddim(?: yn)?) (?:eisiau|isio|ishe|moyn|am|angen|dymuno)";

const about = '(?:amdana i|amdanaf|amdanaf i|ohona i|ohonof|arna i|arnaf)';
const thing =
  '(?:nata|data|ngwybodaeth|gwybodaeth|manylion|negeseuon|neges|atebion|ateb|rhif|rhif ffôn|enw|ngeiriau|geiriau|sylwadau|nghofnod|nghofnodion)(?: i)?';
const mine = `(?:(?:[gh]?oll|pob|yr) )*fy (?:holl )?${thing}`;
const held =
  "(?:popeth|bopeth|pob dim|bob dim|yr holl (?:ddata|wybodaeth|negeseuon)|y data|yr wybodaeth|y wybodaeth|beth|be|yr hyn|unrhyw beth|unrhyw ddata)(?: (?:sydd|sy|a))*(?: (?:gennych|gynnoch|ganddoch|gyda|'da|chi|rydych|dach|yn|ei|wedi|gadw|cadw|wybod|gwybod|ddywedais|ddudish|ddwedais|anfonais|ddanfonais|ysgrifennais|ddweud|deud|i|wrthych|wrthoch|atoch|amdana|amdanaf|arna))+";
const erase =
  '(?:dileu|dilëwch|dilea|ddileu|[dt]ynnwch|gwaredwch|chael gwared â|cael gwared ar|anghofiwch|anghofio)';

const words =
  "(?:fy ngeiriau|'ngeiriau|fy ateb|fy atebion|fy neges|fy negeseuon|fy sylwadau|fy stori|(?:yr hyn|beth|be|y pethau|unrhyw beth|dim byd)(?: a)? (?:ddywedais|ddwedais|ddudish|ddudais|anfonais|ysgrifennais|sgwennais|rydw i wedi'i ddweud|dwi wedi'i ddweud|dwi wedi deud))(?: i)?";
const publish =
  '(?:[dt]h?efnyddio|ddefnyddio|ch?yhoeddi|gyhoeddi|rh?annu|ddangos|dangos|d?dyfynnu|printio|argraffu|ailadrodd|postio|rhoi)';
const openly =
  '(?: (?:(?:i|wrth|gyda|gydag|efo) (?:neb|bobl|unrhyw un|eraill|neb arall|phobl|y cyhoedd)|yn gyhoeddus|ar-lein|ar lein|ar (?:eich|y) (?:gwefan|wefan)|yn unman|mewn adroddiad))*';
const outcome =
  "(?:(?:am|beth|be|pan|os) )?(?:(?:y|yr|hyn|hynny) ?)*(?:canlyniad|ganlyniad|canlyniadau|ganlyniadau|diweddariadau|ddiweddariadau|sy'n digwydd|fydd yn digwydd|sydd wedi digwydd|ddigwyddodd|penderfyniad|hyn|hynny|am hyn)";

export const welshSentences: Partial<Record<Command, readonly string[]>> = {
  person: [
    `${want}(?:siarad|sgwrsio|sgwrs|trafod)(?: (?:â|ag|a|gyda|gydag|efo|hefo))? (?:rhywun|rhywyn|pherson|person|berson|unigolyn|phobl go iawn|aelod o staff|un ohonoch)(?: (?:go iawn|arall|ar y ffôn|plîs))*${end}`,
  ],
  later: [
    `wedyn \\d{1,2}`,
    `(?:efallai |ddim nawr |ddim rŵan |atebaf |mi atebaf |mi wna i |wna i )*(?:wedyn|yn hwyrach|hwyrach ymlaen|nes ymlaen) ${when.cy}${end}`,
    `(?:(?:plis|allwch chi|fedrwch chi|na|ddim nawr|ddim rŵan|sori|dwi'n brysur|wnewch chi) )*(?:gofynnwch|gofyn|ofyn|gofynna|tecstiwch|tecstio|decstio|tecstia|atgoffwch|atgoffa|cysylltwch|cysylltu|gysylltu|anfonwch neges|dewch nôl|dewch yn ôl|holwch)(?: (?:i mi|i fi|fi|mi|ata i|ataf|atom|â mi|â fi|eto|hyn|wrtha i))*(?: (?:wedyn|yn hwyrach|nes ymlaen|rywbryd eto|rhywbryd eto|tro arall|dro arall|${when.cy}))+${end}`,
    `(?:(?:ddim nawr|ddim rŵan|sori|na) )*(?:atebaf|mi atebaf|mi wna i|wna i|ga i ateb|gaf i ateb|ddim tan|nid tan) ${when.cy}${end}`,
    `(?:peidiwch|paid)(?: â| ag)? (?:gofyn|th?ecstio|tecstio)(?: (?:i mi|fi|eto))* (?:tan|cyn) ${when.cy}${end}`,
  ],
  questions: [
    `${want}(?:gweld|weld|anfon|anfonwch|danfonwch|gyrrwch|dangos|dangoswch|darllen)(?: (?:i mi|ata i|ataf))?(?: (?:y|yr|holl|eich|pob|bob))* (?:[cg]westiynau|cwestiwn)(?: (?:i gyd|i mi|ata i|ataf|yn gyntaf|gyntaf|o flaen llaw|ymlaen llaw))*${end}`,
  ],
  status: [
    `(?:(?:felly|helo|a) )?(?:beth|be) (?:ddigwyddodd|sydd wedi digwydd|sy wedi digwydd|sy'n digwydd|wnaethoch chi|ydych chi wedi'i wneud|dach chi wedi neud) (?:(?:i|i'r|gyda|gyda'r|efo|efo'r|am|am yr|ynghylch) )?${words}${end}`,
    `(?:oes|unrhyw|oes unrhyw|oes 'na)(?: (?:newyddion|ddiweddariad|diweddariad|benderfyniad|penderfyniad)) (?:am|ar|ynghylch) ${words}${end}`,
    `(?:gawsoch chi|ydych chi wedi darllen|dach chi wedi darllen|oes rhywun wedi darllen|wnaethoch chi ddarllen|ddarllenoch chi) ${words}${end}`,
  ],
  myData: [
    `(?:(?:dangoswch|dywedwch|i mi|wrtha i|wrthyf|plis) )*(?:pa|beth|be|faint o)(?: (?:ddata|wybodaeth|fanylion|sydd|sy|yw|ydy))*(?: (?:ydych|ydach|dach|ych|gennych|gynnoch|ganddoch|gyda|sydd|chi'n|chi|yn|ei|wybod|gwybod|cadw|gadw|'da))+ ${about}${end}`,
    `${want}(?:gweld|weld|copi|gopi|anfonwch|danfonwch|dangoswch|anfon)(?: (?:i mi|ata i|o|o'r|ataf))* (?:holl |fy |y )*(?:${thing}|${held})${end}`,
  ],
  forgetMe: [
    `(?:stopiwch a )?${want}${erase}(?: (?:${mine}|${held}|popeth ${about}|bopeth ${about}|fi|popeth amdanaf)(?: ac? ${mine})?)(?: (?:o'ch|o|oddi ar) (?:system|cofnodion|rhestr|gofnodion|cronfa ddata))?${end}`,
    `${want}(?:${mine}|${held}) (?:wedi(?:'i|'u)? )?(?:ddileu|dileu|gael ei ddileu|gael eu dileu)${end}`,
    `${want}(?:cael )?fy (?:anghofio|nileu)${end}`,
  ],
  noQuote: [
    `${not} (?:fy nyfynnu|'nyfynnu|dyfynnu fi|dyfynnu ${words})(?: i)?${openly}${end}`,
    `${not} ${publish} ${words}${openly}${end}`,
    `${wantNot} (?:cael|gael) fy nyfynnu${end}`,
    `${wantNot} i chi (?:fy nyfynnu|(?:ddefnyddio|gyhoeddi|rannu|ddangos|ddyfynnu) ${words})${openly}${end}`,
    `(?:(?:dwi|dw i|rydw i|rwyf|rwy) )?(?:wedi|'di) newid fy meddwl (?:am|ynghylch|ynglŷn â) (?:cael fy nyfynnu|gael fy nyfynnu|dyfynnu|ddyfynnu|y dyfyniad|rannu ${words}|ddangos ${words}|ddefnyddio ${words})${end}`,
    `(?:(?:plis|os gwelwch yn dda) )?cadwch ${words} yn (?:breifat|gyfrinachol)${end}`,
  ],
  noHearBack: [
    `${not} (?:rhoi gwybod|dweud wrtha i|dweud wrthyf|deud wrtha i|anfon neges|th?ecstio|ch?ysylltu|anfon diweddariadau)(?: (?:i mi|ata i|ataf|fi|â mi|â fi))* ${outcome}${end}`,
    `${wantNot} (?:clywed|glywed|gwybod|wybod)(?: (?:yn ôl|nôl|gennych|gennych chi|rhagor|mwy))*(?: ${outcome})?${end}`,
    `(?:does )?dim angen (?:rhoi gwybod|dweud wrtha i|cysylltu yn ôl|dod yn ôl ata i|dod nôl ata i)(?: (?:i mi|ata i))*(?: ${outcome})?${end}`,
    `(?:(?:dwi|dw i|rydw i|rwyf|rwy) )?(?:wedi|'di) newid fy meddwl (?:am|ynghylch) (?:glywed|clywed|gael gwybod|cael gwybod)(?: (?:yn ôl|nôl))?${end}`,
  ],
};
