import type { ConsoleLanguage } from '#domain/words.ts';

export const homeTexts = {
  'home.title': { en: 'What to do next', cy: "Beth i''w wneud nesaf" },
  'home.urgent': {
    en: '{count, plural, one {# person may need help now} other {# people may need help now}}',
    cy: '{count, plural, one {Efallai bod angen cymorth ar # person nawr} other {Efallai bod angen cymorth ar # o bobl nawr}}',
  },
  'home.urgentText': {
    en: 'Open the safeguarding cases before anything else.',
    cy: 'Agorwch yr achosion diogelu cyn dim arall.',
  },
  'home.urgentLink': { en: 'Open the cases', cy: 'Agor yr achosion' },
  'home.new': { en: 'Responses to review', cy: "Ymatebion i''w hadolygu" },
  'home.newHint': {
    en: 'Read them and check the suggested themes',
    cy: 'Darllenwch nhw a gwiriwch y themâu a awgrymir',
  },
  'home.again': {
    en: 'Reviewed responses with a new suggestion',
    cy: 'Ymatebion a adolygwyd ag awgrym newydd',
  },
  'home.againHint': {
    en: 'A theme was suggested after they were reviewed',
    cy: 'Awgrymwyd thema ar ôl iddynt gael eu hadolygu',
  },
  'home.unthemed': { en: 'Responses with no theme', cy: 'Ymatebion heb thema' },
  'home.unthemedHint': {
    en: 'See whether any needs a theme, perhaps a new one',
    cy: 'Gweld a oes angen thema ar unrhyw un, un newydd efallai',
  },
  'home.leftOut': {
    en: 'Responses that resident reviewers left out',
    cy: 'Ymatebion a adawyd allan gan breswylwyr sy’n adolygu',
  },
  'home.leftOutHint': {
    en: 'They may show who somebody is. Begin with the first one',
    cy: 'Gallent ddangos pwy yw rhywun. Dechreuwch gyda’r un cyntaf',
  },
  'home.drafts': { en: 'Outcomes not yet published', cy: 'Canlyniadau heb eu cyhoeddi' },
  'home.draftsHint': {
    en: 'Finish what you want to tell people',
    cy: 'Gorffennwch yr hyn rydych am ei ddweud wrth bobl',
  },
  'home.waiting': { en: 'People who have not heard back', cy: 'Pobl sydd heb glywed yn ôl' },
  'home.waitingHint': {
    en: 'They asked to hear what was done',
    cy: 'Gofynnon nhw gael clywed beth a wnaed',
  },
  'home.byHandHint': { en: '{calls}. {letters}.', cy: '{calls}. {letters}.' },
  'home.cases': { en: 'Open cases', cy: 'Achosion agored' },
  'home.casesHint': {
    en: 'Things that a person must handle',
    cy: "Pethau y mae''n rhaid i berson ddelio â nhw",
  },
  'home.emptyText': {
    en: 'Nobody has answered yet. This is how to start:',
    cy: 'Nid oes neb wedi ateb eto. Dyma sut i ddechrau:',
  },
  'home.stepSimulator': {
    en: 'Open the simulator and answer as a resident would.',
    cy: 'Agorwch yr efelychydd ac atebwch fel y byddai preswylydd.',
  },
  'home.stepSimulatorLink': { en: 'Open the simulator', cy: 'Agor yr efelychydd' },
  'home.stepFlows': {
    en: 'Make the questions yours: edit the files in the flows folder and start the service again.',
    cy: "Gwnewch y cwestiynau''n eiddo i chi: golygwch y ffeiliau yn y ffolder flows ac ailgychwynnwch y gwasanaeth.",
  },
  'home.stepChannel': {
    en: 'Connect a real number or bot: the settings are explained in the file .env.example.',
    cy: "Cysylltwch rif neu fot go iawn: mae''r gosodiadau wedi''u hesbonio yn y ffeil .env.example.",
  },
  'home.flows': { en: 'Questions that can be answered now', cy: 'Cwestiynau y gellir eu hateb nawr' },
  'home.flowKeywords': { en: 'Text {keyword} to start', cy: 'Tecstiwch {keyword} i ddechrau' },
  'home.unreached': {
    en: '{to, select, lead {The safeguarding lead could not be reached} other {The safeguarding deputy could not be reached}}: {why}',
    cy: '{to, select, lead {Ni ellid cyrraedd yr arweinydd diogelu} other {Ni ellid cyrraedd y dirprwy diogelu}}: {why}',
  },
  'home.unreachedLink': { en: 'Open this case', cy: 'Agor yr achos hwn' },
  'home.noLead': {
    en: 'No flow should go live without a safeguarding lead, a deputy and cover hours',
    cy: 'Ni ddylai unrhyw lif fynd yn fyw heb arweinydd diogelu, dirprwy ac oriau cyflenwi',
  },
  'home.noLeadText': {
    en: 'Residents can write to you, and if one of them is in danger nobody is told. Set SAFEGUARDING_LEAD and SAFEGUARDING_DEPUTY: they are explained in the file .env.example.',
    cy: "Gall preswylwyr ysgrifennu atoch, ac os yw un ohonynt mewn perygl ni ddywedir wrth neb. Gosodwch SAFEGUARDING_LEAD a SAFEGUARDING_DEPUTY: fe''u hesbonnir yn y ffeil .env.example.",
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
