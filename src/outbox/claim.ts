import type { Channel, Outbound, Price } from '#channels/channel.ts';
import type { NewId } from '#domain/clock.ts';
import type { ChannelName, Purpose } from '#domain/words.ts';
import type { Keys } from '#people/keys.ts';
import { dueDeliveries } from '#store/claims.ts';
import type { Tx } from '#store/db.ts';
import { attemptOf } from './attempt.ts';
import { channelsThatCost, isSpent } from './budget.ts';
import { type Hours, nextAllowed, nextClosed } from './hours.ts';
import type { Limits } from './limits.ts';
import { openSenders, type Senders } from './senders.ts';

/** One message on its way to the provider, as the ledger already says. */
export interface Attempt {
  id: string;
  addressId: string;
  attemptId: string;
  leaseUntil: number;
  channel: ChannelName;
  message: Outbound;
  price: Price;
}

export interface Claiming {
  keys: Keys;
  newId: NewId;
  hours: Hours;
  limits: Limits;
  now: number;
  leaseUntil: number;
  limit: number;
  /** How many of these nobody asked for. */
  unaskedLimit: number;
  channels: ReadonlyMap<ChannelName, Channel>;
}

/** A text handed over in the day's last minutes would be dropped by the network, or arrive after them. */
const LAST_MINUTES = 5 * 60_000;

/** Live conversations first. */
const conversation: readonly Purpose[] = ['service', 'reply'];
const unasked: readonly Purpose[] = ['reminder', 'followUp'];

/** Whether somebody gets it without having just written. */
export function isUnasked(purpose: Purpose): boolean {
  return unasked.includes(purpose);
}

/**
 * Takes what may go now and writes that it is being attempted; what may never go is set aside, and says why.
 * `lookAgain`: more may be due that was not looked at.
 */
export async function claim(
  tx: Tx,
  claiming: Claiming,
): Promise<{ attempts: Attempt[]; lookAgain: boolean }> {
  const { now, channels } = claiming;
  const round: Round = {
    ...claiming,
    senders: await openSenders(tx, channels, now),
    attempts: [],
    lookAgain: false,
  };
  for (const purpose of conversation) await take(tx, round, purpose, [...channels.keys()], null);
  const closes = closingTime(claiming);
  if (closes !== 'closed') {
    const affordable = await affordableChannels(tx, claiming);
    for (const purpose of unasked) await take(tx, round, purpose, affordable, closes);
  }
  await round.senders.save();
  return { attempts: round.attempts, lookAgain: round.lookAgain };
}

interface Round extends Claiming {
  senders: Senders;
  attempts: Attempt[];
  lookAgain: boolean;
}

async function take(
  tx: Tx,
  round: Round,
  purpose: Purpose,
  on: readonly ChannelName[],
  closes: number | null,
): Promise<void> {
  const { now, limit, unaskedLimit, attempts, senders } = round;
  const quiet = isUnasked(purpose);
  const quietOnes = attempts.filter(({ message }) => isUnasked(message.purpose)).length;
  const free = limit - attempts.length;
  const due = await dueDeliveries(tx, {
    now,
    purpose,
    limit: quiet ? Math.min(free, unaskedLimit - quietOnes) : free,
    channels: on,
    without: senders.resting(quiet),
  });
  for (const delivery of due) {
    if (!senders.take(delivery, quiet)) round.lookAgain = true;
    else {
      const attempt = await attemptOf(tx, round, delivery, closes);
      if (attempt !== null) attempts.push(attempt);
      else {
        senders.putBack(delivery);
        round.lookAgain = true;
      }
    }
  }
}

function closingTime({ now, hours }: Claiming): number | null | 'closed' {
  if (nextAllowed(now, hours) > now) return 'closed';
  const closes = nextClosed(now, hours);
  return closes !== null && closes - now <= LAST_MINUTES ? 'closed' : closes;
}

/** Where the month's money is spent, nobody is written to unasked who would cost more of it. */
async function affordableChannels(tx: Tx, claiming: Claiming): Promise<ChannelName[]> {
  const all = [...claiming.channels.keys()];
  if (!(await isSpent(tx, claiming))) return all;
  const costly = channelsThatCost(claiming.channels);
  return all.filter((name) => !costly.includes(name));
}
