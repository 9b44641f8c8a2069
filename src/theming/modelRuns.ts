import { writeAudit } from '#store/audit.ts';
import { changeRun, insertRun } from '#store/model-runs.ts';
import { runById, runsToTake } from '#store/model-runs-read.ts';
import type { ModelRunRow } from '#store/schema.ts';
import type { ModelDeps } from './modelDeps.ts';
import { planRun } from './modelPlan.ts';
import { askedOf, end, type Progress, readRun } from './readRun.ts';

/** Between two looks at a run that another process is at, ms. */
const LOOK_AGAIN = 1000;

type Agreed = { tokens: number; millipence: number | null };

/** started; or why not: another is not through yet, there is nothing to read, or the bound is not one to agree to. */
export type Started = { kind: 'started'; runId: string } | { kind: 'unfinished' | 'nothing' | 'notAgreed' };

/**
 * Readings of whole consultations by a language model, where one is set. The local classifier has read every response
 * before, so none ever waits for the model, which only replaces suggestions that nobody has decided on.
 */
export function createModelRuns(deps: ModelDeps) {
  const { store, clock, newId, config, stopping } = deps;
  const noted = (
    runId: string,
    officerId: string | null,
    action: string,
    detail: Record<string, string | number>,
  ) => ({
    ...{ id: newId(), at: clock.now(), officerId, action: `modelRun.${action}` },
    ...{ subject: `modelRuns/${runId}`, detail },
  });

  return {
    /** What would be asked, and what it may cost. Null where no model is set. */
    plan: (consultationId: string) => (config === null ? null : planRun(deps, config, consultationId)),

    /** Begins a run that never goes beyond what was agreed, whatever has been said since it was shown. */
    async start(given: {
      consultationId: string;
      agreed: Agreed;
      officerId: string | null;
    }): Promise<Started> {
      if (config === null) return { kind: 'nothing' };
      const { consultationId, agreed, officerId } = given;
      const plan = await planRun(deps, config, consultationId);
      if (plan.responses === 0) return { kind: 'nothing' };
      if ((agreed.millipence === null) !== (plan.agreed.millipence === null)) return { kind: 'notAgreed' };
      if (agreed.millipence !== null && agreed.millipence > config.mostMillipence)
        return { kind: 'notAgreed' };
      const run: ModelRunRow = {
        ...{ id: newId(), consultationId, state: 'running', reason: null },
        ...{ ...askedOf(config), codebook: plan.codebook },
        ...{ agreedMillipence: agreed.millipence, agreedTokens: agreed.tokens },
        ...{ tokensIn: 0, tokensOut: 0, millipence: 0, heldTokens: 0, heldMillipence: 0 },
        ...{ total: plan.responses, done: 0, leftToLocal: 0, refused: 0 },
        ...{ startedBy: officerId, createdAt: clock.now(), holder: null, leaseUntil: null, finishedAt: null },
      };
      const began = await store.turn(async (tx) => {
        if (!(await insertRun(tx, run, plan.batches))) return false;
        const { provider, model, total, agreedTokens } = run;
        await writeAudit(
          tx.db,
          noted(run.id, officerId, 'started', { provider, model, responses: total, agreedTokens }),
        );
        return true;
      });
      return began ? { kind: 'started', runId: run.id } : { kind: 'unfinished' };
    },

    /** Stops a run for now; calls that are in flight still come to their end. False where it was not running. */
    async pause(runId: string, officerId: string | null): Promise<boolean> {
      return store.turn(async (tx) => {
        if (!(await changeRun(tx, runId, ['running'], { state: 'paused', reason: 'stopped' }))) return false;
        await writeAudit(tx.db, noted(runId, officerId, 'paused', {}));
        return true;
      });
    },

    /** Lets a paused run go on: the next process that looks takes it. */
    async goOn(runId: string, officerId: string | null): Promise<boolean> {
      return store.turn(async (tx) => {
        if (!(await changeRun(tx, runId, ['paused'], { state: 'running', reason: null }))) return false;
        await writeAudit(tx.db, noted(runId, officerId, 'goesOn', {}));
        return true;
      });
    },

    /** Ends a run for good. What the model has read stays. */
    cancel: (runId: string, officerId: string | null) =>
      end(deps, runId, { state: 'cancelled', reason: 'stopped', officerId }),

    /** Goes on with every run that nobody is at: the job of whoever serves. */
    async readAll(): Promise<void> {
      for (const runId of await runsToTake(store.read, clock.now())) {
        if (stopping.aborted) return;
        if (config === null)
          await store.turn((tx) => changeRun(tx, runId, ['running'], { state: 'paused', reason: 'changed' }));
        else await readRun(deps, config, runId, { signal: stopping, progress: () => {} });
      }
    },

    /** Goes on with a run, or watches it where another process is at it, until it is no longer running. */
    async follow(runId: string, progress: Progress, signal: AbortSignal): Promise<ModelRunRow | undefined> {
      for (;;) {
        const run = await runById(store.read, runId);
        if (run?.state !== 'running' || signal.aborted || config === null) return run;
        progress(run);
        if (!(await readRun(deps, config, runId, { signal, progress }))) await deps.wait(LOOK_AGAIN, signal);
      }
    },
  };
}
