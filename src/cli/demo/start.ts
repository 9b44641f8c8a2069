import type { Random } from './random.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** When someone writes first: after a poster, a letter or a market stall, at dinner time or of an evening. */
export function startsAfter(random: Random): number {
  const wave = random.pick([0, 0, 0, 7, 7, 14]);
  const days = wave + Math.floor(random.between(0, 2.6) ** 2);
  const hour = random.chance(0.35) ? random.between(11.5, 13.5) : random.between(16, 19.5);
  return days * DAY + hour * HOUR;
}

/** The same moment, or the next morning where people sleep. Hours are UTC, which is near enough to a British bed. */
export function whenAwake(at: number, random: Random): number {
  const hour = (at % DAY) / HOUR;
  if (hour >= 7 && hour < 21) return at;
  const morning = at - (at % DAY) + (hour >= 21 ? DAY : 0) + 8 * HOUR;
  return morning + random.between(0, HOUR);
}
