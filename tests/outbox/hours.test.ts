import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hours, nextAllowed, nextClosed } from '#outbox/hours.ts';

const MINUTE = 60_000;
const day: Hours = { from: '08:00', until: '20:00' };
const at = (iso: string) => Date.parse(iso);

describe('quiet hours', () => {
  test.each([
    ['a winter noon', '2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z'],
    ['the first minute', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
    ['the last moment', '2026-11-20T19:59:59.999Z', '2026-11-20T19:59:59.999Z'],
    ['the end itself', '2026-11-20T20:00:00Z', '2026-11-21T08:00:00Z'],
    ['just before the first minute', '2026-11-20T07:59:59.999Z', '2026-11-20T08:00:00Z'],
    ['a summer morning', '2026-07-01T06:30:00Z', '2026-07-01T07:00:00Z'],
    ['the night the clocks go back', '2026-10-24T20:30:00Z', '2026-10-25T08:00:00Z'],
    ['the hour that comes twice', '2026-10-25T01:30:00Z', '2026-10-25T08:00:00Z'],
    ['the night the clocks go forward', '2027-03-27T21:00:00Z', '2027-03-28T07:00:00Z'],
    ['the last evening of winter time', '2027-03-27T20:00:00Z', '2027-03-28T07:00:00Z'],
    ['the first evening of summer time', '2027-03-28T19:00:00Z', '2027-03-29T07:00:00Z'],
  ])('%s', (_, now, expected) => {
    expect(new Date(nextAllowed(at(now), day)).toISOString()).toBe(new Date(expected).toISOString());
  });

  test('a window that the clocks skip comes a day later', () => {
    const hours = { from: '01:30', until: '01:45' };
    // 2027-03-28 has no 01:30, so the next one is a day later, in summer time.
    expect(new Date(nextAllowed(at('2027-03-28T00:50:00Z'), hours)).toISOString()).toBe(
      '2027-03-29T00:30:00.000Z',
    );
  });

  test('hours over midnight, and hours that never close', () => {
    const night = { from: '22:00', until: '06:00' };
    expect(nextAllowed(at('2026-11-20T23:00:00Z'), night)).toBe(at('2026-11-20T23:00:00Z'));
    expect(nextAllowed(at('2026-11-20T12:00:00Z'), night)).toBe(at('2026-11-20T22:00:00Z'));
    const always = { from: '00:00', until: '00:00' };
    expect(nextAllowed(at('2026-11-20T03:00:00Z'), always)).toBe(at('2026-11-20T03:00:00Z'));
    expect(nextClosed(at('2026-11-20T03:00:00Z'), always)).toBeNull();
  });

  const around = fc.oneof(
    fc.integer({ min: at('2026-10-23T00:00:00Z'), max: at('2026-10-27T00:00:00Z') }),
    fc.integer({ min: at('2027-03-26T00:00:00Z'), max: at('2027-03-30T00:00:00Z') }),
    fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') }),
  );
  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map(
      (minute) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    );
  const someHours = fc
    .oneof(fc.constant(day), fc.record({ from: time, until: time }))
    .filter(({ from, until }) => from !== until);

  test('is the first allowed minute, whatever the clocks do', () => {
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
    const allowed = (when: number, { from, until }: Hours) => {
      const time = wall.format(when);
      return from < until ? from <= time && time < until : from <= time || time < until;
    };
    fc.assert(
      fc.property(around, someHours, (now, hours) => {
        const next = nextAllowed(now, hours);
        expect(next).toBeGreaterThanOrEqual(now);
        expect(allowed(next, hours)).toBe(true);
        if (allowed(now, hours)) {
          expect(next).toBe(now);
          return;
        }
        expect(allowed(next - MINUTE, hours)).toBe(false);
        expect(next % MINUTE).toBe(0);
        // A sample of the minutes between, since looking at each would take long.
        for (let minute = next - MINUTE; minute >= now; minute -= 17 * MINUTE) {
          expect(allowed(minute, hours)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('closes at the first minute that is not allowed', () => {
    expect(nextClosed(at('2026-10-25T12:00:00Z'), day)).toBe(at('2026-10-25T20:00:00Z'));
    expect(nextClosed(at('2027-03-28T12:00:00Z'), day)).toBe(at('2027-03-28T19:00:00Z'));
    expect(nextClosed(at('2026-11-20T21:00:00Z'), day)).toBe(at('2026-11-20T21:00:00Z'));
  });
});
