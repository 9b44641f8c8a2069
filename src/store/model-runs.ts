import { chunks } from './codings-move.ts';
import type { Tx } from './db.ts';
import type { ModelRunRow } from './schema.ts';

/** Who is at a run, and until when, unless they say so again. */
export interface Holding {
  runId: string;
  holder: string;
  now: number;
  leaseUntil: number;
}

/** A call that went wrong this often about the same response is not made again. */
const MOST_ATTEMPTS = 4;

/** Begins a run of these batches of responses. False where another of this consultation is not through yet. */
export async function insertRun(
  tx: Tx,
  run: ModelRunRow,
  batches: readonly (readonly string[])[],
): Promise<boolean> {
  // One at a time for each consultation: whoever comes second waits here and then sees the first.
  if (tx.dialect === 'postgres')
    await tx.db
      .selectFrom('consultations')
      .select('id')
      .where('id', '=', run.consultationId)
      .forUpdate()
      .execute();
  const other = await tx.db
    .selectFrom('modelRuns')
    .select('id')
    .where('consultationId', '=', run.consultationId)
    .where('state', 'in', ['running', 'paused'])
    .executeTakeFirst();
  if (other !== undefined) return false;
  await tx.db.insertInto('modelRuns').values(run).execute();
  const rows = batches.flatMap((ids, batch) =>
    ids.map((responseId) => ({
      ...{ runId: run.id, responseId, batch, state: 'waiting' as const },
      ...{ attempts: 0, refused: 0 },
    })),
  );
  for (const some of chunks(rows)) await tx.db.insertInto('modelRunItems').values(some).execute();
  return true;
}

/**
 * Takes a run that nobody is at. What a dead process had asked about waits again; its cost stays counted as held.
 * Undefined where somebody else is at it, or it is not running.
 */
export async function takeRun(
  tx: Tx,
  { runId, holder, now, leaseUntil }: Holding,
): Promise<ModelRunRow | undefined> {
  const { numUpdatedRows } = await tx.db
    .updateTable('modelRuns')
    .set({ holder, leaseUntil })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .where(({ or, eb }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  await askAgainLater(tx, runId);
  return tx.db.selectFrom('modelRuns').selectAll().where('id', '=', runId).executeTakeFirst();
}

/** Says that its holder is still there: also of a paused run, while its last calls are in flight. */
export async function keepRun(tx: Tx, { runId, holder, leaseUntil }: Holding): Promise<void> {
  await tx.db
    .updateTable('modelRuns')
    .set({ leaseUntil })
    .where('id', '=', runId)
    .where('holder', '=', holder)
    .execute();
}

/** What is to be asked next: the next batch, nothing until others are answered, or nothing any more. */
type Claim = { kind: 'batch'; responseIds: string[]; single: boolean } | { kind: 'wait' | 'end' | 'stopped' };

export async function claimBatch(tx: Tx, holding: Pick<Holding, 'runId' | 'holder'>): Promise<Claim> {
  const { runId, holder } = holding;
  const run = await lockRun(tx, runId);
  if (run?.state !== 'running' || run.holder !== holder) return { kind: 'stopped' };
  const of = tx.db.selectFrom('modelRunItems').where('runId', '=', runId);
  const next = await of
    .select(['batch', 'refused'])
    .where('state', '=', 'waiting')
    .orderBy('batch')
    .executeTakeFirst();
  if (next === undefined) {
    const asked = await of.select('responseId').where('state', '=', 'asked').executeTakeFirst();
    return { kind: asked === undefined ? 'end' : 'wait' };
  }
  const rows = await of
    .select('responseId')
    .where('state', '=', 'waiting')
    .where('batch', '=', next.batch)
    .orderBy('responseId')
    .execute();
  const responseIds = rows.map(({ responseId }) => responseId);
  await items(tx, runId, responseIds).set({ state: 'asked' }).execute();
  return { kind: 'batch', responseIds, single: next.refused > 0 };
}

/** What a call may cost at most, or what it did cost. */
export interface Cost {
  tokens: number;
  millipence: number;
}

/**
 * Writes down, before a call, that it is made and what it may cost. It is not to be made where that could go beyond
 * what was agreed, or where somebody has stopped the run.
 */
export async function holdCost(
  tx: Tx,
  { runId, holder, responseIds, most }: { runId: string; holder: string; responseIds: string[]; most: Cost },
): Promise<'held' | 'bound' | 'stopped'> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'running' || run.holder !== holder) return 'stopped';
  const tokens = run.tokensIn + run.tokensOut + run.heldTokens + most.tokens;
  const millipence = run.millipence + run.heldMillipence + most.millipence;
  const { agreedTokens, agreedMillipence } = run;
  if (tokens > agreedTokens) return 'bound';
  if (agreedMillipence !== null && millipence > agreedMillipence) return 'bound';
  await tx.db
    .updateTable('modelRuns')
    .set((of) => ({
      heldTokens: of('heldTokens', '+', most.tokens),
      heldMillipence: of('heldMillipence', '+', most.millipence),
    }))
    .where('id', '=', runId)
    .execute();
  await items(tx, runId, responseIds)
    .set((of) => ({ attempts: of('attempts', '+', 1) }))
    .execute();
  return 'held';
}

