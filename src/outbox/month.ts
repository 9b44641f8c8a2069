import { monthBegan, nextMonth } from '#domain/month.ts';
import type { Db } from '#store/db.ts';
import { spendingByChannel } from '#store/spending.ts';
import type { Limits } from './limits.ts';

/** What a calendar month has cost so far, in thousandths of a penny. */
export interface Month {
  /** ms */
  began: number;
  /** When the next one begins, ms. */
  ends: number;
  byChannel: Awaited<ReturnType<typeof spendingByChannel>>;
  millipence: number;
  /** What the settings let it cost, and how much of that is left; null where they set no limit. */
  budget: { millipence: number; left: number } | null;
}

/** The month of `now`. */
export async function monthOf(
  db: Db,
  { monthlyMillipence }: Pick<Limits, 'monthlyMillipence'>,
  now: number,
): Promise<Month> {
  const began = monthBegan(now);
  const byChannel = await spendingByChannel(db, began);
  const millipence = byChannel.reduce((sum, one) => sum + one.millipence, 0);
  const budget =
    monthlyMillipence === null
      ? null
      : { millipence: monthlyMillipence, left: Math.max(0, monthlyMillipence - millipence) };
  return { began, ends: nextMonth(now), byChannel, millipence, budget };
}
