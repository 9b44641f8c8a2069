import { themesOf } from '#store/codebook.ts';
import type { NewCoding } from '#store/codings.ts';
import { askAgainLater, type Cost, holdCost, settleCost, settleItems } from '#store/model-runs.ts';
import { officerNames } from '#store/officers.ts';
import type { ModelRunReason, ModelRunRow } from '#store/schema.ts';
import { stillUndecided, type Undecided } from '#store/undecided.ts';
import { asksOf } from './asks.ts';
import { type Checked, checkAnswer } from './checkAnswer.ts';
import { codebookMark, themeText } from './codebook.ts';
import { millipenceOf, mostOf, mostTokensOut, sizeOf } from './cost.ts';
import type { LanguageModel, Reply } from './languageModel.ts';
import type { ModelConfig, ModelDeps } from './modelDeps.ts';
import { questionAbout } from './prompt.ts';
import { maskedText } from './redact/maskedText.ts';
import { replaceSuggestions } from './replace.ts';

/** Calls about the same responses, one after the other, before they are given up. */
const MOST_TRIES = 3;
/** Between two of them, where the provider does not say: doubled each time. */
const FIRST_PAUSE = 1000;
/** Whoever is to wait longer than this has no quota left, and a person should know. */
const LONGEST_PAUSE = 5 * 60_000;

/** The batch that is asked about, and all that the asking needs. */
export interface Asking {
  run: ModelRunRow;
  holder: string;
  config: ModelConfig;
  model: LanguageModel;
  responseIds: string[];
  /** They were refused before: what is refused again is left to the local classifier. */
  single: boolean;
  signal: AbortSignal;
}

/**
 * taken: what could be had of the answer is stored. left: nobody answered, and nothing is lost by it. bound: it would
 * have cost more than was agreed. stopped: somebody wants the run to stop.
 */
export type AskedBatch =
  | { kind: 'taken' | 'bound' | 'stopped' }
  | { kind: 'left'; reason: ModelRunReason; atOnce: boolean };

/**
 * Asks about one batch. The call and what it may cost are written before it is made; the answer, its codings and its
 * cost in one turn after it. So whoever is killed asks again about nothing whose answer was stored; a call that was in
 * flight just then is the one thing that may be paid for twice, and what it may have cost stays counted.
 *
 * Nobody is asked under other themes than the run began with: a new run must be agreed to. A call that was in flight
 * when they changed was about the themes as they were, and counts as read under those.
 */
export async function askBatch(deps: ModelDeps, asking: Asking): Promise<AskedBatch> {
  const { store } = deps;
  const { run, holder, config, model, signal } = asking;
  let left = asking.responseIds;

  for (let tries = 1; ; tries += 1) {
    // Anew before each call: while nobody answered, any of them may have been held, forgotten, changed or hidden.
    const batch = await batchOf(deps, run, left);
    if (batch.gone.length > 0)
      await store.turn((tx) => settleItems(tx, run.id, { ...nothing, local: batch.gone }));
    if (batch.responses.length === 0) return { kind: 'taken' };
    const { responses, question, texts } = batch;
    const ids = responses.map(({ id }) => id);
    left = ids;
    const askLater = () => store.turn((tx) => askAgainLater(tx, run.id, ids));
    // It would be paid for here, written down as read under the themes as they were, and offered again.
    if (batch.codebook !== run.codebook) {
      await askLater();
      return { kind: 'left', reason: 'changed', atOnce: true };
    }
    const most = mostOf(sizeOf(question), config.pencePerMillion);
    const held = await store.turn((tx) => holdCost(tx, { runId: run.id, holder, responseIds: ids, most }));
    if (held !== 'held') {
      await askLater();
      return { kind: held };
    }
    const reply = await model.ask({
      prompt: question.prompt,
      schema: question.schema,
      mostTokensOut: mostTokensOut(ids.length),
      signal,
    });
    if (reply.kind === 'answer') {
      await keepAnswer(deps, asking, {
        responses,
        most,
        reply,
        checked: checkAnswer(reply.raw, question, texts),
      });
      return { kind: 'taken' };
    }
    if (!reply.mayCost) await store.turn((tx) => settleCost(tx, { runId: run.id, most, spent: null }));
    const pause = Math.max(reply.afterMs, FIRST_PAUSE * 2 ** (tries - 1));
    const reason = whyNotAgain(reply.kind, pause);
    if (reply.kind === 'stopped' || reason === 'key' || reason === 'quota') {
      await askLater();
      return reason === null ? { kind: 'stopped' } : { kind: 'left', reason, atOnce: true };
    }
    if (reason === 'refused') {
      // One response of them may be what it does not take: each is asked about by itself.
      await store.turn((tx) => settleItems(tx, run.id, unanswered(ids, asking.single)));
      return { kind: 'left', reason, atOnce: false };
    }
    if (tries === MOST_TRIES) {
      await store.turn((tx) => settleItems(tx, run.id, { ...nothing, local: ids }));
      return { kind: 'left', reason: 'provider', atOnce: false };
    }
    await deps.wait(pause, signal);
  }
}

