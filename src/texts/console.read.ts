import type { ConsoleLanguage } from '#domain/words.ts';

/** What resident reviewers see, and what officers see of them. */
export const readTexts = {
  'read.title': { en: 'Reading what people said', cy: 'Darllen yr hyn a ddywedodd pobl' },
  'read.intro': {
    en: 'You read what people near you said, without their names or numbers, and say what it is about. Officers see what you suggest, and decide.',
    cy: 'Rydych yn darllen yr hyn a ddywedodd pobl o’ch cwmpas, heb eu henwau na’u rhifau, ac yn dweud am beth y mae. Mae swyddogion yn gweld yr hyn rydych yn ei awgrymu, ac yn penderfynu.',
  },
  'read.secret': {
    en: 'Keep what you read here to yourself. If you see who somebody is, leave that answer out.',
    cy: 'Cadwch yr hyn rydych yn ei ddarllen yma i chi’ch hun. Os gwelwch pwy yw rhywun, gadewch yr ateb hwnnw allan.',
  },
  'read.nothing': {
    en: 'There is nothing for you to read: no consultation is open to resident reviewers yet.',
    cy: 'Nid oes dim i chi ei ddarllen: nid oes ymgynghoriad yn agored i adolygwyr o breswylwyr eto.',
  },
  'read.toRead': {
    en: '{count, plural, =0 {There is nothing to read just now.} one {# answer to read} other {# answers to read}}',
    cy: '{count, plural, =0 {Nid oes dim i’w ddarllen ar hyn o bryd.} one {# ateb i’w ddarllen} other {# ateb i’w darllen}}',
  },
  'read.done': {
    en: '{count, plural, one {You have read # answer. Thank you.} other {You have read # answers. Thank you.}}',
    cy: '{count, plural, one {Rydych wedi darllen # ateb. Diolch.} other {Rydych wedi darllen # ateb. Diolch.}}',
  },
  'read.begin': { en: 'Read the next answer', cy: 'Darllen yr ateb nesaf' },
  'read.back': { en: 'Back to the start', cy: 'Yn ôl i’r dechrau' },
  'read.one': { en: 'What somebody said', cy: 'Yr hyn a ddywedodd rhywun' },
  'read.asked': { en: 'They were asked', cy: 'Gofynnwyd iddynt' },
  'read.said': { en: 'They said', cy: 'Dywedon nhw' },
  'read.themes': { en: 'What is it about?', cy: 'Am beth y mae?' },
  'read.themesHint': { en: 'Tick all that fit.', cy: 'Ticiwch bob un sy’n ffitio.' },
  'read.or': { en: 'or', cy: 'neu' },
  'read.none': { en: 'None of these', cy: 'Dim un o’r rhain' },
  'read.suggest': { en: 'Suggest a theme that is missing', cy: 'Awgrymu thema sydd ar goll' },
  'read.name': { en: 'What do they say?', cy: 'Beth maen nhw’n ei ddweud?' },
  'read.nameHint': {
    en: 'For example, “The buses stop too early”. Name nobody.',
    cy: 'Er enghraifft, “Mae’r bysiau’n stopio’n rhy gynnar”. Peidiwch ag enwi neb.',
  },
  'read.why': { en: 'Why is it a theme of its own?', cy: 'Pam mae’n thema ar ei phen ei hun?' },
  'read.save': { en: 'Save and read the next', cy: 'Cadw a darllen y nesaf' },
  'read.skip': { en: 'Leave it out: I can see who this is', cy: 'Ei adael allan: rwy’n gweld pwy yw hwn' },
  'read.saved': { en: 'Saved. This is the next answer', cy: 'Wedi’i gadw. Dyma’r ateb nesaf' },
  'read.skipped': { en: 'You will not see that answer again', cy: 'Ni welwch yr ateb hwnnw eto' },
  'read.all': { en: 'You have read everything. Thank you', cy: 'Rydych wedi darllen popeth. Diolch' },
  'read.gone': {
    en: 'That answer is not there to be read any more. This is the next',
    cy: 'Nid yw’r ateb hwnnw yno i’w ddarllen mwyach. Dyma’r nesaf',
  },
  'read.nothingTicked': {
    en: 'Tick what it is about, or tick “None of these”',
    cy: 'Ticiwch am beth y mae, neu ticiwch “Dim un o’r rhain”',
  },
  'read.noneAndSome': {
    en: 'Tick themes, or “None of these”, but not both',
    cy: 'Ticiwch themâu, neu “Dim un o’r rhain”, ond nid y ddau',
  },
  'read.nameMissing': { en: 'Enter what they say', cy: 'Rhowch yr hyn maen nhw’n ei ddweud' },
  'read.nameLong': {
    en: 'What they say must be 80 characters or fewer',
    cy: 'Rhaid i’r hyn maen nhw’n ei ddweud fod yn 80 nod neu lai',
  },
  'read.whyMissing': {
    en: 'Enter why it is a theme of its own',
    cy: 'Rhowch pam mae’n thema ar ei phen ei hun',
  },
  'read.whyLong': {
    en: 'Why it is a theme must be 500 characters or fewer',
    cy: 'Rhaid i’r rheswm dros y thema fod yn 500 nod neu lai',
  },
  /** In place of what is hidden: [phone number]. */
  'read.hidden.phone': { en: 'phone number', cy: 'rhif ffôn' },
  'read.hidden.email': { en: 'email address', cy: 'cyfeiriad e-bost' },
  'read.hidden.postcode': { en: 'postcode', cy: 'cod post' },
  'read.hidden.nhsNumber': { en: 'NHS number', cy: 'rhif GIG' },
  'read.hidden.niNumber': { en: 'National Insurance number', cy: 'rhif Yswiriant Gwladol' },
  'read.hidden.card': { en: 'card number', cy: 'rhif cerdyn' },
  'read.hidden.link': { en: 'link', cy: 'dolen' },
  'read.hidden.address': { en: 'address', cy: 'cyfeiriad' },
  'read.hidden.name': { en: 'name', cy: 'enw' },
  'read.hidden.other': { en: 'hidden', cy: 'cuddiwyd' },
  'response.byResident': {
    en: '{count, plural, one {A resident reviewer suggests this} other {# resident reviewers suggest this}}',
    cy: '{count, plural, one {Mae adolygydd o breswylydd yn awgrymu hyn} other {Mae # adolygydd o breswylwyr yn awgrymu hyn}}',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
