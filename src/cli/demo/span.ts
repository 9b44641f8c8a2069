import { Refused } from '#cli/faults.ts';
import type { Flow } from '#flow/schema.ts';

export const DAY = 24 * 60 * 60_000;
/** From the first poster to the evening before the end. */
export const DAYS = 33;

/**
 * When the story begins and ends, ms: it ends now, or on the last day on which all its flows were open. Throws Refused
 * where they are not open long enough.
 */
export function spanOf(flows: readonly Flow[], now: number): { startsAt: number; endsAt: number } {
  const closes = Math.min(...flows.map(({ frame }) => Date.parse(`${frame.closes}T20:00:00Z`)));
  const opens = Math.max(...flows.map(({ frame }) => Date.parse(`${frame.opens}T00:00:00Z`)));
  const endsAt = Math.min(now, closes);
  const startsAt = endsAt - (endsAt % DAY) - DAYS * DAY;
  if (startsAt < opens) {
    throw new Refused(
      `The demo plays the last ${DAYS} days before today, and its flows were not open then. Set "opens" in ${flows.map(({ id }) => `${id}.yaml`).join(' and ')} to an earlier day.`,
    );
  }
  return { startsAt, endsAt };
}
