import type { Reason } from '#domain/words.ts';

export interface Failure {
  reason: Reason;
  /** Whether sending the same to the same address can never work. */
  permanent: boolean;
  /** Whether the same may go through in a moment, so that an answer to our POST with it is no refusal but a wait. */
  retry: boolean;
}

const never = (reason: Reason): Failure => ({ reason, permanent: true, retry: false });
const notNow = (reason: Reason): Failure => ({ reason, permanent: false, retry: false });
const later: Failure = { reason: 'rate', permanent: false, retry: true };

const all = (codes: string, failure: Failure): [string, Failure][] =>
  codes.split(' ').map((code) => [code, failure]);

/** Twilio's codes in our words, most of them by what is in the way. https://www.twilio.com/docs/api/errors */
const failures = new Map<string, Failure>([
  // Too many at once: requests, a sender's queue, an account's rate; WhatsApp and its daily limit.
  ...all('14107 20429 21611 30001 30022 63018 63038', later),
  // Daily limits of US networks: waiting seconds is in vain.
  ...all('30023 30027', notNow('rate')),

  // They are no phone, or none that takes texts; no WhatsApp user; ourselves; no recipient at all.
  ...all('21211 21217 21265 21266 21401 21421 21604 21614 30006 63003 63024 63031', never('badAddress')),
  // They sent STOP.
  ...all('21610', never('optedOut')),
  // They or their network block us; they blocked us on WhatsApp.
  ...all('30004 63014 63033', never('blocked')),
  // The number is unknown to its network.
  ...all('30005', never('unreachable')),
  // The phone is off; no route; no picture messages; the network is congested; it did not go in its validity period.
  ...all('21612 30003 30011 30017 30036 30042 30410 63015 63029 63036', notNow('unreachable')),
  // The account may not send to this country.
  ...all('21408', notNow('country')),

  // A carrier, Twilio or Meta will not carry this one.
  ...all('21618 30007 30038 30039 30041 30450 63005 63013 63032 63049', notNow('filtered')),
  ...all('21605 21617 21658 30019 30044', never('tooLong')),
  // WhatsApp: over 24 hours after their last message.
  ...all('63016', notNow('windowClosed')),

  // Content, its variables, its shape or its language are wrong.
  ...all('21654 21655 21656 21657 63006 63021 63022 63027 63028 63030', never('templateInvalid')),
  // Meta has rejected, paused or disabled the template, which may be put right.
  ...all('63040 63041 63042', notNow('templateInvalid')),

  // Our side: credentials, a suspended or trial account,
  ...all('10001 20003 20005 20006 20008 20403 21608 30002 63001', notNow('auth')),
  // a sender that is not ours, cannot text or is missing,
  ...all('21212 21603 21606 21607 21659 21660 21661 63002 63007 63008', notNow('auth')),
  // a messaging service that is missing, not ours, or has no sender for this number,
  ...all('21701 21702 21703 21704 21705', notNow('auth')),
  // a sender or a campaign that is not registered, or a WhatsApp business account that Meta has shut.
  ...all('30018 30024 30028 30032 30033 30034 30035 30037 30040 63020 63051', notNow('auth')),

  // Without words, with a bad callback or parameter: ours to mend.
  ...all('21602 21609 21619 21626 30012 30013 30029 30030 90007', notNow('other')),
  // Nobody knows why: at the network, at Twilio, at Meta.
  ...all('30008 30009 30010 30020 63009 63010 63012 63019 63023 63025 63035', notNow('other')),
]);

/** A code that is not in the table says nothing about the address, so it is never permanent. */
export function failureOf(code: string | null): Failure {
  return failures.get(code ?? '') ?? notNow('other');
}
