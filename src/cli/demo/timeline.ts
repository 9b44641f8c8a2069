import type { Services } from '#services.ts';
import type { SimulatedClock } from './world.ts';

interface Moment {
  at: number;
  happens(): Promise<unknown>;
  /** Nothing else happens meanwhile. */
  alone: boolean;
}

/** What happens within so long is stored together, which saves most of the waiting for the disk. */
const TOGETHER_MS = 4 * 60_000;

/** Everything that happens, in order, on a clock that goes from one thing to the next. */
export function timeline(services: Services, clock: SimulatedClock) {
  let moments: Moment[] = [];
  const add = (at: number, happens: Moment['happens'], alone = false) => {
    moments.push({ at, happens, alone });
  };
  const nextOnes = (): Moment[] => {
    // Stable, so what is planned for one moment happens in the order of planning.
    moments.sort((one, other) => one.at - other.at);
    const [first] = moments;
    if (first === undefined) return [];
    let count = moments.findIndex(({ at, alone }) => alone || at > first.at + TOGETHER_MS);
    if (count === -1) count = moments.length;
    const next = moments.slice(0, Math.max(count, 1));
    moments = moments.slice(next.length);
    return next;
  };

  return {
    add,
    /** Lets everything happen that is planned, and all that follows from it. */
    run: async (passed: (at: number) => void) => {
      for (;;) {
        const next = nextOnes();
        if (next.length === 0) return;
        const happening: Promise<unknown>[] = [];
        for (const { at, happens } of next) {
          clock.until(at);
          happening.push(happens());
        }
        await Promise.all(happening);
        await services.wake();
        await services.outbox.pump();
        passed(clock.now());
      }
    },
  };
}
export type Timeline = ReturnType<typeof timeline>;
