import { v7 } from 'uuid';
import type { Clock, NewId } from '#domain/clock.ts';
import { seeded } from './random.ts';

export interface SimulatedClock extends Clock {
  /** Moves on to that moment, ms; never back. */
  until(at: number): void;
}

/** A clock that the story moves on, and ids that are as old as the clock says and the same for the same seed. */
export function world(seed: string, startsAt: number): { clock: SimulatedClock; newId: NewId } {
  let at = startsAt;
  let made = 0;
  const noise = seeded(`${seed} ids`);
  return {
    clock: {
      now: () => at,
      until: (moment) => {
        // PostgreSQL has no parts of a millisecond.
        at = Math.max(at, Math.round(moment));
      },
    },
    newId: () => {
      made += 1;
      return v7({ msecs: at, seq: made, random: Uint8Array.from({ length: 16 }, () => noise.whole(256)) });
    },
  };
}
