import { type Day, londonDay, noonOf } from '#domain/day.ts';

const DAY = 24 * 60 * 60_000;
/** Four weeks: the same weekdays stand under each other in thought. */
const DAYS = 28;

export interface DayHeard {
  /** Noon on that day. */
  at: number;
  count: number;
}

/** Before this nothing is counted, ms. */
export function since(now: number): number {
  return now - (DAYS + 1) * DAY;
}

/** The last four weeks, today last; days on which nobody wrote are there too. */
export function lastDays(now: number, hours: readonly { hour: number; count: number }[]): DayHeard[] {
  const counts = new Map<Day, number>();
  for (const { hour, count } of hours) {
    const day = londonDay(hour);
    counts.set(day, (counts.get(day) ?? 0) + count);
  }
  const today = noonOf(londonDay(now));
  return Array.from({ length: DAYS }, (_, index) => {
    const at = today - (DAYS - 1 - index) * DAY;
    return { at, count: counts.get(londonDay(at)) ?? 0 };
  });
}
