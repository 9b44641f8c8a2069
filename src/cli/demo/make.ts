import { Refused } from '#cli/faults.ts';
import type { Progress } from '#cli/progress.ts';
import type { Config } from '#config.ts';
import { loadFlows } from '#flow/load.ts';
import type { Flow } from '#flow/schema.ts';
import type { Logger } from '#logger.ts';
import { type Services, services } from '#services.ts';
import { figures } from '#store/figures.ts';
import { letOfficersWork, publishingDays } from './agenda.ts';
import { demoFlows } from './bank.ts';
import { markDemo, refuseUsed } from './ground.ts';
import { cast } from './people.ts';
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
/** Makes the whole consultation in an empty database. Throws Refused where it is not empty or the flows are not ours. */
export async function makeDemo(config: Config, log: Logger, options: DemoOptions): Promise<Made> {
  const { startsAt, endsAt } = spanOf(await ourFlows(config), options.now);
  await refuseUsed(config);
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
  const people = cast(seed, residents, flows.first.flow.id);
  const story = timeline(built, clock);
  const lastAct = startsAt + DAYS * DAY - HOUR;
  const messages = letTakePart(built, story, { people, startsAt, endsAt: lastAct });
  const told = await letOfficersWork(built, story, { people, seed, startsAt, clock });

  await story.run((moment) => {
    const days = (moment - startsAt) / DAY;
    progress(Math.min(days / DAYS, 0.99), chapter(days));
  });
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
    followUps: told(),
    cases: sum(counted.cases),
  };
}

function chapter(days: number): string {
  const what = days < (publishingDays[0] ?? DAYS) ? 'people write in' : 'people hear back';
  return `week ${Math.floor(days / 7) + 1}: ${what}`;
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
