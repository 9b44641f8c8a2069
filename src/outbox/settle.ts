import type { Receipt, SendResult } from '#channels/channel.ts';
import type { NewId } from '#domain/clock.ts';
import type { Keys } from '#people/keys.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import { changeAddress } from '#store/addresses.ts';
import { blockAddress, correctCost } from '#store/claims.ts';
import type { Tx } from '#store/db.ts';
import {
  findDelivery,
  type lapsedDeliveries,
  lockDelivery,
  type Standing,
  settleDelivery,
} from '#store/deliveries.ts';
import { stopResident } from '#store/optOuts.ts';
import { joinEarlyReceipts, keepReceipt, lockProviderId } from '#store/receipts.ts';
import { slowDown } from '#store/senders.ts';
import type { Attempt } from './claim.ts';
import { afterReceipt, afterSend, afterSilence, type Verdict } from './verdict.ts';

/** Writes what became of an attempt, together with any receipt that overtook its answer. */
export async function settleAttempt(
  tx: Tx,
  attempt: Attempt,
  answered: SendResult,
  { keys, now }: { keys: Keys; now: number },
): Promise<void> {
  const providerId = answered.kind === 'accepted' ? answered.providerId : null;
  if (providerId !== null) await lockProviderId(tx, providerId);
  const delivery = await lockDelivery(tx, attempt);
  // Another process took it that this one had died, and has tried again since.
  if (delivery === undefined || delivery.attemptId !== attempt.attemptId) return;
  const result = await followMove(tx, keys, attempt, answered);
  await settleCost(tx, attempt, result);
  if (result.kind === 'retryAfter') {
    const { channel, message } = attempt;
    await slowDown(tx, { channel, account: message.account, until: now + result.afterMs, now });
  }
  await apply(tx, delivery, afterSend(delivery, result, now), now);
  if (providerId === null) return;
  const { id: deliveryId, channel } = delivery;
  for (const early of await joinEarlyReceipts(tx, { channel, providerId, deliveryId })) {
    await mergeReceipt(tx, attempt, { ...early, providerId } as Receipt, now);
  }
}

/** The address is rewritten where the chat has moved; where somebody else has the new one, it is no address of theirs. */
async function followMove(
  tx: Tx,
  keys: Keys,
  { addressId, channel }: Attempt,
  result: SendResult,
): Promise<SendResult> {
  if (result.kind !== 'moved') return result;
  const moved = await changeAddress(tx, addressId, {
    hash: hashAddress(keys, channel, result.address),
    sealed: sealAddress(keys, result.address),
    keyId: keys.id,
  });
  return moved ? result : { kind: 'rejected', reason: 'badAddress', code: null, permanent: true };
}

/** What was refused costs nothing, and the provider's own count of segments is the one that it charges for. */
async function settleCost(tx: Tx, { id, price }: Attempt, result: SendResult): Promise<void> {
  if (result.kind === 'rejected' || result.kind === 'retryAfter' || result.kind === 'moved') {
    if (price.millipence > 0)
      await correctCost(tx, { id, segments: price.segments, millipence: -price.millipence });
    return;
  }
  if (result.kind !== 'accepted' || result.segments === null || result.segments === price.segments) return;
  const each = price.millipence / (price.segments ?? 1);
  const millipence = Math.round(each * result.segments) - price.millipence;
  await correctCost(tx, { id, segments: result.segments, millipence });
}

/** Keeps what a provider says, and moves the delivery on where it is known and not further along already. */
export async function takeReceipt(
  tx: Tx,
  receipt: Receipt,
  { now, newId }: { now: number; newId: NewId },
): Promise<void> {
  await lockProviderId(tx, receipt.providerId);
  const found = await findDelivery(tx, receipt.channel, receipt);
  await keepReceipt(tx, {
    ...receipt,
    id: newId(),
    deliveryId: found?.id ?? null,
    receivedAt: now,
  });
  if (found !== undefined) await mergeReceipt(tx, found, receipt, now);
}

async function mergeReceipt(
  tx: Tx,
  found: { id: string; addressId: string },
  receipt: Pick<Receipt, 'state' | 'reason' | 'code' | 'providerId'>,
  now: number,
): Promise<void> {
  const delivery = await lockDelivery(tx, found);
  if (delivery !== undefined) await apply(tx, delivery, afterReceipt(delivery, receipt, now), now);
}

/** An attempt whose process died before it could say what happened. */
export async function settleLapsed(
  tx: Tx,
  lapsed: Awaited<ReturnType<typeof lapsedDeliveries>>[number],
  now: number,
): Promise<void> {
  const delivery = await lockDelivery(tx, lapsed);
  if (delivery?.state !== 'attempting' || delivery.attemptId !== lapsed.attemptId) return;
  await apply(tx, delivery, afterSilence(delivery, null, now), now);
}

async function apply(tx: Tx, delivery: Standing, verdict: Verdict | null, now: number): Promise<void> {
  if (verdict === null) return;
  await settleDelivery(tx, delivery.id, verdict.settled);
  if (verdict.learnt === 'blocked') await blockAddress(tx, delivery.addressId, now);
  if (verdict.learnt === 'optedOut') await stopResident(tx, delivery.residentId, now);
}
