import { Refused } from '#cli/faults.ts';
import type { Config } from '#config.ts';
import { loadFlows } from '#flow/load.ts';
import type { Flow } from '#flow/schema.ts';
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
import { DAY, DAYS, spanOf } from './span.ts';
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
const reviewDays = [6, 13, 20, 25];
const publishingDays = [27, 28, 30, 31];
const draftDay = 32;

/** Makes the whole consultation in an empty database. Throws Refused where it is not empty or the flows are not ours. */
export async function makeDemo(config: Config, log: Logger, options: DemoOptions): Promise<Made> {
  await refuseUsed(config);
  const { startsAt, endsAt } = spanOf(await ourFlows(config), options.now);
  const { clock, newId } = world(options.seed, startsAt);
  const built = await services(onlySimulated(config), log, { clock, newId });
  try {
    return await tell(built, clock, { ...options, startsAt, endsAt });
  } finally {
    await built.close();
  }
}

/** Read before anything is written, because a flow is kept with the day on which it was first seen. */
async function ourFlows({ flowsDir }: Config): Promise<Flow[]> {
  const flows = (await loadFlows(flowsDir))
    .map(({ flow }) => flow)
    .filter(({ id }) => demoFlows.includes(id));
  if (flows.length === demoFlows.length) return flows;
  throw new Refused(
    `The demo needs the shipped flows ${demoFlows.join(' and ')}. Set FLOWS_DIR to a folder with both.`,
  );
}

/** No provider hears of made-up people, and follow-ups go out by day whatever the settings say. */
function onlySimulated(config: Config): Config {
  return { ...config, twilio: null, telegram: null, sending: true, sendFrom: '08:00', sendUntil: '20:00' };
}

async function tell(
  built: Services,
  clock: SimulatedClock,
  { residents, seed, startsAt, endsAt, progress }: DemoOptions & { startsAt: number; endsAt: number },
): Promise<Made> {
  const { store, flows } = built;
  await markDemo(store, demoFlows);
  const officerId = await demoOfficer(built);
  const people = cast(seed, residents, flows.first.flow.id);
  const at = (day: number, hour: number) => startsAt + day * DAY + hour * HOUR;
  const story = timeline(built, clock);
  const messages = letTakePart(built, story, { people, startsAt, endsAt: at(DAYS, -1) });

  const reviewing = {
    officerId,
    truth: truthOf(people),
    random: seeded(`${seed} review`),
    left: new Set<string>(),
  };
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
  clock.until(endsAt);
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
  for (const { answers, afterthought } of people)
    for (const { text, themes } of [...answers.values(), afterthought].flat())
      truth.set(text, [...(truth.get(text) ?? []), ...themes]);
  return truth;
}

function chapter(passed: number): string {
  const week = Math.floor(passed / (7 * DAY)) + 1;
  return `week ${week}: ${passed < (publishingDays[0] ?? 0) * DAY ? 'people write in' : 'people hear back'}`;
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
