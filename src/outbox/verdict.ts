import type { Receipt, SendResult } from '#channels/channel.ts';
import type { Purpose, Reason } from '#domain/words.ts';
import type { Settled, Standing } from '#store/deliveries.ts';
import { rankOf } from './rank.ts';

/** Attempts that surely reached nobody: with the pauses between them about half an hour. */
const MOST_ATTEMPTS = 12;
/** Attempts that may each have reached them: a resident should not get one reply many times. */
const MOST_UNCERTAIN = 5;

/** What a delivery becomes, and what it teaches us about its address. Null where it changes nothing. */
export interface Verdict {
  settled: Settled;
  learnt: 'blocked' | 'optedOut' | null;
}

/** A reply that never comes is worse than one that comes twice; a follow-up that comes twice is a nuisance. */
function atLeastOnce(purpose: Purpose): boolean {
  return purpose === 'reply' || purpose === 'service';
}

/** What the answer to a send means for its delivery, which may have moved on while we waited for the answer. */
export function afterSend(delivery: Standing, result: SendResult, now: number): Verdict | null {
  if (result.kind === 'accepted') {
    const known = rankOf(delivery.state) > 0;
    return verdict(delivery, {
      ...(known ? {} : { state: 'accepted', reason: null, code: null }),
      providerId: result.providerId,
      settledAt: now,
    });
  }
  // A receipt came first, so the provider did take it.
  if (rankOf(delivery.state) > 0) return null;
  if (result.kind === 'moved') return afterMove(delivery, now);
  if (result.kind === 'rejected') {
    const { reason, code, permanent } = result;
    return {
      ...verdict(delivery, { state: 'rejected', reason, code, settledAt: now }),
      learnt: learntFrom(reason, permanent),
    };
  }
  if (delivery.state !== 'attempting' && delivery.state !== 'unknown') return null;
  return result.kind === 'retryAfter'
    ? afterRefusal(delivery, result, now)
    : afterSilence(delivery, result.code, now);
}

/** It goes to the new address at once, unless it has been sent after it too often. */
function afterMove(delivery: Standing, now: number): Verdict {
  return delivery.attempts >= MOST_ATTEMPTS
    ? verdict(delivery, { state: 'rejected', reason: 'badAddress', settledAt: now })
    : verdict(delivery, { state: 'queued', reason: null, code: null, notBefore: now, settledAt: null });
}

function afterRefusal(
  delivery: Standing,
  { afterMs, reason, code }: Extract<SendResult, { kind: 'retryAfter' }>,
  now: number,
): Verdict {
  const notBefore = now + Math.max(afterMs, pauseAfter(delivery.attempts));
  const tooLate = delivery.expiresAt !== null && notBefore >= delivery.expiresAt;
  return tooLate || delivery.attempts >= MOST_ATTEMPTS
    ? verdict(delivery, { state: 'rejected', reason, code, settledAt: now })
    : verdict(delivery, { state: 'queued', reason, code, notBefore, settledAt: null });
}

/** Nobody knows whether it was taken: after a timeout, a reset, a 5xx, or when the process that sent it died. */
export function afterSilence(delivery: Standing, code: string | null, now: number): Verdict {
  const again = atLeastOnce(delivery.purpose) && delivery.attempts < MOST_UNCERTAIN;
  return again
    ? verdict(delivery, {
        state: 'queued',
        code,
        notBefore: now + pauseAfter(delivery.attempts),
        settledAt: null,
      })
    : verdict(delivery, { state: 'unknown', reason: null, code, settledAt: now });
}

/** Receipts come in any order and more than once: only what is further along counts. */
export function afterReceipt(
  delivery: Standing,
  receipt: Pick<Receipt, 'state' | 'reason' | 'code'> & { providerId: string },
  now: number,
): Verdict | null {
  const { state, reason, code } = receipt;
  const providerId = delivery.providerId ?? receipt.providerId;
  if (rankOf(state) > rankOf(delivery.state)) {
    return {
      ...verdict(delivery, { state, reason, code, providerId, settledAt: now }),
      // A receipt does not say whether it is for good; of these reasons every one is.
      learnt: state === 'rejected' ? learntFrom(reason, true) : null,
    };
  }
  return delivery.providerId === null ? verdict(delivery, { providerId }) : null;
}

function learntFrom(reason: Reason | null, permanent: boolean): Verdict['learnt'] {
  if (reason === 'optedOut') return 'optedOut';
  return permanent && (reason === 'badAddress' || reason === 'blocked') ? 'blocked' : null;
}

function pauseAfter(attempts: number): number {
  return 1000 * 2 ** Math.max(attempts - 1, 0);
}

function verdict(delivery: Standing, change: Partial<Settled>): Verdict {
  const { state, reason, code, providerId, notBefore, settledAt } = delivery;
  return { settled: { state, reason, code, providerId, notBefore, settledAt, ...change }, learnt: null };
}
