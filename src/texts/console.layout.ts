import type { ConsoleLanguage } from '#domain/words.ts';

/** The frame of every page. */
export const layoutTexts = {
  'layout.name': { en: 'Hearback', cy: 'Hearback' },
  'layout.errorPrefix': { en: 'Error:', cy: 'Gwall:' },
  'layout.skip': { en: 'Skip to main content', cy: "Neidio i''r prif gynnwys" },
  'layout.service': { en: 'Service information', cy: 'Gwybodaeth am y gwasanaeth' },
  'layout.menu': { en: 'Menu', cy: 'Dewislen' },
  'layout.language': { en: 'Language', cy: 'Iaith' },
  'layout.back': { en: 'Back', cy: 'Yn ôl' },
  'layout.account': { en: 'Your account', cy: 'Eich cyfrif' },
  'layout.demoLabel': { en: 'About the data on this site', cy: 'Am y data ar y safle hwn' },
  'layout.demoTag': { en: 'Demo', cy: 'Demo' },
  'layout.demo': {
    en: 'This is demo data. None of these people are real.',
    cy: "Data enghreifftiol yw hwn. Nid yw''r bobl hyn yn rhai go iawn.",
  },
  'layout.problem': { en: 'There is a problem', cy: 'Mae problem wedi codi' },
  'layout.done': { en: 'Done', cy: "Wedi''i wneud" },
  'layout.public': { en: 'You said, we did', cy: 'Dywedoch chi, gwnaethom ni' },
  'layout.console': { en: 'For staff', cy: 'I staff' },
  'layout.footer': {
    en: '{organisation} listens here, and says what was done.',
    cy: 'Mae {organisation} yn gwrando yma, ac yn dweud beth a wnaed.',
  },

  'nav.home': { en: 'Home', cy: 'Hafan' },
  'nav.responses': { en: 'Responses', cy: 'Ymatebion' },
  'nav.themes': { en: 'Themes', cy: 'Themâu' },
  'nav.outcomes': { en: 'Outcomes', cy: 'Canlyniadau' },
  'nav.missing': { en: 'Who is missing', cy: 'Ar goll' },
  'nav.deliveries': { en: 'Deliveries', cy: 'Negeseuon' },
  'nav.cases': { en: 'Cases', cy: 'Achosion' },
  'nav.officers': { en: 'Officers', cy: 'Swyddogion' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
