import type { ConsoleLanguage } from '#domain/words.ts';

export const officersTexts = {
  'officers.title': { en: 'Officers', cy: 'Swyddogion' },
  'officers.name': { en: 'Name', cy: 'Enw' },
  'officers.email': { en: 'Email address', cy: 'Cyfeiriad e-bost' },
  'officers.role': { en: 'Role', cy: 'Rôl' },
  'officers.state': { en: 'Status', cy: 'Statws' },
  'officers.action': { en: 'Action', cy: 'Gweithred' },
  'officers.canSignIn': { en: 'Can sign in', cy: 'Yn gallu mewngofnodi' },
  'officers.invited': { en: 'No password yet', cy: 'Dim cyfrinair eto' },
  'officers.newLink': { en: 'Make a sign-in link', cy: 'Gwneud dolen fewngofnodi' },
  'officers.forWhom': { en: 'for {name}', cy: 'ar gyfer {name}' },
  'officers.add': { en: 'Add an officer', cy: 'Ychwanegu swyddog' },
  'officers.roleLegend': { en: 'What may they do?', cy: 'Beth gânt ei wneud?' },
  'officers.resident': {
    en: 'Read answers without names or numbers, and suggest themes. For residents: they see nothing else',
    cy: 'Darllen atebion heb enwau na rhifau, ac awgrymu themâu. I breswylwyr: ni welant ddim arall',
  },
  'officers.viewer': { en: 'Read everything', cy: 'Darllen popeth' },
  'officers.reviewer': {
    en: 'Also review responses and close cases',
    cy: 'Hefyd adolygu ymatebion a chau achosion',
  },
  'officers.publisher': {
    en: 'Also publish outcomes, which tells people',
    cy: "Hefyd cyhoeddi canlyniadau, sy''n rhoi gwybod i bobl",
  },
  'officers.admin': { en: 'Also add officers', cy: 'Hefyd ychwanegu swyddogion' },
  'officers.submit': { en: 'Add officer', cy: 'Ychwanegu swyddog' },
  'officers.nameMissing': { en: 'Enter their name', cy: 'Rhowch eu henw' },
  'officers.roleMissing': { en: 'Select what they may do', cy: 'Dewiswch beth gânt ei wneud' },
  'officers.taken': {
    en: 'An officer with this email address is there already',
    cy: "Mae swyddog â''r cyfeiriad e-bost hwn yno eisoes",
  },
  'officers.linkTitle': { en: 'Give this link to {name}', cy: 'Rhowch y ddolen hon i {name}' },
  'officers.linkText': {
    en: 'They set their password with it. It works once and within an hour, and it is shown only now.',
    cy: "Byddant yn gosod eu cyfrinair gyda hi. Mae''n gweithio unwaith ac o fewn awr, a dim ond nawr y caiff ei dangos.",
  },
  'officers.back': { en: 'Back to officers', cy: "Yn ôl i''r swyddogion" },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
