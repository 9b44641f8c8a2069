import type { Channel } from '#channels/channel.ts';
import { monthBegan, nextMonth } from '#domain/month.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Tx } from '#store/db.ts';
import { keepUntil, spentSince } from '#store/spending.ts';
import type { Limits } from './limits.ts';

/** How long after a month has begun what had waited for it may still go, ms. */
const TO_CATCH_UP = 3 * 24 * 60 * 60_000;

interface Budget {
  channels: ReadonlyMap<ChannelName, Channel>;
  limits: Limits;
  now: number;
}

/** Whether this month has cost what it may. */
export async function isSpent(tx: Tx, { limits, now }: Pick<Budget, 'limits' | 'now'>): Promise<boolean> {
  const { monthlyMillipence } = limits;
  return monthlyMillipence !== null && (await spentSince(tx, monthBegan(now))) >= monthlyMillipence;
}

/** On which channels nobody is written to unasked while the month's money is spent. */
export function channelsThatCost(channels: ReadonlyMap<ChannelName, Channel>): ChannelName[] {
  return [...channels].filter(([, { price }]) => price !== undefined).map(([name]) => name);
}

/** What waits for the next month is still news then. */
export async function keepWaiting(tx: Tx, budget: Budget): Promise<void> {
  const channels = channelsThatCost(budget.channels);
  if (channels.length === 0 || !(await isSpent(tx, budget))) return;
  await keepUntil(tx, { channels, until: nextMonth(budget.now) + TO_CATCH_UP });
}