/** Those of them that may be asked about as they are now, and the question; `gone` may not any more. */
async function batchOf(deps: ModelDeps, run: ModelRunRow, responseIds: readonly string[]) {
  const { read } = deps.store;
  const asks = await asksOf(read, run.consultationId);
  const codebook = await themesOf(read, run.consultationId);
  const themes = codebook.map(themeText);
  const responses = await stillUndecided(read, responseIds);
  const texts = new Map(
    await Promise.all(
      responses.map(async (one) => [one.id, maskedText(one.text, await deps.hiddenOf(one))] as const),
    ),
  );
  const question = questionAbout(
    themes,
    responses.map(({ id, stepId }) => ({
      id,
      masked: texts.get(id)?.text ?? '',
      asked: asks.get(stepId) ?? null,
    })),
    {
      seed: `${run.id} ${responses.map(({ id }) => id).join(' ')}`,
      officers: await officerNames(read),
    },
  );
  const gone = responseIds.filter((id) => !responses.some((one) => one.id === id));
  return { gone, responses, texts, question, codebook: codebookMark(codebook) };
}

const nothing = { done: [], again: [], local: [], refused: 0 };

function whyNotAgain(kind: Exclude<Reply['kind'], 'answer'>, pause: number): ModelRunReason | null {
  if (kind === 'key' || kind === 'refused') return kind;
  return pause > LONGEST_PAUSE ? 'quota' : null;
}

function unanswered(ids: string[], single: boolean) {
  return { ...nothing, [single ? 'local' : 'again']: ids, refused: ids.length };
}

interface Came {
  responses: Undecided[];
  most: Cost;
  reply: Extract<Reply, { kind: 'answer' }>;
  checked: Checked;
}

async function keepAnswer(
  { store, clock, newId }: ModelDeps,
  { run, config, single }: Asking,
  { responses, most, reply, checked }: Came,
): Promise<void> {
  const { usage } = reply;
  await store.turn(async (tx) => {
    // A provider that counts nothing may charge all the same: then what was held stays counted.
    if (usage !== null) {
      const spent = { ...usage, millipence: millipenceOf(usage, config.pencePerMillion) };
      await settleCost(tx, { runId: run.id, most, spent });
    }
    // A theme may have been retired while the model was thinking.
    const active = new Set((await themesOf(tx.db, run.consultationId)).map(({ id }) => id));
    const createdAt = clock.now();
    const suggestions = new Map(
      [...checked.taken].map(([responseId, found]) => [
        responseId,
        found
          .filter(({ themeId }) => active.has(themeId))
          .map(
            ({ themeId, confidence, start, end }): NewCoding => ({
              ...{ id: newId(), responseId, themeId, consultationId: run.consultationId },
              ...{ source: 'machine', decision: 'suggested', readBy: 'model' },
              ...{ startAt: start, endAt: end, confidence },
              ...{ officerId: null, createdAt, decidedAt: null },
            }),
          ),
      ]),
    );
    const replaced = await replaceSuggestions(tx.db, responses, suggestions);
    const refused = [...checked.refused.keys()];
    await settleItems(tx, run.id, {
      done: [...replaced],
      again: single ? [] : refused,
      local: [...[...checked.taken.keys()].filter((id) => !replaced.has(id)), ...(single ? refused : [])],
      refused: refused.length,
    });
  });
}
