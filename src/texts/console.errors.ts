import type { ConsoleLanguage } from '#domain/words.ts';

/** Pages for when something is in the way: what it is and how to go on. */
export const errorTexts = {
  'error.field': { en: 'Check this answer', cy: 'Gwiriwch yr ateb hwn' },
  'error.reference': { en: 'Reference: {id}', cy: 'Cyfeirnod: {id}' },
  'error.notFound.title': { en: 'Page not found', cy: "Heb ddod o hyd i''r dudalen" },
  'error.notFound.text': {
    en: 'If you typed the web address, check that it is right. What was here may have been deleted.',
    cy: "Os gwnaethoch deipio''r cyfeiriad gwe, gwnewch yn siŵr ei fod yn gywir. Efallai bod yr hyn oedd yma wedi''i ddileu.",
  },
  'error.malformed.title': { en: 'We could not read that', cy: 'Nid oeddem yn gallu darllen hynny' },
  'error.malformed.text': {
    en: 'Something was wrong with what your browser sent. Go back and try again.',
    cy: "Roedd rhywbeth o''i le ar yr hyn a anfonodd eich porwr. Ewch yn ôl a rhowch gynnig arall arni.",
  },
  'error.form.title': { en: 'This form is out of date', cy: "Mae''r ffurflen hon wedi dyddio" },
  'error.form.text': {
    en: 'It was open for too long, or it was not opened from this site. Go back, load the page again and send it once more.',
    cy: "Bu ar agor yn rhy hir, neu ni chafodd ei hagor o''r wefan hon. Ewch yn ôl, ail-lwythwch y dudalen a''i hanfon eto.",
  },
  'error.tooLarge.title': { en: 'That is too large', cy: "Mae hynny''n rhy fawr" },
  'error.tooLarge.text': {
    en: 'The form holds more than we can take at once. Shorten it and send it again.',
    cy: "Mae''r ffurflen yn cynnwys mwy nag y gallwn ei dderbyn ar unwaith. Byrhewch hi a''i hanfon eto.",
  },
  'error.tooMany.title': { en: 'Too many tries', cy: 'Gormod o gynigion' },
  'error.tooMany.text': {
    en: 'Wait 15 minutes, then try again. Nothing has been locked.',
    cy: "Arhoswch 15 munud, yna rhowch gynnig arall arni. Nid oes dim wedi''i gloi.",
  },
  'error.unavailable.title': {
    en: 'Sorry, we cannot save anything just now',
    cy: "Mae''n ddrwg gennym, ni allwn gadw dim ar hyn o bryd",
  },
  'error.unavailable.text': {
    en: 'Nothing that was saved before is lost. Wait a minute, then try again.',
    cy: "Nid oes dim a gadwyd o''r blaen wedi''i golli. Arhoswch funud, yna rhowch gynnig arall arni.",
  },
  'error.fault.title': {
    en: 'Sorry, there is a problem with the service',
    cy: "Mae''n ddrwg gennym, mae problem gyda''r gwasanaeth",
  },
  'error.fault.text': {
    en: 'Try again later. If it happens again, tell whoever runs the service the reference below.',
    cy: "Rhowch gynnig arall arni yn nes ymlaen. Os bydd yn digwydd eto, rhowch y cyfeirnod isod i bwy bynnag sy''n rhedeg y gwasanaeth.",
  },
  'error.role.title': { en: 'Your role does not allow this', cy: "Nid yw''ch rôl yn caniatáu hyn" },
  'error.role.text': {
    en: 'This needs the role {needed}. Yours is {own}. Ask an admin if you should have it.',
    cy: 'Mae angen y rôl {needed} ar gyfer hyn. Eich rôl chi yw {own}. Gofynnwch i weinyddwr a ddylech ei chael.',
  },
  'error.role.home': { en: 'Go to the home page', cy: "Mynd i''r hafan" },
  'error.signedOut.title': { en: 'You are signed out', cy: "Rydych wedi''ch allgofnodi" },
  'error.signedOut.text': {
    en: 'What you sent was not saved. Sign in, then do it again.',
    cy: 'Ni chafodd yr hyn a anfonoch ei gadw. Mewngofnodwch, yna gwnewch hynny eto.',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
