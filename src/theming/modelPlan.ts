import { themesOf } from '#store/codebook.ts';
import type { Cost } from '#store/model-runs.ts';
import { type ToAsk, undecidedByModel } from '#store/undecided.ts';
import { codebookMark, themeText } from './codebook.ts';
import { aboutOf, mostOf, sizeOf, sizeWith, sum } from './cost.ts';
import type { ModelConfig, ModelDeps } from './modelDeps.ts';
import { questionAbout } from './prompt.ts';

/** Responses in one call: more are cheaper, and the more there are the more are mixed up. */
const A_BATCH = 10;
/** Letters in one call, so that long answers do not make one that no model takes. */
const MOST_LETTERS = 24_000;
/** How far a run may go beyond its estimate before it stops: models that think first write several times as much. */
const LEEWAY = 4;
/** Calls in flight together: each must fit into what is agreed at its worst. */
export const AT_ONCE = 3;

/** What a run would be, before anybody agrees to it. */
export interface ModelPlan {
  codebook: string;
  /** Ids of responses, by call. */
  batches: string[][];
  responses: number;
  /** About what it costs; millipence is 0 where no price is set. */
  about: Cost;
  /** What it never goes beyond: to be agreed. */
  agreed: { tokens: number; millipence: number | null };
  /** LLM_MAX_POUNDS is likely to stop it before it is through. */
  short: boolean;
}

export async function planRun(
  { store }: Pick<ModelDeps, 'store'>,
  config: ModelConfig,
  consultationId: string,
): Promise<ModelPlan> {
  const themes = await themesOf(store.read, consultationId);
  const codebook = codebookMark(themes);
  const open = themes.length === 0 ? [] : await undecidedByModel(store.read, { consultationId, codebook });
  const batches = inBatches(open);
  const none = sizeOf(questionAbout(themes.map(themeText), [], { seed: '', officers: [] }));
  const sizes = batches.map((batch) =>
    sizeWith(
      none,
      batch.map(({ bytes }) => bytes),
    ),
  );
  const price = config.pencePerMillion;
  const about = sum(sizes.map((size) => aboutOf(size, price)));
  const worst = sizes.map((size) => mostOf(size, price));
  const atOnce = (of: keyof Cost) => AT_ONCE * Math.max(0, ...worst.map((cost) => cost[of]));
  const most = LEEWAY * about.millipence + atOnce('millipence');
  return {
    codebook,
    batches: batches.map((batch) => batch.map(({ id }) => id)),
    responses: open.length,
    about,
    agreed: {
      tokens: LEEWAY * about.tokens + atOnce('tokens'),
      millipence: price === null ? null : Math.min(most, config.mostMillipence),
    },
    short: price !== null && about.millipence > config.mostMillipence,
  };
}

function inBatches(all: readonly ToAsk[]): ToAsk[][] {
  const batches: ToAsk[][] = [];
  let letters = 0;
  for (const one of all) {
    const batch = batches.at(-1);
    letters += one.letters;
    if (batch !== undefined && batch.length < A_BATCH && letters <= MOST_LETTERS) batch.push(one);
    else {
      batches.push([one]);
      letters = one.letters;
    }
  }
  return batches;
}
