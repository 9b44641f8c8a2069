import type { ConsoleLanguage } from '#domain/words.ts';

export const signInTexts = {
  'signIn.title': { en: 'Sign in', cy: 'Mewngofnodi' },
  'signIn.email': { en: 'Email address', cy: 'Cyfeiriad e-bost' },
  'signIn.password': { en: 'Password', cy: 'Cyfrinair' },
  'signIn.show': { en: 'Show', cy: 'Dangos' },
  'signIn.hide': { en: 'Hide', cy: 'Cuddio' },
  'signIn.showPassword': { en: 'Show password', cy: 'Dangos y cyfrinair' },
  'signIn.hidePassword': { en: 'Hide password', cy: "Cuddio''r cyfrinair" },
  'signIn.passwordShown': { en: 'Your password is visible', cy: 'Mae eich cyfrinair yn weladwy' },
  'signIn.passwordHidden': { en: 'Your password is hidden', cy: "Mae eich cyfrinair wedi''i guddio" },
  'signIn.signOut': { en: 'Sign out', cy: 'Allgofnodi' },
  'signIn.forgotten': { en: 'If you cannot sign in', cy: 'Os na allwch fewngofnodi' },
  'signIn.forgottenText': {
    en: 'Ask an admin for a new sign-in link. Whoever runs the service can make one with this command:',
    cy: "Gofynnwch i weinyddwr am ddolen fewngofnodi newydd. Gall pwy bynnag sy''n rhedeg y gwasanaeth wneud un gyda''r gorchymyn hwn:",
  },
  'signIn.emailMissing': {
    en: 'Enter an email address in the right format, like name@example.com',
    cy: 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com',
  },
  'signIn.passwordMissing': { en: 'Enter your password', cy: 'Rhowch eich cyfrinair' },
  'signIn.wrong': {
    en: 'The email address or the password is not right',
    cy: "Nid yw''r cyfeiriad e-bost neu''r cyfrinair yn gywir",
  },
  'signIn.tooMany': {
    en: 'Too many tries. Wait 15 minutes, then try again. Your account is not locked.',
    cy: "Gormod o gynigion. Arhoswch 15 munud, yna rhowch gynnig arall arni. Nid yw eich cyfrif wedi''i gloi.",
  },
  'signIn.signedOut': { en: 'You have signed out', cy: 'Rydych wedi allgofnodi' },

  'link.firstTitle': { en: 'Set up the first officer', cy: 'Gosod y swyddog cyntaf' },
  'link.firstText': {
    en: 'You will be an admin: you can review, publish and add other officers.',
    cy: 'Byddwch yn weinyddwr: gallwch adolygu, cyhoeddi ac ychwanegu swyddogion eraill.',
  },
  'link.officerTitle': { en: 'Set your password', cy: 'Gosod eich cyfrinair' },
  'link.officerText': { en: 'You will sign in as {email}.', cy: 'Byddwch yn mewngofnodi fel {email}.' },
  'link.name': { en: 'Your name', cy: 'Eich enw' },
  'link.nameHint': {
    en: 'Colleagues see it beside what you do',
    cy: 'Bydd cydweithwyr yn ei weld wrth ymyl yr hyn a wnewch',
  },
  'link.passwordHint': {
    en: 'At least {min} characters. Three random words are easy to remember.',
    cy: 'O leiaf {min} nod. Mae tri gair ar hap yn hawdd eu cofio.',
  },
  'link.submit': { en: 'Save and sign in', cy: 'Cadw a mewngofnodi' },
  'link.nameMissing': { en: 'Enter your name', cy: 'Rhowch eich enw' },
  'link.nameLong': {
    en: 'Name must be 100 characters or fewer',
    cy: "Rhaid i''r enw fod yn 100 nod neu lai",
  },
  'link.passwordShort': {
    en: 'Password must be 12 characters or more',
    cy: "Rhaid i''r cyfrinair fod yn 12 nod neu fwy",
  },
  'link.passwordLong': {
    en: 'Password must be 200 characters or fewer',
    cy: "Rhaid i''r cyfrinair fod yn 200 nod neu lai",
  },
  'link.used.title': { en: 'This link has been used', cy: "Mae''r ddolen hon wedi''i defnyddio" },
  'link.expired.title': { en: 'This link has expired', cy: "Mae''r ddolen hon wedi dod i ben" },
  'link.unknown.title': { en: 'This link does not work', cy: "Nid yw''r ddolen hon yn gweithio" },
  'link.worthless': {
    en: 'A sign-in link works once, within an hour, and a newer one replaces it. If you have a password, sign in with it.',
    cy: 'Mae dolen fewngofnodi yn gweithio unwaith, o fewn awr, ac mae un newydd yn cymryd ei lle. Os oes gennych gyfrinair, mewngofnodwch ag ef.',
  },
  'link.renew': {
    en: 'To get a new link, ask an admin, or whoever runs the service, who can use this command:',
    cy: "I gael dolen newydd, gofynnwch i weinyddwr, neu i bwy bynnag sy''n rhedeg y gwasanaeth, a all ddefnyddio''r gorchymyn hwn:",
  },
  'link.renewFirst': {
    en: 'If nobody has signed in yet, starting the service again prints a new link.',
    cy: 'Os nad oes neb wedi mewngofnodi eto, bydd ailgychwyn y gwasanaeth yn argraffu dolen newydd.',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
