import { writeAudit } from '#store/audit.ts';
import { changeRun, claimBatch, keepRun, leaveToLocal, letGo, takeRun } from '#store/model-runs.ts';
import { runById } from '#store/model-runs-read.ts';
import type { ModelRunReason, ModelRunRow, ModelRunState } from '#store/schema.ts';
import { type AskedBatch, askBatch } from './askBatch.ts';
import type { LanguageModel } from './languageModel.ts';
import type { ModelConfig, ModelDeps } from './modelDeps.ts';
import { AT_ONCE } from './modelPlan.ts';

/** How long a process that says nothing more is still believed to be at a run, ms. */
const LEASE = 10_000;
const BEAT = 2500;
/** Between two looks while the last calls are still in flight, ms. */
const LOOK_AGAIN = 200;
/** Batches that nobody answers, one after the other, until a person should look. */
const MOST_FAILURES = 3;

export type Progress = (run: ModelRunRow) => void;

/**
 * Takes a run and goes on with it until it is through, stopped or paused. False where another process is at it, or it
 * is not running. Ends early, without having lost anything, where `signal` is aborted.
 */
export async function readRun(
  deps: ModelDeps,
  config: ModelConfig,
  runId: string,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<boolean> {
  const { store, clock } = deps;
  const holder = deps.newId();
  const holding = () => ({ runId, holder, now: clock.now(), leaseUntil: clock.now() + LEASE });
  const run = await store.turn((tx) => takeRun(tx, holding()));
  if (run === undefined) return false;
  const beat = setInterval(() => {
    // Where it cannot be said just now, it is said the next time; where the lease is lost, the next claim finds out.
    store.turn((tx) => keepRun(tx, holding())).catch(() => {});
  }, BEAT);
  try {
    // Somebody agreed to another model, to what that one costs, and to where the words go.
    if (!isAgreed(run, config)) await end(deps, runId, { state: 'cancelled', reason: 'changed' });
    else {
      const model = await opened(deps, config);
      if (model === null) await end(deps, runId, { state: 'failed', reason: null });
      else {
        const why = await readBatches(deps, { run, holder, config, model, signal, progress });
        if (why !== 'stopped') await conclude(deps, runId, why);
      }
    }
  } finally {
    clearInterval(beat);
    await store.turn((tx) => letGo(tx, { runId, holder }));
  }
  const ended = await runById(store.read, runId);
  if (ended !== undefined) progress(ended);
  return true;
}

function isAgreed(run: ModelRunRow, config: ModelConfig): boolean {
  const asked = askedOf(config);
  return (['provider', 'model', 'host', 'price'] as const).every((what) => run[what] === asked[what]);
}

/** Whom a run asks, and for what price: it is agreed to with the run, which keeps it. */
export function askedOf({ provider, model, baseUrl, pencePerMillion }: ModelConfig) {
  const host = baseUrl === null ? null : new URL(baseUrl).host;
  const price = pencePerMillion && JSON.stringify([pencePerMillion.in, pencePerMillion.out]);
  return { provider, model, host, price } satisfies Partial<ModelRunRow>;
}

/** null where its library does not take the settings, which no second try would change. */
async function opened(deps: ModelDeps, config: ModelConfig): Promise<LanguageModel | null> {
  try {
    return await deps.open(config);
  } catch {
    return null;
  }
}

interface Reading {
  run: ModelRunRow;
  holder: string;
  config: ModelConfig;
  model: LanguageModel;
  signal: AbortSignal;
  progress: Progress;
}

/** Why reading came to an end: nothing is left, somebody stopped it, or a reason to pause or end it. */
type Why = 'end' | 'stopped' | ModelRunReason;

async function readBatches(deps: ModelDeps, reading: Reading): Promise<Why> {
  const { store } = deps;
  const { run, holder, signal, progress } = reading;
  let why: Why | null = null;
  let failures = 0;
  let inFlight = 0;

  const ask = async (claim: { responseIds: string[]; single: boolean }): Promise<AskedBatch> => {
    inFlight += 1;
    try {
      return await askBatch(deps, { ...reading, ...claim });
    } finally {
      inFlight -= 1;
    }
  };
  const settle = async (asked: AskedBatch): Promise<void> => {
    if (asked.kind === 'taken') failures = 0;
    else if (asked.kind === 'left') {
      failures += 1;
      if (asked.atOnce || failures >= MOST_FAILURES) why ??= asked.reason;
    } else if (asked.kind === 'stopped') why ??= 'stopped';
    // What others hold for calls in flight may be free again in a moment.
    else if (inFlight > 0) await deps.wait(LOOK_AGAIN, signal);
    else why ??= 'bound';
  };
  const work = async (): Promise<void> => {
    while (why === null) {
      if (signal.aborted) {
        why ??= 'stopped';
        return;
      }
      const claim = await store.turn((tx) => claimBatch(tx, { runId: run.id, holder }));
      if (claim.kind === 'batch') await settle(await ask(claim));
      else if (claim.kind === 'wait') await deps.wait(LOOK_AGAIN, signal);
      else {
        why ??= claim.kind;
        return;
      }
      const now = await runById(store.read, run.id);
      if (now !== undefined) progress(now);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return why ?? 'end';
}

/** What agreed money was not enough for keeps its local suggestions; what a provider did not answer waits for a person. */
async function conclude(deps: ModelDeps, runId: string, why: Exclude<Why, 'stopped'>): Promise<void> {
  if (why === 'end') return end(deps, runId, { state: 'done', reason: null });
  if (why === 'bound') return end(deps, runId, { state: 'done', reason: 'bound' });
  await deps.store.turn((tx) => changeRun(tx, runId, ['running'], { state: 'paused', reason: why }));
}

/** Ends a run, once: whatever the model has not read keeps the local classifier's suggestions. */
export async function end(
  { store, clock, newId }: Pick<ModelDeps, 'store' | 'clock' | 'newId'>,
  runId: string,
  {
    state,
    reason,
    officerId = null,
  }: { state: ModelRunState; reason: ModelRunReason | null; officerId?: string | null },
): Promise<void> {
  await store.turn(async (tx) => {
    const now = clock.now();
    if (!(await changeRun(tx, runId, ['running', 'paused'], { state, reason, finishedAt: now }))) return;
    await leaveToLocal(tx, runId);
    const run = await runById(tx.db, runId);
    if (run === undefined) return;
    const { done, leftToLocal, tokensIn, tokensOut, millipence } = run;
    await writeAudit(tx.db, {
      ...{ id: newId(), at: now, officerId, action: `modelRun.${state}`, subject: `modelRuns/${runId}` },
      detail: { done, leftToLocal, tokensIn, tokensOut, millipence },
    });
  });
}