/** A call is over: what was held for it is free again, and what it did cost, if anybody said, is counted. */
export async function settleCost(
  tx: Tx,
  { runId, most, spent }: { runId: string; most: Cost; spent: SpentCost | null },
): Promise<void> {
  await tx.db
    .updateTable('modelRuns')
    .set((of) => ({
      heldTokens: of('heldTokens', '-', most.tokens),
      heldMillipence: of('heldMillipence', '-', most.millipence),
      tokensIn: of('tokensIn', '+', spent?.tokensIn ?? 0),
      tokensOut: of('tokensOut', '+', spent?.tokensOut ?? 0),
      millipence: of('millipence', '+', spent?.millipence ?? 0),
    }))
    .where('id', '=', runId)
    .execute();
}

export interface SpentCost {
  tokensIn: number;
  tokensOut: number;
  millipence: number;
}

/** What became of the responses of one call. */
export interface Became {
  done: string[];
  /** Refused, or never answered: to be asked about singly. */
  again: string[];
  local: string[];
  /** How many answers about one response were not taken. */
  refused: number;
}

/**
 * Writes down what became of them. An answer counts also where another process took the run over meanwhile: it is
 * paid for. What was forgotten since is no longer there.
 */
export async function settleItems(
  tx: Tx,
  runId: string,
  { done, again, local, refused }: Became,
): Promise<void> {
  await lockRun(tx, runId);
  const change = async (
    ids: string[],
    from: readonly ('asked' | 'waiting' | 'local')[],
    state: 'done' | 'local',
  ) => {
    if (ids.length === 0) return 0;
    const { numUpdatedRows } = await items(tx, runId, ids)
      .where('state', 'in', from)
      .set({ state })
      .executeTakeFirst();
    return Number(numUpdatedRows);
  };
  // Given up while its answer was on the way, because the run was ended: the answer is there all the same.
  const late = await change(done, ['local'], 'done');
  const counts = {
    done: late + (await change(done, ['asked', 'waiting'], 'done')),
    leftToLocal: (await change(local, ['asked', 'waiting'], 'local')) - late,
  };
  await askSingly(tx, runId, again);
  await tx.db
    .updateTable('modelRuns')
    .set((of) => ({
      done: of('done', '+', counts.done),
      leftToLocal: of('leftToLocal', '+', counts.leftToLocal),
      refused: of('refused', '+', refused),
    }))
    .where('id', '=', runId)
    .execute();
}

async function askSingly(tx: Tx, runId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const last = await tx.db
    .selectFrom('modelRunItems')
    .select(({ fn }) => fn.max('batch').as('batch'))
    .where('runId', '=', runId)
    .executeTakeFirst();
  for (const [at, id] of ids.entries())
    await items(tx, runId, [id])
      .where('state', '=', 'asked')
      .set((of) => ({
        state: 'waiting',
        batch: Number(last?.batch ?? 0) + 1 + at,
        refused: of('refused', '+', 1),
      }))
      .execute();
}

/** Nobody could be asked about these: they wait again, or where that was tried too often are left as they are. */
export async function askAgainLater(tx: Tx, runId: string, only?: string[]): Promise<void> {
  const asked = () => {
    const query = tx.db.updateTable('modelRunItems').where('runId', '=', runId).where('state', '=', 'asked');
    return only === undefined ? query : query.where('responseId', 'in', only);
  };
  const { numUpdatedRows } = await asked()
    .where('attempts', '>=', MOST_ATTEMPTS)
    .set({ state: 'local' })
    .executeTakeFirst();
  await leftToLocal(tx, runId, Number(numUpdatedRows));
  await asked().set({ state: 'waiting' }).execute();
}

/** The local classifier's suggestions stand for whatever the model has not read. */
export async function leaveToLocal(tx: Tx, runId: string): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('modelRunItems')
    .set({ state: 'local' })
    .where('runId', '=', runId)
    .where('state', 'in', ['waiting', 'asked'])
    .executeTakeFirst();
  await leftToLocal(tx, runId, Number(numUpdatedRows));
}

/** Changes a run that is in one of these states. False where it is not, because somebody else was first. */
export async function changeRun(
  tx: Tx,
  runId: string,
  from: readonly ModelRunRow['state'][],
  become: Partial<Pick<ModelRunRow, 'state' | 'reason' | 'finishedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('modelRuns')
    .set(become)
    .where('id', '=', runId)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Its holder is at it no more: another may take it at once. */
export async function letGo(tx: Tx, { runId, holder }: Pick<Holding, 'runId' | 'holder'>): Promise<void> {
  await tx.db
    .updateTable('modelRuns')
    .set({ holder: null, leaseUntil: null })
    .where('id', '=', runId)
    .where('holder', '=', holder)
    .execute();
}

function items(tx: Tx, runId: string, responseIds: readonly string[]) {
  return tx.db.updateTable('modelRunItems').where('runId', '=', runId).where('responseId', 'in', responseIds);
}

async function leftToLocal(tx: Tx, runId: string, count: number): Promise<void> {
  if (count === 0) return;
  await tx.db
    .updateTable('modelRuns')
    .set((of) => ({ leftToLocal: of('leftToLocal', '+', count) }))
    .where('id', '=', runId)
    .execute();
}

/** Until the turn ends, no other worker or process counts on this run. */
function lockRun(tx: Tx, runId: string): Promise<ModelRunRow | undefined> {
  const query = tx.db.selectFrom('modelRuns').selectAll().where('id', '=', runId);
  return (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}
