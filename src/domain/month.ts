import { londonDay } from './day.ts';

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

/** When the calendar month of `at` began by the clock in London, ms. */
export function monthBegan(at: number): number {
  return firstMomentOf(londonDay(at).slice(0, 7));
}

/** When the next one begins, ms. */
export function nextMonth(at: number): number {
  return firstMomentOf(londonDay(monthBegan(at) + 32 * DAY).slice(0, 7));
}

/** Midnight in London is midnight in UTC, or an hour before it in summer. */
function firstMomentOf(month: string): number {
  const midnight = Date.parse(`${month}-01T00:00:00Z`);
  return londonDay(midnight - HOUR).startsWith(month) ? midnight - HOUR : midnight;
}
