import type { Services } from '#services.ts';
import { conclude, demoOfficer, review } from './officers.ts';
import { outcomes } from './outcomes.ts';
import type { Person } from './people.ts';
import { seeded } from './random.ts';
import { DAY } from './span.ts';
import type { Timeline } from './timeline.ts';
import type { SimulatedClock } from './world.ts';

const TEN_O_CLOCK = 10 * 60 * 60_000;
const reviewDays = [6, 13, 20, 25];
/** After the last review, so that everyone who is about to be told is known. */
export const publishingDays = [27, 28, 30, 31];
const draftDay = 32;

/** Puts the officers' work on the timeline. Returns how many people they have decided to tell so far. */
export async function letOfficersWork(
  services: Services,
  story: Timeline,
  options: { people: readonly Person[]; seed: string; startsAt: number; clock: SimulatedClock },
): Promise<() => number> {
  const { people, seed, startsAt, clock } = options;
  const officerId = await demoOfficer(services);
  const random = seeded(`${seed} review`);
  const reviewing = { officerId, clock, truth: truthOf(people), random, left: new Set<string>() };
  const onDay = (day: number, happens: () => Promise<unknown>) =>
    story.add(startsAt + day * DAY + TEN_O_CLOCK, happens, true);

  for (const day of reviewDays) onDay(day, () => review(services, reviewing));
  let told = 0;
  for (const [number, outcome] of outcomes.entries()) {
    const day = publishingDays[number];
    onDay(day ?? draftDay, async () => {
      told += await conclude(services, outcome, { officerId, publish: day !== undefined });
    });
  }
  return () => told;
}

function truthOf(people: readonly Person[]): Map<string, string[]> {
  const truth = new Map<string, string[]>();
  for (const { answers, afterthought } of people)
    for (const { text, themes } of [...answers.values(), afterthought].flat())
      truth.set(text, [...(truth.get(text) ?? []), ...themes]);
  return truth;
}
