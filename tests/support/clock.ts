import { createHash } from 'node:crypto';
import type { Clock, NewId } from '#domain/clock.ts';

export interface TestClock extends Clock {
  /** Moves the clock by `ms`; a negative number moves it back. */
  advance(ms: number): void;
  /** Sets the clock to `ms` since 1970 in UTC. */
  set(ms: number): void;
}

/** A clock that stands still until it is told to move. */
export function testClock(startMs: number): TestClock {
  let at = startMs;
  return {
    now: () => at,
    advance(ms) {
      at += ms;
    },
    set(ms) {
      at = ms;
    },
  };
}

/** When the first of the test ids was made: 2026-01-01T00:00:00Z. Each later one is 1 ms younger. */
const FIRST_ID_AT = Date.UTC(2026, 0, 1);

/** UUIDs of version 7 that sort by when they were made; the same seed always gives the same ones. */
export function testIds(seed: string | number): NewId {
  let made = 0;
  return () => {
    const at = (FIRST_ID_AT + made).toString(16).padStart(12, '0');
    const noise = createHash('sha256').update(`${seed}:${made}`).digest('hex');
    made += 1;
    const tail = `7${noise.slice(0, 3)}-8${noise.slice(3, 6)}-${noise.slice(6, 18)}`;
    return `${at.slice(0, 8)}-${at.slice(8)}-${tail}`;
  };
}
