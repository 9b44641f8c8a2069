import type { CaseKind } from '#domain/words.ts';

const DAY = 24 * 60 * 60 * 1000;
/** The end of an office's day, in London. */
const CLOSING_HOUR = 17;

/**
 * When somebody must have handled a case that is opened `now`; both in ms. What may be danger: at once. Somebody who asks
 * for a person, and what nobody has read or heard yet: the end of the next working day (Monday to Friday; bank holidays
 * are not known). The rest, for which the law gives a month: 28 days.
 */
export function dueAt(kind: CaseKind, now: number): number {
  switch (kind) {
    case 'safeguarding':
    case 'child':
      return now;
    case 'question':
    case 'media':
    case 'unread':
      return endOfNextWorkingDay(now);
    default:
      return now + 28 * DAY;
  }
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  hourCycle: 'h23',
});

function inLondon(at: number) {
  const parts = Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0 } = parts;
  return { year, month, day, hour };
}

function endOfNextWorkingDay(now: number): number {
  const { year, month, day } = inLondon(now);
  let next = Date.UTC(year, month - 1, day + 1, CLOSING_HOUR);
  while ([0, 6].includes(new Date(next).getUTCDay())) next += DAY;
  // In summer it is 18:00 in London when it is 17:00 in UTC.
  return next - (inLondon(next).hour - CLOSING_HOUR) * 60 * 60 * 1000;
}
