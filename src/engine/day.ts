import type { Turn } from './turn.ts';

/** After the last day of the consultation, by the council's own clock. */
export function closed(turn: Turn): boolean {
  return today(turn) > turn.flow.frame.closes;
}

export function notYetOpen(turn: Turn): boolean {
  return today(turn) < turn.flow.frame.opens;
}

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const hour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** No clock there is moves by less than a quarter of an hour, so neither does the day. */
const QUARTER = 15 * 60_000;
let latest = { quarter: Number.NaN, day: '' };

function today(turn: Turn): string {
  const quarter = Math.floor(turn.moment.now / QUARTER);
  if (quarter !== latest.quarter) latest = { quarter, day: day.format(turn.moment.now) };
  return latest.day;
}

/** Ten in the morning so many days on, by the council's own clock, whatever it does in between. */
export function tenInTheMorning(now: number, days: number): number {
  // From the middle of their day: an hour more or less makes no other day of it.
  const noon = Date.parse(`${day.format(now)}T12:00:00Z`);
  const at = Date.parse(`${day.format(noon + days * DAY)}T10:00:00Z`);
  return Number(hour.format(at)) === 10 ? at : at - HOUR;
}
