import { themesOf } from '#store/codebook.ts';
import type { Cost } from '#store/model-runs.ts';
import { undecided } from '#store/undecided.ts';
import { asksOf } from './asks.ts';
import { codebookMark, themeText } from './codebook.ts';
import { aboutOf, mostOf, sum } from './cost.ts';
import type { ModelConfig, ModelDeps } from './modelDeps.ts';
import { hiddenAs, questionAbout } from './prompt.ts';
import { mask } from './redact/mask.ts';

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
  { store, hiddenOf }: Pick<ModelDeps, 'store' | 'hiddenOf'>,
  config: ModelConfig,
  consultationId: string,
): Promise<ModelPlan> {
  const themes = await themesOf(store.read, consultationId);
  const codebook = codebookMark(themes);
  const texts = themes.map(themeText);
  const open =
    themes.length === 0 ? [] : await undecided(store.read, { consultationId, codebook, read: true });
  const asks = await asksOf(store.read, consultationId);
  const batches = inBatches(open);
  const questions = batches.map((batch) =>
    questionAbout(
      texts,
      batch.map(({ id, text, stepId }) => ({
        id,
        masked: mask(text, hiddenOf({ id, text }), (kind) => hiddenAs[kind]).text,
        asked: asks.get(stepId) ?? null,
      })),
      '',
    ),
  );
  const price = config.pencePerMillion;
  const about = sum(questions.map((question) => aboutOf(question, price)));
  const worst = questions.map((question) => mostOf(question, price));
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

function inBatches<T extends { text: string }>(all: readonly T[]): T[][] {
  const batches: T[][] = [];
  let letters = 0;
  for (const one of all) {
    const batch = batches.at(-1);
    letters += one.text.length;
    if (batch !== undefined && batch.length < A_BATCH && letters <= MOST_LETTERS) batch.push(one);
    else {
      batches.push([one]);
      letters = one.text.length;
    }
  }
  return batches;
}
