/** The words that every room shares, as closed lists. docs/architecture.md says what each means. */

export const channelNames = [
  'sms',
  'whatsapp',
  'telegram',
  'teams',
  'webchat',
  'simulator',
  'byHand',
] as const;
export type ChannelName = (typeof channelNames)[number];

export type InboundKind =
  | 'text'
  | 'choice'
  | 'media'
  | 'location'
  | 'command'
  | 'optOut'
  | 'optIn'
  | 'help'
  | 'blocked'
  | 'unblocked'
  | 'addressChanged'
  | 'unsupported';

/** Why a message goes out. It decides retries, opt-out and quiet hours: docs/architecture.md, "A delivery". */
export const purposes = ['reply', 'followUp', 'reminder', 'service'] as const;
export type Purpose = (typeof purposes)[number];

/** A delivery's states. The ranked ones only ever move forwards: see `rankOf`. */
export const deliveryStates = [
  'queued',
  'attempting',
  'accepted',
  'sent',
  'delivered',
  'read',
  'rejected',
  'suppressed',
  'expired',
  'cancelled',
  'unknown',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a delivery failed, in our words; the provider's own code is kept beside it. */
export type Reason =
  | 'optedOut'
  | 'blocked'
  | 'badAddress'
  | 'unreachable'
  | 'windowClosed'
  | 'templateInvalid'
  | 'tooLong'
  | 'filtered'
  | 'auth'
  | 'rate'
  /** The number is of a country that we do not send to. */
  | 'country'
  | 'other';

/** What residents can be written to in. Which of them somebody has read through, a flow says: `reviewed`. */
export const languages = ['en', 'cy', 'pl', 'ro', 'bn', 'ur'] as const;
export type Language = (typeof languages)[number];

/** What officers and the public pages read; also what Hearback's own texts have been read through in. */
export const consoleLanguages = ['en', 'cy'] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];

/** Written from right to left. */
export const rightToLeft: ReadonlySet<Language> = new Set(['ur']);

/** The organisation's name: it has one in each language that its own screens are in. */
export type Organisation = Record<ConsoleLanguage, string>;

/** Its name as it is written to someone who reads this language. */
export function nameIn(organisation: Organisation, language: Language): string {
  return language === 'cy' ? organisation.cy : organisation.en;
}

/** Each may do what those before it may. `resident`: a resident reviewer, no officer, who reads redacted words alone. */
export const officerRoles = ['resident', 'viewer', 'reviewer', 'publisher', 'admin'] as const;
export type OfficerRole = (typeof officerRoles)[number];

export const caseKinds = [
  'safeguarding',
  /** Someone below the age that the flow is for. */
  'child',
  'erasure',
  /** The full copy of one's own data, released by a person. */
  'data',
  'complaint',
  'question',
  /** A photo or a voice note that waits for a person. */
  'media',
  /** Words in a language that the safeguarding gate cannot read. */
  'unread',
  'fault',
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const outcomeKinds = ['did', 'doing', 'cannot', 'together'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const consentKinds = ['hearBack', 'quote'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type CodingSource = 'machine' | 'officer' | 'resident';

/** What became of a group of responses that no theme explains. */
export type ThemeGroupState = 'offered' | 'suggestedByResident' | 'made' | 'dismissed';
/** What a response says besides its themes: codings that are no theme, each with a queue of its own. */
export const controlCodes = [
  'gratitude',
  'question',
  'chasing',
  'repair',
  'offer',
  'complaint',
  'notAnAnswer',
  'needsPerson',
] as const;
export type ControlCode = (typeof controlCodes)[number];

/** What a complaint is about, where that decides who handles it and who must not see it. */
export type ControlDetail = 'person' | 'dataProtection';

export type Decision = 'suggested' | 'accepted' | 'rejected';

/** A language, or its easy-read variant: shorter sentences and plainer words for whoever asks for EASY READ. */
export type Voice = Language | `${Language}-easy`;

export const voices: readonly Voice[] = languages.flatMap((language): Voice[] => [
  language,
  `${language}-easy`,
]);

/** Text in every language a consultation speaks; an easy-read variant where somebody has written one. */
export type Localised = Partial<Record<Voice, string | undefined>>;
