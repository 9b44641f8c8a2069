import { Refused } from '#cli/faults.ts';
import type { Config } from '#config.ts';
import type { Logger } from '#logger.ts';
import { type Services, services } from '#services.ts';
import { figures } from '#store/figures.ts';
import { demoFlows } from './bank.ts';
import { markDemo, refuseUsed } from './ground.ts';
import { conclude, demoOfficer, review } from './officers.ts';
import { outcomes } from './outcomes.ts';
import { cast, type Person } from './people.ts';
import type { Progress } from './progress.ts';
import { seeded } from './random.ts';
import { letTakePart } from './residents.ts';
import { timeline } from './timeline.ts';
import { type SimulatedClock, world } from './world.ts';

export interface DemoOptions {
  residents: number;
  /** The same seed gives the same people, words and decisions. */
  seed: string;
  /** When the story ends, ms. */
  now: number;
  progress: Progress;
}

/** What there is in the end, counted. */
export interface Made {
  residents: number;
  messages: number;
  responses: number;
  reviewed: number;
  outcomes: number;
  followUps: number;
  cases: number;
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** From the first poster to the evening before now. */
const DAYS = 33;
const reviewDays = [6, 13, 20, 25];
const publishingDays = [26, 27, 28, 29];
const draftDay = 30;

/** Makes the whole consultation in an empty database. Throws Refused where it is not empty or the flows are not ours. */
export async function makeDemo(config: Config, log: Logger, options: DemoOptions): Promise<Made> {
  await refuseUsed(config);
  const startsAt = options.now - (options.now % DAY) - DAYS * DAY;
  const { clock, newId } = world(options.seed, startsAt);
  const built = await services(onlySimulated(config), log, { clock, newId });
  try {
    return await tell(built, clock, { ...options, startsAt });
  } finally {
    await built.close();
  }
}

/** No provider hears of made-up people, and follow-ups go out by day whatever the settings say. */
function onlySimulated(config: Config): Config {
  return { ...config, twilio: null, telegram: null, sending: true, sendFrom: '08:00', sendUntil: '20:00' };
}

async function tell(
  built: Services,
  clock: SimulatedClock,
  { residents, seed, now, startsAt, progress }: DemoOptions & { startsAt: number },
): Promise<Made> {
  const { store, flows } = built;
  if (!demoFlows.every((id) => flows.current.has(id)))
    throw new Refused(
      `The demo needs the shipped flows ${demoFlows.join(' and ')}. Set FLOWS_DIR to their folder.`,
    );
  await markDemo(store, demoFlows);
  const officerId = await demoOfficer(built);
  const people = cast(seed, residents, flows.first.flow.id);
  const story = timeline(built, clock);
  const messages = letTakePart(built, story, { people, startsAt });

  const reviewing = {
    officerId,
    truth: truthOf(people),
    random: seeded(`${seed} review`),
    left: new Set<string>(),
  };
  const at = (day: number, hour: number) => startsAt + day * DAY + hour * HOUR;
  for (const day of reviewDays) story.add(at(day, 10), () => review(built, reviewing), true);
  let followUps = 0;
  outcomes.forEach((outcome, number) => {
    const day = publishingDays[number];
    const concluding = { officerId, publish: day !== undefined };
    story.add(
      at(day ?? draftDay, 10),
      async () => {
        followUps += await conclude(built, outcome, concluding);
      },
      true,
    );
  });

  await story.run((moment) =>
    progress(Math.min((moment - startsAt) / (DAYS * DAY), 0.99), chapter(moment - startsAt)),
  );
  clock.until(now);
  await built.themer.themePending();
  progress(1, 'done');

  const counted = await figures(store.read);
  const reviewed = counted.responses.find((row) => row.review === 'reviewed')?.count ?? 0;
  return {
    residents: people.length,
    messages: messages(),
    responses: sum(counted.responses),
    reviewed,
    outcomes: publishingDays.length,
    followUps,
    cases: sum(counted.cases),
  };
}

function truthOf(people: readonly Person[]): Map<string, string[]> {
  const truth = new Map<string, string[]>();
  for (const { answers } of people)
    for (const { messages, themes } of answers.values())
      for (const message of messages) truth.set(message, [...(truth.get(message) ?? []), ...themes]);
  return truth;
}

function chapter(passed: number): string {
  const week = Math.floor(passed / (7 * DAY)) + 1;
  return `week ${week}: ${passed < (publishingDays[0] ?? 0) * DAY ? 'people write in' : 'people hear back'}`;
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
