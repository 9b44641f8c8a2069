import type { ConsoleLanguage } from '#domain/words.ts';

/** Who has been heard and who is missing, and what share of those who live here gives each answer. */
export const missingTexts = {
  'missing.title': { en: 'Who is missing', cy: 'Pwy sydd ar goll' },
  'missing.consultations': { en: 'Consultations', cy: 'Ymgynghoriadau' },
  'missing.intro': {
    en: 'Who has been heard, who has not, and whom people say we should ask.',
    cy: 'Pwy sydd wedi cael eu clywed, pwy sydd heb, a phwy y mae pobl yn dweud y dylem eu holi.',
  },
  'missing.about': {
    en: 'What people told us about themselves',
    cy: 'Yr hyn a ddywedodd pobl amdanynt eu hunain',
  },
  'missing.aboutText': {
    en: 'These answers are kept apart from what people said. They are counted in tens, without those who would rather not say, and nothing is shown about fewer than 10 people, so nobody’s answer can be worked out.',
    cy: 'Cedwir yr atebion hyn ar wahân i’r hyn a ddywedodd pobl. Cânt eu cyfrif fesul deg, heb y rhai y byddai’n well ganddynt beidio â dweud, ac ni ddangosir dim am lai na 10 o bobl, fel na ellir gweithio allan ateb neb.',
  },
  'missing.notAsked': {
    en: 'This consultation does not ask people about themselves.',
    cy: 'Nid yw’r ymgynghoriad hwn yn holi pobl amdanynt eu hunain.',
  },
  'missing.tooFew': {
    en: 'Nothing can be shown yet. Fewer than 10 people have answered, or nearly everybody gave the same answer.',
    cy: 'Ni ellir dangos dim eto. Mae llai na 10 o bobl wedi ateb, neu rhoddodd bron pawb yr un ateb.',
  },
  'missing.people': {
    en: 'Of the first {count, number} people who answered:',
    cy: 'O’r {count, number} o bobl gyntaf a atebodd:',
  },
  'missing.answer': { en: 'Answer', cy: 'Ateb' },
  'missing.heard': { en: 'Heard from', cy: 'Wedi clywed gan' },
  'missing.liveHere': { en: 'Live here', cy: 'Yn byw yma' },
  'missing.few': { en: 'fewer than 10', cy: 'llai na 10' },
  'missing.hidden': { en: 'not shown', cy: 'heb ei ddangos' },
  'missing.fewer': {
    en: 'You have heard from fewer people who say “{answer}” than live here.',
    cy: 'Rydych wedi clywed gan lai o bobl sy’n dweud “{answer}” nag sy’n byw yma.',
  },
  'missing.compared.fewer': { en: 'heard too few', cy: 'wedi clywed rhy ychydig' },
  'missing.compared.more': { en: 'heard more', cy: 'wedi clywed mwy' },
  'missing.compared.alike': { en: 'about the same', cy: 'tua’r un faint' },
  'missing.legend': {
    en: 'The wide bar is who has been heard, the thin black one is who lives here. A dashed bar is not shown.',
    cy: 'Y bar llydan yw pwy sydd wedi cael eu clywed, a’r un du tenau yw pwy sy’n byw yma. Ni ddangosir bar â llinell doredig.',
  },
  'missing.compareArea': { en: 'Compare with who lives here', cy: 'Cymharu â phwy sy’n byw yma' },
  'missing.whoElse': {
    en: 'Who else people say we should ask',
    cy: 'Pwy arall y mae pobl yn dweud y dylem eu holi',
  },
  'missing.whoElseText': {
    en: '{count, plural, =0 {Nobody has said yet.} one {# person’s answer.} other {# answers.}}',
    cy: '{count, plural, =0 {Nid oes neb wedi dweud eto.} one {# ateb.} other {# ateb.}}',
  },
  'missing.reachedCount': {
    en: 'We have reached out because of {count, number} of them.',
    cy: 'Rydym wedi estyn allan oherwydd {count, number} ohonynt.',
  },
  'missing.invited': {
    en: '{count, plural, =0 {No invitation to pass on has been handed out.} one {# invitation to pass on has been handed out: one for each conversation in which somebody answered this.} other {# invitations to pass on have been handed out: one for each conversation in which somebody answered this.}} We cannot see who passed one on.',
    cy: '{count, plural, =0 {Ni roddwyd yr un gwahoddiad i’w basio ymlaen.} other {Rhoddwyd # gwahoddiad i’w pasio ymlaen: un am bob sgwrs lle atebodd rhywun hwn.}} Ni allwn weld pwy a basiodd un ymlaen.',
  },
  'missing.open': { en: 'Open this response', cy: 'Agor yr ymateb hwn' },
  'missing.reached': { en: 'Reached out', cy: 'Wedi estyn allan' },
  'missing.reachedBy': { en: '{name}, {date}', cy: '{name}, {date}' },
  'missing.somebody': { en: 'An officer who has left', cy: 'Swyddog sydd wedi gadael' },
  'missing.tick': { en: 'We have reached out', cy: 'Rydym wedi estyn allan' },
  'missing.undo': { en: 'We have not reached out', cy: 'Nid ydym wedi estyn allan' },
  'missing.reachedDone': { en: 'Noted that we have reached out.', cy: 'Nodwyd ein bod wedi estyn allan.' },
  'missing.reachedUndone': {
    en: 'Noted that we have not reached out.',
    cy: 'Nodwyd nad ydym wedi estyn allan.',
  },
  'missing.how': { en: 'How people write', cy: 'Sut mae pobl yn ysgrifennu' },
  'missing.nobody': { en: 'Nobody has answered yet.', cy: 'Nid oes neb wedi ateb eto.' },
  'missing.byChannel': { en: 'By channel', cy: 'Yn ôl sianel' },
  'missing.byLanguage': { en: 'By language', cy: 'Yn ôl iaith' },
  'missing.byDay': {
    en: 'Responses on each of the last 28 days',
    cy: 'Ymatebion ar bob un o’r 28 diwrnod diwethaf',
  },
  'missing.dayNumbers': { en: 'Show the numbers', cy: 'Dangos y rhifau' },
  'missing.day': { en: 'Day', cy: 'Diwrnod' },
  'missing.language': { en: 'Language', cy: 'Iaith' },
  'missing.noLanguage': { en: 'Not chosen', cy: 'Heb ei dewis' },
  'missing.peopleHead': { en: 'People', cy: 'Pobl' },
  'missing.responsesHead': { en: 'Responses', cy: 'Ymatebion' },

  'area.title': { en: 'Who lives here', cy: 'Pwy sy’n byw yma' },
  'area.text': {
    en: 'Write what share of the people who live here would give each answer, for example from the census. Leave an answer empty if you do not know it.',
    cy: 'Ysgrifennwch pa gyfran o’r bobl sy’n byw yma fyddai’n rhoi pob ateb, er enghraifft o’r cyfrifiad. Gadewch ateb yn wag os nad ydych yn ei wybod.',
  },
  'area.number': {
    en: 'Write a percentage from 0 to 100, such as 17.5',
    cy: 'Ysgrifennwch ganran o 0 i 100, fel 17.5',
  },
  'area.total': {
    en: 'The shares add up to more than 100%. Check them again',
    cy: 'Mae’r cyfrannau’n dod i fwy na 100%. Gwiriwch nhw eto',
  },
  'area.save': { en: 'Save', cy: 'Cadw' },
  'area.cancel': { en: 'Cancel', cy: 'Canslo' },
  'area.saved': {
    en: 'Saved. The page compares with it now.',
    cy: 'Wedi’i gadw. Mae’r dudalen yn cymharu ag ef nawr.',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
