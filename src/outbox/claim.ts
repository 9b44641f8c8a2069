import type { Outbound } from '#channels/channel.ts';
import type { MessageBody } from '#domain/choices.ts';
import type { NewId } from '#domain/clock.ts';
import { daysWithin, londonDay } from '#domain/day.ts';
import type { ChannelName, Purpose } from '#domain/words.ts';
import type { Keys } from '#people/keys.ts';
import { openAddress } from '#people/seal.ts';
import { type Due, dueDeliveries, isBlocked, markAttempting, noteFollowUp, setAside } from '#store/claims.ts';
import { mayBeTold } from '#store/consents.ts';
import type { Tx } from '#store/db.ts';
import { holdsOver } from '#store/holds.ts';
import { type Hours, nextAllowed, nextClosed } from './hours.ts';

/** One message on its way to the provider, as the ledger already says. */
export interface Attempt {
  id: string;
  addressId: string;
  attemptId: string;
  leaseUntil: number;
  channel: ChannelName;
  message: Outbound;
}

export interface Claiming {
  keys: Keys;
  newId: NewId;
  hours: Hours;
  now: number;
  leaseUntil: number;
  limit: number;
  /** All that can send, and of these the ones that have not asked us to go slower. */
  channels: readonly ChannelName[];
  unhurried: readonly ChannelName[];
}

/** A text handed over in the day's last minutes would be dropped by the network, or arrive after them. */
const LAST_MINUTES = 5 * 60_000;

/** Live conversations first. */
const conversation: readonly Purpose[] = ['service', 'reply'];
const unasked: readonly Purpose[] = ['reminder', 'followUp'];

/** Takes what may go now and writes that it is being attempted; what may never go is set aside, and says why. */
export async function claim(tx: Tx, claiming: Claiming): Promise<{ attempts: Attempt[]; setAside: number }> {
  const { now, limit, channels, unhurried } = claiming;
  const attempts: Attempt[] = [];
  let aside = 0;
  const closes = closingTime(claiming);
  const take = async (purpose: Purpose, on: readonly ChannelName[], until: number | null) => {
    const due = await dueDeliveries(tx, { now, purpose, limit: limit - attempts.length, channels: on });
    for (const delivery of due) {
      const attempt = await attemptOf(tx, claiming, delivery, until);
      if (attempt === null) aside += 1;
      else attempts.push(attempt);
    }
  };
  for (const purpose of conversation) await take(purpose, channels, null);
  if (closes !== 'closed') for (const purpose of unasked) await take(purpose, unhurried, closes);
  return { attempts, setAside: aside };
}

function closingTime({ now, hours }: Claiming): number | null | 'closed' {
  if (nextAllowed(now, hours) > now) return 'closed';
  const closes = nextClosed(now, hours);
  return closes !== null && closes - now <= LAST_MINUTES ? 'closed' : closes;
}

async function attemptOf(
  tx: Tx,
  { keys, newId, now, leaseUntil }: Claiming,
  due: Due,
  closes: number | null,
): Promise<Attempt | null> {
  const { id, addressId, channel, account, purpose } = due;
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
  if (address === null) return never('rejected', 'other');
  const attemptId = newId();
  await markAttempting(tx, { id, attemptId, leaseUntil, now });
  if (purpose === 'followUp') await noteFollowUp(tx, { addressId, deliveryId: id, now });
  const body = JSON.parse(due.body) as MessageBody;
  const expiresAt = earliest(lastMoment, closes);
  const { text, choices } = body;
  const message = {
    deliveryId: id,
    attemptId,
    address,
    account,
    purpose,
    text,
    choices,
    template: null,
    expiresAt,
  };
  return { id, addressId, attemptId, leaseUntil, channel, message };
}

const DAY = 24 * 60 * 60_000;

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
