/** A day as people in the United Kingdom count it: 2026-11-20. Days sort as text. */
export type Day = string;

/** Both days included. */
export interface Days {
  firstDay: Day;
  lastDay: Day;
}

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const DAY = 24 * 60 * 60_000;

export function londonDay(at: number): Day {
  return london.format(at);
}

/** A moment on that day, for showing it: whatever the clock there does, noon in UTC is on it. */
export function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** How many of the days from `firstDay` to `lastDay` lie in one of these spans; a day in two of them counts once. */
export function daysWithin({ firstDay, lastDay }: Days, spans: readonly Days[]): number {
  let count = 0;
  for (let at = noonOf(firstDay); at <= noonOf(lastDay); at += DAY) {
    const day = londonDay(at);
    if (spans.some((span) => span.firstDay <= day && day <= span.lastDay)) count += 1;
  }
  return count;
}
