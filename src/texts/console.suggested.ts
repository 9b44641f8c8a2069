import type { ConsoleLanguage } from '#domain/words.ts';

/** Themes that may be missing: found by grouping, or suggested by a resident reviewer. */
export const suggestedTexts = {
  'suggested.title': { en: 'Themes you may be missing', cy: 'Themâu y gallech fod yn eu colli' },
  'suggested.intro': {
    en: 'Answers that no theme explains, put together by the words in them. The computer only groups: whether it is a theme, you decide.',
    cy: 'Atebion nad oes thema’n eu hesbonio, wedi’u rhoi gyda’i gilydd yn ôl y geiriau ynddynt. Dim ond grwpio y mae’r cyfrifiadur: chi sy’n penderfynu a yw’n thema.',
  },
  'suggested.empty': { en: 'Make the first draft', cy: 'Gwneud y drafft cyntaf' },
  'suggested.emptyText': {
    en: 'There are no themes yet. Tick the groups that say one thing, write each as a person could say it, and add them together. You can change them later.',
    cy: 'Nid oes themâu eto. Ticiwch y grwpiau sy’n dweud un peth, ysgrifennwch bob un fel y gallai person ei ddweud, ac ychwanegwch nhw gyda’i gilydd. Gallwch eu newid yn nes ymlaen.',
  },
  'suggested.unthemed': {
    en: '{count, plural, =0 {Every answer fits a theme.} one {# answer fits no theme.} other {# answers fit no theme.}}',
    cy: '{count, plural, =0 {Mae pob ateb yn ffitio thema.} one {Nid yw # ateb yn ffitio unrhyw thema.} other {Nid yw # ateb yn ffitio unrhyw thema.}}',
  },
  'suggested.early': {
    en: 'It is too early to group them: fewer than {fewest} answers are without a theme. Reading them tells you more.',
    cy: 'Mae’n rhy gynnar i’w grwpio: mae llai na {fewest} ateb heb thema. Mae eu darllen yn dweud mwy wrthych.',
  },
  'suggested.looking': {
    en: 'They are being looked for. This takes some seconds.',
    cy: 'Mae’r cyfrifiadur yn chwilio amdanynt. Mae hyn yn cymryd ychydig eiliadau.',
  },
  'suggested.reload': { en: 'Show what has been found', cy: 'Dangos yr hyn a gafwyd' },
  'suggested.lookedFor': {
    en: 'Last looked for on {when}, in {count, plural, one {# answer} other {# answers}}.',
    cy: 'Chwiliwyd ddiwethaf ar {when}, mewn {count, plural, one {# ateb} other {# ateb}}.',
  },
  'suggested.failed': {
    en: 'They could not be looked for the last time. Try again; if it fails again, whoever runs the service finds why in its log.',
    cy: 'Nid oedd modd chwilio amdanynt y tro diwethaf. Rhowch gynnig arall arni; os yw’n methu eto, bydd pwy bynnag sy’n rhedeg y gwasanaeth yn gweld pam yn ei log.',
  },
  'suggested.look': { en: 'Look for themes', cy: 'Chwilio am themâu' },
  'suggested.lookAgain': { en: 'Look again', cy: 'Chwilio eto' },
  'suggested.naming': {
    en: 'Let the language model suggest a name for each group. At most: {most}',
    cy: 'Gadael i’r model iaith awgrymu enw i bob grŵp. Ar y mwyaf: {most}',
  },
  'suggested.namingHint': {
    en: 'It reads a few redacted sentences of each. Nobody’s answer is named a theme until you say so.',
    cy: 'Mae’n darllen ychydig o frawddegau wedi’u golygu o bob un. Ni chaiff dim ei alw’n thema nes i chi ddweud hynny.',
  },
  'suggested.asked': {
    en: 'Themes are being looked for',
    cy: 'Mae’r cyfrifiadur yn chwilio am themâu',
  },
  'suggested.none': {
    en: 'Nothing has been found that could be a theme of its own.',
    cy: 'Ni chafwyd dim a allai fod yn thema ar ei phen ei hun.',
  },
  'suggested.notYet': { en: 'Nobody has looked for them yet.', cy: 'Nid oes neb wedi chwilio amdanynt eto.' },
  'suggested.group': { en: 'Group {number}', cy: 'Grŵp {number}' },
  'suggested.telling': { en: 'Words that stand out', cy: 'Geiriau sy’n sefyll allan' },
  'suggested.responses': {
    en: '{count, plural, one {# answer} other {# answers}}',
    cy: '{count, plural, one {# ateb} other {# ateb}}',
  },
  'suggested.people': {
    en: '{count, plural, one {from # person} other {from # people}}',
    cy: '{count, plural, one {gan # person} other {gan # o bobl}}',
  },
  'suggested.byResident': {
    en: 'A resident reviewer suggests this',
    cy: 'Mae adolygydd o breswylydd yn awgrymu hyn',
  },
  'suggested.why': { en: 'Why: {why}', cy: 'Pam: {why}' },
  'suggested.noQuotes': {
    en: 'None of these words may be shown any more.',
    cy: 'Ni chaniateir dangos dim o’r geiriau hyn mwyach.',
  },
  'suggested.notToPublish': {
    en: 'For you to read: not everybody here agreed to be quoted.',
    cy: 'I chi eu darllen: ni chytunodd pawb yma i gael eu dyfynnu.',
  },
  'suggested.make': { en: 'Make this a theme', cy: 'Gwneud hwn yn thema' },
  'suggested.dismiss': { en: 'Not a theme', cy: 'Nid thema yw hwn' },
  'suggested.makeText': {
    en: 'Write what people say about it, not only what it is about: “The buses stop too early”, not “Buses”.',
    cy: 'Ysgrifennwch yr hyn y mae pobl yn ei ddweud amdano, nid dim ond yr hyn y mae’n sôn amdano: “Mae’r bysiau’n stopio’n rhy gynnar”, nid “Bysiau”.',
  },
  'suggested.whatHappens': {
    en: 'The theme is then suggested for {count, plural, one {this answer} other {these # answers}}. Officers accept it or not, one by one.',
    cy: 'Wedyn caiff y thema ei hawgrymu ar gyfer {count, plural, one {yr ateb hwn} other {y # ateb hyn}}. Bydd swyddogion yn ei derbyn neu beidio, fesul un.',
  },
  'suggested.drafted': {
    en: 'A language model drafted these words. Check them against what people said.',
    cy: 'Model iaith a ddrafftiodd y geiriau hyn. Gwiriwch nhw yn erbyn yr hyn a ddywedodd pobl.',
  },
  'suggested.mentions': { en: 'People speak of: {words}.', cy: 'Mae pobl yn sôn am: {words}.' },
  'suggested.tick': { en: 'This is a theme', cy: 'Mae hwn yn thema' },
  'suggested.makeSeveral': { en: 'Add the ticked themes', cy: 'Ychwanegu’r themâu a diciwyd' },
  'suggested.noneTicked': {
    en: 'Tick at least one group that is a theme',
    cy: 'Ticiwch o leiaf un grŵp sy’n thema',
  },
  'suggested.made': {
    en: '{count, plural, one {The theme has been added, and suggested for its answers} other {# themes have been added, and suggested for their answers}}',
    cy: '{count, plural, one {Mae’r thema wedi’i hychwanegu, a’i hawgrymu ar gyfer ei hatebion} other {Mae # thema wedi’u hychwanegu, a’u hawgrymu ar gyfer eu hatebion}}',
  },
  'suggested.dismissed': {
    en: 'It is put aside, and nothing like it will be suggested. You find it at the end of this page',
    cy: 'Mae wedi’i roi o’r neilltu, ac ni chaiff dim tebyg ei awgrymu. Mae ar ddiwedd y dudalen hon',
  },
  'suggested.aside': {
    en: '{count, plural, one {# that is not a theme} other {# that are not themes}}',
    cy: '{count, plural, one {# nad yw’n thema} other {# nad ydynt yn themâu}}',
  },
  'suggested.again': { en: 'Suggest it again', cy: 'Ei awgrymu eto' },
  'suggested.offeredAgain': { en: 'It is suggested again', cy: 'Caiff ei awgrymu eto' },
  'suggested.lost': { en: 'What you had written', cy: 'Yr hyn a ysgrifennoch' },
  'suggested.lostText': {
    en: 'It was for groups that are no longer there. Copy what is still right.',
    cy: 'Ar gyfer grwpiau nad ydynt yno bellach yr oedd. Copïwch yr hyn sy’n dal yn iawn.',
  },
  'suggested.gone': {
    en: 'Somebody has decided on this group, or the groups have been looked for anew. Look at them again',
    cy: 'Mae rhywun wedi penderfynu ar y grŵp hwn, neu mae’r grwpiau wedi’u chwilio o’r newydd. Edrychwch arnynt eto',
  },
  'suggested.link': {
    en: '{count, plural, =0 {Look for themes you may be missing} one {# theme you may be missing} other {# themes you may be missing}}',
    cy: '{count, plural, =0 {Chwilio am themâu y gallech fod yn eu colli} one {# thema y gallech fod yn ei cholli} other {# thema y gallech fod yn eu colli}}',
  },
  'suggested.homeHint': {
    en: 'What several people say and no theme covers',
    cy: 'Yr hyn y mae sawl person yn ei ddweud heb thema ar ei gyfer',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
