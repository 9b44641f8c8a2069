import type { ConsoleLanguage } from '#domain/words.ts';

/** Whether the machine is right, and whether officers agree with each other. */
export const rightTexts = {
  'right.title': { en: 'Is it right?', cy: 'A yw’n gywir?' },
  'right.link': {
    en: 'Is it right? How often the machine and officers agree',
    cy: 'A yw’n gywir? Pa mor aml y mae’r peiriant a swyddogion yn cytuno',
  },
  'right.consultations': { en: 'Consultations', cy: 'Ymgynghoriadau' },
  'right.intro': {
    en: 'How often the themes that the machine suggests are the ones that an officer finds, and how often two officers find the same. Only responses that an officer really looked at count.',
    cy: 'Pa mor aml y mae’r themâu y mae’r peiriant yn eu hawgrymu yr un rhai ag y mae swyddog yn eu canfod, a pha mor aml y mae dau swyddog yn canfod yr un rhai. Dim ond ymatebion y mae swyddog wedi edrych arnynt o ddifrif sy’n cyfrif.',
  },
  'right.looked': {
    en: 'Of {reviewed, plural, one {# reviewed response} other {# reviewed responses}}, {looked, number} {looked, plural, one {counts} other {count}} as really looked at.',
    cy: 'O’r {reviewed, plural, other {# ymateb}} a adolygwyd, mae {looked, number} yn cyfrif fel rhai yr edrychwyd arnynt o ddifrif.',
  },
  'right.rule': { en: 'What counts as really looked at', cy: 'Beth sy’n cyfrif fel edrych o ddifrif' },
  'right.ruleOpen': {
    en: 'The officer had the page of the response open for long enough to read it: at least a second for every 10 words.',
    cy: 'Roedd tudalen yr ymateb ar agor gan y swyddog yn ddigon hir i’w ddarllen: o leiaf eiliad am bob 10 gair.',
  },
  'right.ruleDecided': {
    en: 'They decided on every theme that was suggested. Leaving a suggestion alone is not agreeing with it.',
    cy: 'Gwnaethant benderfyniad ar bob thema a awgrymwyd. Nid yw gadael llonydd i awgrym yr un peth â chytuno ag ef.',
  },
  'right.ruleNot': {
    en: 'The machine had read it, it has words, no case holds it, and it is not marked as abusive.',
    cy: 'Roedd y peiriant wedi ei ddarllen, mae ganddo eiriau, nid oes achos yn ei ddal, ac nid yw wedi’i farcio’n ddifrïol.',
  },
  'right.ruleNone': {
    en: 'Where both find no theme in a response, they agree about it.',
    cy: 'Lle nad yw’r naill na’r llall yn canfod thema mewn ymateb, maent yn cytuno amdano.',
  },
  'right.ruleThemes': {
    en: 'The themes count that were in use when the officer looked. If one was merged into another since, it counts as that one.',
    cy: 'Y themâu a ddefnyddid pan edrychodd y swyddog sy’n cyfrif. Os cafodd un ei huno ag un arall ers hynny, mae’n cyfrif fel yr un honno.',
  },
  'right.how': {
    en: 'How to read the figures',
    cy: 'Sut i ddarllen y ffigurau',
  },
  'right.how.sameText': {
    en: 'In how many of 100 responses both named the same themes, none more and none fewer. The higher the better.',
    cy: 'Mewn faint o bob 100 ymateb yr enwodd y ddau yr un themâu, dim mwy a dim llai. Gorau po uchaf.',
  },
  'right.how.alikeText': {
    en: '0 is never a theme in common and 1 is always the same themes. A response in which only some are the same counts in part.',
    cy: '0 yw byth thema yn gyffredin ac 1 yw’r un themâu bob tro. Mae ymateb lle nad oes ond rhai yr un fath yn cyfrif yn rhannol.',
  },
  'right.how.kappaText': {
    en: '0 is as often as two people who guess would agree and 1 is always. The nearer to 1 the better.',
    cy: '0 yw mor aml ag y byddai dau berson sy’n dyfalu yn cytuno ac 1 yw bob amser. Gorau po agosaf at 1.',
  },
  'right.how.precisionText': {
    en: 'Where it is low, the machine suggests the theme too readily.',
    cy: 'Lle mae’n isel, mae’r peiriant yn awgrymu’r thema’n rhy barod.',
  },
  'right.how.recallText': {
    en: 'Where it is low, the machine misses the theme.',
    cy: 'Lle mae’n isel, mae’r peiriant yn colli’r thema.',
  },
  'right.how.range': {
    en: 'From one figure to another (95% interval)',
    cy: 'O un ffigur i ffigur arall (cyfwng 95%)',
  },
  'right.how.rangeText': {
    en: 'The true figure probably lies between the two. The more responses are looked at, the closer together they are.',
    cy: 'Mae’r gwir ffigur yn ôl pob tebyg rhwng y ddau. Po fwyaf o ymatebion yr edrychir arnynt, agosaf at ei gilydd y byddant.',
  },
  'right.tooFew': {
    en: 'Too few to say. {more, plural, one {# more response needs} other {# more responses need}} to be looked at.',
    cy: 'Rhy ychydig i ddweud. Mae angen edrych ar {more, plural, other {# ymateb}} arall.',
  },
  'right.tooFewCell': {
    en: 'Too few to say: {more, number} more needed',
    cy: 'Rhy ychydig i ddweud: angen {more, number} arall',
  },
  'right.machine': { en: 'The machine and an officer', cy: 'Y peiriant a swyddog' },
  'right.exactly': {
    en: 'Out of 100 responses, the machine and an officer would name exactly the same themes for about {value} (between {low} and {high}).',
    cy: 'O 100 o ymatebion, byddai’r peiriant a swyddog yn enwi’r un themâu yn union ar gyfer tua {value} (rhwng {low} a {high}).',
  },
  'right.precision': {
    en: 'Out of 100 themes that the machine suggests, an officer would agree with about {value} (between {low} and {high}).',
    cy: 'O 100 o themâu y mae’r peiriant yn eu hawgrymu, byddai swyddog yn cytuno â thua {value} (rhwng {low} a {high}).',
  },
  'right.recall': {
    en: 'Out of 100 themes that an officer finds, the machine would have suggested about {value} (between {low} and {high}).',
    cy: 'O 100 o themâu y mae swyddog yn eu canfod, byddai’r peiriant wedi awgrymu tua {value} (rhwng {low} a {high}).',
  },
  'right.kappa': {
    en: 'Compared with guessing, their agreement is {strength}: {value} on a scale from 0 (they agree as often as if they guessed) to 1 (they always agree). It lies between {low} and {high} (Cohen’s kappa).',
    cy: 'O’i gymharu â dyfalu, mae eu cytundeb {strength}: {value} ar raddfa o 0 (maent yn cytuno mor aml â phe baent yn dyfalu) i 1 (maent bob amser yn cytuno). Mae rhwng {low} a {high} (kappa Cohen).',
  },
  'right.kappaSame': {
    en: 'They never differed. How sure that is cannot be worked out from answers that are all alike.',
    cy: 'Ni wnaethant anghytuno erioed. Ni ellir gweithio allan pa mor sicr yw hynny o atebion sydd i gyd yr un fath.',
  },
  'right.kappaUnsaid': {
    en: 'How their agreement compares with guessing (Cohen’s kappa) cannot be worked out: both always gave the same one answer, and then guessing would have them agree too.',
    cy: 'Ni ellir gweithio allan sut mae eu cytundeb yn cymharu â dyfalu (kappa Cohen): rhoddodd y ddau yr un ateb bob tro, ac yna byddai dyfalu hefyd yn gwneud iddynt gytuno.',
  },
  'right.strength.none': {
    en: 'no better than guessing',
    cy: 'heb fod yn well na dyfalu',
  },
  'right.strength.slight': { en: 'slight', cy: 'yn fach iawn' },
  'right.strength.fair': { en: 'fair', cy: 'yn weddol' },
  'right.strength.moderate': { en: 'moderate', cy: 'yn gymedrol' },
  'right.strength.substantial': { en: 'substantial', cy: 'yn sylweddol' },
  'right.strength.almost': { en: 'almost complete', cy: 'bron yn llwyr' },
  'right.saw': {
    en: 'The officer saw what the machine had suggested, and that sways people. A second look is made without it.',
    cy: 'Gwelodd y swyddog yr hyn yr oedd y peiriant wedi’i awgrymu, ac mae hynny’n dylanwadu ar bobl. Gwneir ail olwg hebddo.',
  },
  'right.sides': { en: 'Machine and officers side by side', cy: 'Y peiriant a swyddogion ochr yn ochr' },
  'right.sidesText': {
    en: 'No machine can be expected to agree with officers more often than they agree with each other.',
    cy: 'Ni ellir disgwyl i unrhyw beiriant gytuno â swyddogion yn amlach nag y maent yn cytuno â’i gilydd.',
  },
  'right.who': { en: 'Who', cy: 'Pwy' },
  'right.machineSaw': {
    en: 'The machine, and an officer who saw what it suggested',
    cy: 'Y peiriant, a swyddog a welodd yr hyn a awgrymodd',
  },
  'right.machineBlind': {
    en: 'The machine, and an officer who did not see it',
    cy: 'Y peiriant, a swyddog na welodd hynny',
  },
  'right.officers': { en: 'Two officers', cy: 'Dau swyddog' },
  'right.responses': { en: 'Responses', cy: 'Ymatebion' },
  'right.same': { en: 'Exactly the same themes', cy: 'Yr un themâu yn union' },
  'right.alike': {
    en: 'How alike the themes are (sample-F1)',
    cy: 'Pa mor debyg yw’r themâu (sampl-F1)',
  },
  'right.kappaHead': {
    en: 'Better than guessing (Cohen’s kappa)',
    cy: 'Gwell na dyfalu (kappa Cohen)',
  },
  'right.range': { en: '{low} to {high}', cy: '{low} i {high}' },
  'right.same.cell': { en: 'never differed', cy: 'byth yn anghytuno' },
  'right.unsaid.cell': { en: 'cannot be worked out', cy: 'ni ellir ei weithio allan' },
  'right.secondLook': { en: 'Take a second look', cy: 'Cymryd ail olwg' },
  'right.secondText': {
    en: 'To compare two officers, read what another officer has reviewed, without seeing what was decided.',
    cy: 'I gymharu dau swyddog, darllenwch yr hyn y mae swyddog arall wedi’i adolygu, heb weld yr hyn a benderfynwyd.',
  },
  'right.themes': { en: 'Theme by theme', cy: 'Fesul thema' },
  'right.theme': { en: 'Theme', cy: 'Thema' },
  'right.precisionHead': {
    en: 'When the machine suggests it, the officer agrees (precision)',
    cy: 'Pan fydd y peiriant yn ei hawgrymu, mae’r swyddog yn cytuno (trachywiredd)',
  },
  'right.recallHead': {
    en: 'When the officer finds it, the machine had suggested it (recall)',
    cy: 'Pan fydd y swyddog yn ei chanfod, roedd y peiriant wedi ei hawgrymu (adalw)',
  },
  'right.ofCount': { en: '{hits, number} of {of, number}', cy: '{hits, number} o {of, number}' },
  'right.time': { en: 'Over time', cy: 'Dros amser' },
  'right.timeText': {
    en: 'How alike the machine’s themes and the officer’s are, by the month of the review.',
    cy: 'Pa mor debyg yw themâu’r peiriant a rhai’r swyddog, yn ôl mis yr adolygiad.',
  },
  'right.legend': {
    en: 'In the picture the top line is “always the same themes” and the bottom line “never one in common”. The upright strokes are the ranges (95% intervals).',
    cy: 'Yn y llun, y llinell uchaf yw “yr un themâu bob tro” a’r llinell isaf yw “byth yr un yn gyffredin”. Y llinellau syth yw’r ystodau (cyfyngau 95%).',
  },
  'right.month': { en: 'Month', cy: 'Mis' },
  'right.intervals': {
    en: 'Every figure has a range. If responses were drawn anew, such a range would hold the true figure 19 times out of 20 (a 95% interval). Nothing is said about fewer than {few} responses.',
    cy: 'Mae gan bob ffigur ystod. Pe tynnid ymatebion o’r newydd, byddai ystod o’r fath yn cynnwys y gwir ffigur 19 gwaith o bob 20 (cyfwng 95%). Ni ddywedir dim am lai na {few} o ymatebion.',
  },
  'right.download': { en: 'Download these figures (CSV)', cy: 'Lawrlwytho’r ffigurau hyn (CSV)' },

  'secondLook.title': { en: 'A second look', cy: 'Ail olwg' },
  'secondLook.intro': {
    en: 'Another officer has reviewed this response. Say what you find in it. You do not see what was suggested or decided, and nothing that was decided changes.',
    cy: 'Mae swyddog arall wedi adolygu’r ymateb hwn. Dywedwch beth rydych yn ei ganfod ynddo. Nid ydych yn gweld yr hyn a awgrymwyd na’r hyn a benderfynwyd, ac nid yw dim a benderfynwyd yn newid.',
  },
  'secondLook.none': {
    en: 'No response waits for a second look from you. One does when another officer has reviewed it.',
    cy: 'Nid oes ymateb yn aros am ail olwg gennych chi. Bydd un pan fydd swyddog arall wedi’i adolygu.',
  },
  'secondLook.themes': { en: 'Which themes is it about?', cy: 'Pa themâu y mae’n ymwneud â nhw?' },
  'secondLook.hint': { en: 'Select all that apply.', cy: 'Dewiswch bob un sy’n berthnasol.' },
  'secondLook.or': { en: 'or', cy: 'neu' },
  'secondLook.noTheme': { en: 'None of these themes', cy: 'Dim un o’r themâu hyn' },
  'secondLook.save': { en: 'Save and go to the next', cy: 'Cadw a mynd i’r nesaf' },
  'secondLook.skip': { en: 'Skip this one', cy: 'Hepgor yr un hwn' },
  'secondLook.back': { en: 'Back to “Is it right?”', cy: 'Yn ôl i “A yw’n gywir?”' },
  'secondLook.missing': {
    en: 'Select the themes that it is about, or “None of these themes”',
    cy: 'Dewiswch y themâu y mae’n ymwneud â nhw, neu “Dim un o’r themâu hyn”',
  },
  'secondLook.both': {
    en: 'Select themes or “None of these themes”, not both',
    cy: 'Dewiswch themâu neu “Dim un o’r themâu hyn”, nid y ddau',
  },
  'secondLook.tooQuick': {
    en: 'That was too quick to have read it. Read it, then save again',
    cy: 'Roedd hynny’n rhy gyflym i fod wedi’i ddarllen. Darllenwch ef, yna cadwch eto',
  },
  'secondLook.saved': { en: 'Your second look was saved.', cy: 'Cadwyd eich ail olwg.' },
  'secondLook.gone': {
    en: 'That response no longer waits for a second look. Nothing was saved.',
    cy: 'Nid yw’r ymateb hwnnw’n aros am ail olwg mwyach. Ni chadwyd dim.',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
