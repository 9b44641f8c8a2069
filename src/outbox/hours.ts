/** When residents may be written to unasked, by the clock on a British wall: `from` up to, not including, `until`. */
export interface Hours {
  /** HH:MM, Europe/London. */
  from: string;
  until: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_OF_MINUTES = 24 * 60;

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** Now, where now is allowed; else the first moment that is. In ms. */
export function nextAllowed(now: number, hours: Hours): number {
  return firstMoment(now, hours, true);
}

/** The first moment from now on that is not allowed, in ms; null where every hour is. */
export function nextClosed(now: number, hours: Hours): number | null {
  return hours.from === hours.until ? null : firstMoment(now, hours, false);
}

/** Clocks change on the whole hour in UTC, so within one the wall clock only runs on. */
function firstMoment(now: number, hours: Hours, open: boolean): number {
  for (let hour = now - (now % HOUR); ; hour += HOUR) {
    const start = Math.max(now, hour);
    const atStart = minuteOfDay(start);
    for (let minute = start - (start % MINUTE); minute < hour + HOUR; minute += MINUTE) {
      const onTheWall = (atStart + Math.floor((minute - start + MINUTE - 1) / MINUTE)) % DAY_OF_MINUTES;
      if (isOpen(onTheWall, hours) === open) return Math.max(minute, now);
    }
  }
}

function isOpen(minute: number, hours: Hours): boolean {
  const from = minutesOf(hours.from);
  const until = minutesOf(hours.until);
  if (from === until) return true;
  return from < until ? from <= minute && minute < until : from <= minute || minute < until;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function minuteOfDay(at: number): number {
  return minutesOf(wallClock.format(at));
}
