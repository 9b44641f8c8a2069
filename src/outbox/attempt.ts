import type { Price } from '#channels/channel.ts';
import type { MessageBody } from '#domain/choices.ts';
import { daysWithin, londonDay } from '#domain/day.ts';
import type { Keys } from '#people/keys.ts';
import { openAddress } from '#people/seal.ts';
import { type Due, isBlocked, markAttempting, noteFollowUp, postpone, setAside } from '#store/claims.ts';
import { mayBeTold } from '#store/consents.ts';
import type { Tx } from '#store/db.ts';
import { holdsOver } from '#store/holds.ts';
import { repliesTo } from '#store/spending.ts';
import type { Attempt, Claiming } from './claim.ts';
import { formOf } from './form.ts';
import { isServed } from './limits.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const free: Price = { segments: null, millipence: 0 };

/** What is handed to the provider for one delivery that is due; null where it is set aside or has to wait. */
export async function attemptOf(
  tx: Tx,
  claiming: Claiming,
  due: Due,
  closes: number | null,
): Promise<Attempt | null> {
  const { keys, newId, now, leaseUntil, limits } = claiming;
  const { id, addressId, account, purpose } = due;
  const never = async (
    state: 'suppressed' | 'expired' | 'rejected',
    reason: Parameters<typeof setAside>[1]['reason'],
  ) => {
    await setAside(tx, { id, state, reason, now });
    return null;
  };
  const lastMoment = await lastMomentOf(tx, due, now);
  if (lastMoment !== null && lastMoment <= now) return never('expired', null);
  // Service is tried whatever we believe of the address: where to get help may be the one thing that matters.
  if (purpose !== 'service' && due.stopped === 1) return never('suppressed', 'optedOut');
  if (purpose !== 'service' && isBlocked(due)) return never('suppressed', 'blocked');
  if (purpose === 'followUp' && !(await mayBeTold(tx, id))) return never('suppressed', 'optedOut');
  const address = readable(keys, due);
  const channel = claiming.channels.get(due.channel);
  if (address === null || channel === undefined) return never('rejected', 'other');
  const { phone, rate } = channel.capabilities(address);
  if (purpose !== 'service' && !isServed(phone, limits.countries[due.channel]))
    return never('suppressed', 'country');
  // Where no provider stands behind a channel, there is neither a bill nor a machine that answers.
  const room = purpose === 'reply' && rate !== null ? await roomForReply(tx, claiming, due) : now;
  if (room > now) {
    await postpone(tx, { id, until: room });
    return null;
  }
  const { text, choices, templates } = JSON.parse(due.body) as MessageBody;
  const form = formOf(channel, { address, lastInboundAt: due.lastInboundAt }, templates ?? [], now);
  if (form.kind === 'closed') return never('rejected', 'windowClosed');

  const template = form.kind === 'template' ? form.template : null;
  const attemptId = newId();
  const expiresAt = earliest(lastMoment, closes);
  const message = {
    ...{ deliveryId: id, attemptId, address, account, purpose },
    ...{ text, choices, template, expiresAt },
  };
  const price = channel.price?.(message) ?? free;
  await markAttempting(tx, {
    ...{ id, attemptId, leaseUntil, now, templateRef: template?.ref ?? null },
    ...price,
  });
  if (purpose === 'followUp') await noteFollowUp(tx, { addressId, deliveryId: id, now });
  return { id, addressId, attemptId, leaseUntil, channel: due.channel, message, price };
}

/** With a flow's own questions: somebody who answers fourteen of them in ten minutes is no machine. */
const WITH_QUESTIONS = 3;

/** From when one reply more fits into the hour: two machines that answer each other must come to an end. */
async function roomForReply(
  tx: Tx,
  { now, limits: { repliesAnHour } }: Claiming,
  { addressId, asks }: Due,
): Promise<number> {
  if (repliesAnHour === null) return now;
  const within = async (limit: number, questions: 'with' | 'without') => {
    const latest = await repliesTo(tx, { addressId, since: now - HOUR, limit }, questions);
    const oldest = latest.length < limit ? undefined : latest.at(-1);
    return oldest === undefined ? now : oldest + HOUR;
  };
  const all = await within(WITH_QUESTIONS * repliesAnHour, 'with');
  return asks === 1 ? all : Math.max(all, await within(repliesAnHour, 'without'));
}

/** After which it is too late. The days on which a pre-election period holds a follow-up do not count. */
async function lastMomentOf(tx: Tx, { id, purpose, expiresAt }: Due, now: number): Promise<number | null> {
  if (expiresAt === null || expiresAt > now || purpose !== 'followUp') return expiresAt;
  const { createdAt, holds } = await holdsOver(tx, id);
  if (holds.length === 0) return expiresAt;
  const waited = { firstDay: londonDay(createdAt), lastDay: londonDay(now) };
  return expiresAt + daysWithin(waited, holds) * DAY;
}

/** One row that an unknown key sealed must not keep everyone else waiting. */
function readable(keys: Keys, due: Due): string | null {
  try {
    return openAddress(keys, due);
  } catch {
    return null;
  }
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}
