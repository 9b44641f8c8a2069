const hourMs = 3_600_000;
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The end of the next working day after this moment: five o'clock in London, ms. Bank holidays are not known here. */
export function nextWorkingDay(now: number): number {
  const today = dayOf(now);
  for (let at = Math.ceil(now / hourMs) * hourMs; ; at += hourMs) {
    const { weekday, hour } = clockAt(at);
    const isWeekend = weekday === 'Sat' || weekday === 'Sun';
    if (hour === 17 && !isWeekend && dayOf(at) !== today) return at;
  }
}

function clockAt(at: number): { weekday: string; hour: number } {
  const parts = new Map(inLondon.formatToParts(at).map(({ type, value }) => [type, value]));
  return { weekday: parts.get('weekday') ?? '', hour: Number(parts.get('hour')) };
}

const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

function dayOf(at: number): string {
  return date.format(at);
}
