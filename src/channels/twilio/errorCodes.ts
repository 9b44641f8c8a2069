import type { Reason } from '#domain/words.ts';

export interface Failure {
  reason: Reason;
  /** Whether sending the same to the same address can never work. */
  permanent: boolean;
}

const never = (reason: Reason): Failure => ({ reason, permanent: true });
const notNow = (reason: Reason): Failure => ({ reason, permanent: false });

/** Twilio's codes in our words. https://www.twilio.com/docs/api/errors */
const failures: Record<string, Failure> = {
  '20003': notNow('auth'), // wrong account sid or token
  '20429': notNow('rate'), // too many requests
  '21211': never('badAddress'), // To is no valid number
  '21408': notNow('unreachable'), // the account may not send to this region
  '21610': never('optedOut'), // they sent STOP
  '21611': notNow('rate'), // too many messages are queued for this sender
  '21612': notNow('unreachable'), // no route from this sender to this number
  '21614': never('badAddress'), // To is no mobile number
  '21617': never('tooLong'), // body over 1,600 characters
  '21656': never('templateInvalid'), // bad content variables
  '21658': never('tooLong'),
  '30001': notNow('rate'), // queue overflow
  '30002': notNow('auth'), // account suspended
  '30003': notNow('unreachable'), // phone off or out of reach
  '30004': never('blocked'), // the recipient or their network blocks it
  '30005': never('unreachable'), // number unknown to its network
  '30006': never('badAddress'), // landline
  '30007': notNow('filtered'), // a carrier took it for spam
  '30036': notNow('unreachable'), // not delivered before its validity period ended
  '63016': notNow('windowClosed'), // WhatsApp: over 24 hours after their last message
  '63018': notNow('rate'), // WhatsApp: too many messages
  '63032': notNow('filtered'), // WhatsApp: Meta declined
  '63049': notNow('filtered'), // WhatsApp: Meta declined
};

/** A code that is not in the table says nothing about the address, so it is never permanent. */
export function failureOf(code: string | null): Failure {
  return failures[code ?? ''] ?? notNow('other');
}
