import type { ConsoleLanguage } from '#domain/words.ts';

/** The closed lists of domain/words.ts as people read them: `t('channel.' + name)`. */
export const wordTexts = {
  'channel.sms': { en: 'SMS', cy: 'Neges destun' },
  'channel.whatsapp': { en: 'WhatsApp', cy: 'WhatsApp' },
  'channel.telegram': { en: 'Telegram', cy: 'Telegram' },
  'channel.teams': { en: 'Teams', cy: 'Teams' },
  'channel.webchat': { en: 'Web chat', cy: 'Sgwrs ar y we' },
  'channel.simulator': { en: 'Simulator', cy: 'Efelychydd' },
  'channel.byHand': { en: 'By hand', cy: 'Â llaw' },

  'language.en': { en: 'English', cy: 'Saesneg' },
  'language.cy': { en: 'Welsh', cy: 'Cymraeg' },
  'language.pl': { en: 'Polish', cy: 'Pwyleg' },
  'language.ro': { en: 'Romanian', cy: 'Rwmaneg' },
  'language.bn': { en: 'Bengali', cy: 'Bengaleg' },
  'language.ur': { en: 'Urdu', cy: 'Wrdw' },

  'role.resident': { en: 'Resident reviewer', cy: 'Adolygydd o breswylydd' },
  'role.viewer': { en: 'Viewer', cy: 'Gwyliwr' },
  'role.reviewer': { en: 'Reviewer', cy: 'Adolygydd' },
  'role.publisher': { en: 'Publisher', cy: 'Cyhoeddwr' },
  'role.admin': { en: 'Admin', cy: 'Gweinyddwr' },

  'review.new': { en: 'New', cy: 'Newydd' },
  'review.reviewed': { en: 'Reviewed', cy: 'Wedi adolygu' },
  'review.again': { en: 'New suggestion', cy: 'Awgrym newydd' },

  'caseKind.safeguarding': { en: 'Safeguarding', cy: 'Diogelu' },
  'caseKind.erasure': { en: 'Asks for their data to be deleted', cy: 'Yn gofyn am ddileu eu data' },
  'caseKind.complaint': { en: 'Complaint', cy: 'Cwyn' },
  'caseKind.question': { en: 'Asks for a person', cy: 'Yn gofyn am berson' },
  'caseKind.child': { en: 'Someone under the age for this', cy: 'Rhywun o dan yr oed ar gyfer hyn' },
  'caseKind.data': { en: 'Asks for a copy of their data', cy: "Yn gofyn am gopi o''u data" },
  'caseKind.media': { en: 'A photo or a recording to look at', cy: 'Llun neu recordiad i edrych arno' },
  'caseKind.unread': { en: 'Words that we could not read', cy: 'Geiriau na allem eu darllen' },
  'caseKind.fault': { en: 'A message that we failed to handle', cy: 'Neges na lwyddwyd i ddelio â hi' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
