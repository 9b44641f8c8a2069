import type { ConsoleLanguage } from '#domain/words.ts';

/** What is hidden in a response before it is published or a machine reads it. */
export const redactionTexts = {
  'redaction.title': { en: 'Personal data in this response', cy: 'Data personol yn yr ymateb hwn' },
  'redaction.link': {
    en: 'See what is hidden before publication',
    cy: "Gweld beth sy''n cael ei guddio cyn cyhoeddi",
  },
  'redaction.intro': {
    en: 'The words themselves stay as they are. What is hidden here is never quoted, published or read by a language model.',
    cy: "Mae''r geiriau eu hunain yn aros fel y maent. Nid yw''r hyn a guddir yma byth yn cael ei ddyfynnu, ei gyhoeddi na''i ddarllen gan fodel iaith.",
  },
  'redaction.original': { en: 'As they wrote it', cy: 'Fel yr ysgrifennwyd' },
  'redaction.masked': { en: 'With personal data hidden', cy: "Gyda''r data personol wedi''i guddio" },
  'redaction.maybeName': { en: 'name?', cy: 'enw?' },
  'redaction.maybeText': {
    en: '[name?] is a possible name: not quoted until somebody decides.',
    cy: 'Mae [enw?] yn enw posibl: ni chaiff ei ddyfynnu nes i rywun benderfynu.',
  },
  'redaction.hidden': { en: 'What is hidden, and why', cy: 'Beth sydd wedi ei guddio, a pham' },
  'redaction.nothing': {
    en: 'Nothing is hidden in this response.',
    cy: 'Nid oes dim wedi ei guddio yn yr ymateb hwn.',
  },
  'redaction.byRule': { en: 'Found by a rule', cy: "Wedi''i ganfod gan reol" },
  'redaction.byOfficer': { en: 'Hidden by an officer', cy: "Wedi''i guddio gan swyddog" },
  'redaction.show': { en: 'Show this again', cy: 'Dangos hwn eto' },
  'redaction.shownHeading': {
    en: 'Shown, although a rule would hide it',
    cy: "Wedi''i ddangos, er y byddai rheol yn ei guddio",
  },
  'redaction.hideAgain': { en: 'Hide this again', cy: 'Cuddio hwn eto' },
  'redaction.names': { en: 'Possible names', cy: 'Enwau posibl' },
  'redaction.namesText': {
    en: 'A machine cannot know a name for certain. Until somebody decides, words with a possible name in them are not quoted either.',
    cy: 'Ni all peiriant fod yn sicr o enw. Hyd nes y bydd rhywun yn penderfynu, nid yw geiriau ag enw posibl ynddynt yn cael eu dyfynnu chwaith.',
  },
  'redaction.noNames': { en: 'No possible names are waiting.', cy: 'Nid oes enwau posibl yn aros.' },
  'redaction.hideName': { en: 'Hide this name', cy: "Cuddio''r enw hwn" },
  'redaction.notName': { en: 'Not a name', cy: 'Nid enw yw hwn' },
  'redaction.more': { en: 'Hide more', cy: 'Cuddio rhagor' },
  'redaction.words': { en: 'Words to hide', cy: "Geiriau i''w cuddio" },
  'redaction.wordsHint': {
    en: 'Type or paste them exactly as they stand above. They are hidden wherever they stand in this response.',
    cy: "Teipiwch neu gludwch nhw yn union fel y maent uchod. Maen nhw''n cael eu cuddio lle bynnag y maent yn yr ymateb hwn.",
  },
  'redaction.what': { en: 'What is it?', cy: 'Beth yw hwn?' },
  'redaction.hide': { en: 'Hide these words', cy: "Cuddio''r geiriau hyn" },
  'redaction.wordsMissing': { en: 'Enter the words to hide', cy: "Rhowch y geiriau i''w cuddio" },
  'redaction.wordsNotThere': {
    en: 'These words do not stand in this response. Copy them as they are written there',
    cy: "Nid yw''r geiriau hyn yn yr ymateb. Copïwch nhw fel y maent yno",
  },
  'redaction.hiddenDone': {
    en: '{places, plural, one {Hidden in # place.} other {Hidden in # places.}}',
    cy: "{places, plural, other {Wedi''u cuddio mewn # lle.}}",
  },
  'redaction.hiddenAgainDone': { en: 'Hidden.', cy: "Wedi''i guddio." },
  'redaction.shownDone': { en: 'Shown again.', cy: "Wedi''i ddangos eto." },
  'redaction.notNameDone': {
    en: 'It is no longer suggested as a name.',
    cy: "Nid yw''n cael ei awgrymu fel enw mwyach.",
  },
  'redaction.leftOut': {
    en: 'A resident reviewer left this out: it may show who somebody is',
    cy: 'Gadawodd preswylydd sy’n adolygu hwn allan: gall ddangos pwy yw rhywun',
  },
  'redaction.leftOutText': {
    en: 'Hide what shows it. If nothing does, say that you have looked. Until then no other resident reviewer sees this response.',
    cy: 'Cuddiwch yr hyn sy’n ei ddangos. Os nad oes dim, dywedwch eich bod wedi edrych. Tan hynny nid oes unrhyw breswylydd arall sy’n adolygu yn gweld yr ymateb hwn.',
  },
  'redaction.leftOutSeen': {
    en: 'I have looked: nothing more to hide',
    cy: 'Rwyf wedi edrych: dim mwy i’w guddio',
  },
  'redaction.leftOutDone': {
    en: 'Resident reviewers may read it again.',
    cy: 'Gall preswylwyr sy’n adolygu ei ddarllen eto.',
  },
  'redaction.gone': {
    en: 'Nothing was changed: the response has changed meanwhile, or a colleague was quicker.',
    cy: "Ni newidiwyd dim: mae''r ymateb wedi newid yn y cyfamser, neu roedd cydweithiwr yn gynt.",
  },
  'redaction.back': { en: 'Back to the response', cy: "Yn ôl i''r ymateb" },

  'redaction.kind.phone': { en: 'phone number', cy: 'rhif ffôn' },
  'redaction.kind.email': { en: 'email address', cy: 'cyfeiriad e-bost' },
  'redaction.kind.postcode': { en: 'postcode', cy: 'cod post' },
  'redaction.kind.nhsNumber': { en: 'NHS number', cy: 'rhif GIG' },
  'redaction.kind.niNumber': { en: 'National Insurance number', cy: 'rhif Yswiriant Gwladol' },
  'redaction.kind.card': { en: 'bank or card number', cy: 'rhif banc neu gerdyn' },
  'redaction.kind.link': { en: 'personal link', cy: 'dolen bersonol' },
  'redaction.kind.address': { en: 'home address', cy: 'cyfeiriad cartref' },
  'redaction.kind.name': { en: 'name', cy: 'enw' },
  'redaction.kind.other': { en: 'personal detail', cy: 'manylyn personol' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
