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
  | 'other';

export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

export const officerRoles = ['viewer', 'reviewer', 'publisher', 'admin'] as const;
export type OfficerRole = (typeof officerRoles)[number];

export type CaseKind = 'safeguarding' | 'erasure' | 'complaint' | 'question' | 'fault';

export const outcomeKinds = ['did', 'doing', 'cannot', 'together'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const consentKinds = ['hearBack', 'quote'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type CodingSource = 'machine' | 'officer' | 'resident';

export type Decision = 'suggested' | 'accepted' | 'rejected';

/** Text in every language a consultation speaks. */
export type Localised = Partial<Record<Language, string | undefined>>;
