import type { CaseKind } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { AlertRow } from './schema.ts';

export type AlertTo = AlertRow['to'];

/** An alert that may go out now, with all that it says about its case. */
export interface DueAlert extends Pick<AlertRow, 'id' | 'caseId' | 'round' | 'to' | 'attempts' | 'dueAt'> {
  kind: CaseKind;
  category: string | null;
  openedAt: number;
}

type Planned = Pick<AlertRow, 'id' | 'caseId' | 'round' | 'to' | 'dueAt'>;

const planned = prepare<Planned>()((db, p) =>
  db
    .insertInto('alerts')
    .values({
      id: p('id'),
      caseId: p('caseId'),
      round: p('round'),
      to: p('to'),
      state: 'due',
      attempts: 0,
      dueAt: p('dueAt'),
    })
    .onConflict((conflict) => conflict.columns(['caseId', 'round', 'to']).doNothing()),
);

/** Plans one alert; planning it again changes nothing. */
export async function planAlert(
  tx: Tx,
  alert: { caseId: string; round: number; to: AlertTo; dueAt: number },
): Promise<void> {
  await tx.change(planned, { id: `${alert.caseId}-${alert.round}-${alert.to}`, ...alert });
}

/**
 * What is due and in nobody's hands, the oldest first. What is to wait beyond `furthest` was written by a clock that
 * has been put back since, and does not wait. On PostgreSQL the rows stay locked until the turn ends, and those that
 * another process has locked are left out.
 */
export async function dueAlerts(
  tx: Tx,
  { now, furthest, limit }: { now: number; furthest: number; limit: number },
): Promise<DueAlert[]> {
  const { db, dialect } = tx;
  const query = db
    .selectFrom('alerts')
    .innerJoin('cases', 'cases.id', 'alerts.caseId')
    .select(['alerts.id', 'alerts.caseId', 'alerts.round', 'alerts.to', 'alerts.attempts', 'alerts.dueAt'])
    .select(['cases.kind', 'cases.category', 'cases.createdAt as openedAt'])
    .where('alerts.state', '=', 'due')
    .where(({ eb, or }) => or([eb('alerts.dueAt', '<=', now), eb('alerts.dueAt', '>', furthest)]))
    .where(({ eb, or }) =>
      or([
        eb('alerts.leaseUntil', 'is', null),
        eb('alerts.leaseUntil', '<=', now),
        eb('alerts.leaseUntil', '>', furthest),
      ]),
    )
    .orderBy('alerts.dueAt')
    .orderBy('alerts.id')
    .limit(limit);
  return (dialect === 'postgres' ? query.forUpdate('alerts').skipLocked() : query).execute();
}

/** Writes the intent. Only after this has been committed may anything be sent. */
export async function takeUp(db: Db, id: string, leaseUntil: number): Promise<void> {
  await db
    .updateTable('alerts')
    .set(({ eb }) => ({ leaseUntil, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** What became of one attempt; an attempt that another process has overtaken changes nothing. */
export async function settleAlert(
  db: Db,
  { id, attempts }: Pick<AlertRow, 'id' | 'attempts'>,
  outcome: Partial<Pick<AlertRow, 'state' | 'dueAt' | 'sentAt' | 'reason' | 'code'>>,
): Promise<void> {
  await db
    .updateTable('alerts')
    .set({ ...outcome, leaseUntil: null })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .where('attempts', '=', attempts)
    .execute();
}

/** A later round tells the same person: what is left of the earlier ones is given up. */
export async function giveUpEarlier(db: Db, alert: Pick<AlertRow, 'caseId' | 'round' | 'to'>): Promise<void> {
  await db
    .updateTable('alerts')
    .set({ state: 'failed', leaseUntil: null })
    .where('caseId', '=', alert.caseId)
    .where('to', '=', alert.to)
    .where('round', '<', alert.round)
    .where('state', '=', 'due')
    .execute();
}

/** Somebody has it: nobody else need be told. */
export async function endAlerts(db: Db, caseId: string): Promise<void> {
  await db
    .updateTable('alerts')
    .set({ state: 'notNeeded', leaseUntil: null })
    .where('caseId', '=', caseId)
    .where('state', '=', 'due')
    .execute();
}

/** Everybody who was told of a case or is to be, in that order. */
export function alertsOf(db: Db, caseId: string): Promise<AlertRow[]> {
  return db
    .selectFrom('alerts')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('round')
    .orderBy('to')
    .execute();
}

/** Whom the latest alert of a case that nobody has accepted did not reach, with why: each person once, with the latest such case. */
export async function unreached(db: Db): Promise<Pick<AlertRow, 'caseId' | 'to' | 'reason' | 'code'>[]> {
  const rows = await db
    .selectFrom('alerts')
    .innerJoin('cases', 'cases.id', 'alerts.caseId')
    .select(['alerts.caseId', 'alerts.to', 'alerts.round', 'alerts.state', 'alerts.reason', 'alerts.code'])
    .where('cases.state', '=', 'open')
    .where('cases.acceptedAt', 'is', null)
    // One that has not been tried yet says nothing about whether they can be reached.
    .where(({ eb, or }) => or([eb('alerts.state', '=', 'sent'), eb('alerts.reason', 'is not', null)]))
    .orderBy('alerts.round')
    .execute();
  const latest = new Map(rows.map((row) => [`${row.caseId} ${row.to}`, row]));
  const missed = [...latest.values()].filter(({ state }) => state !== 'sent');
  return [...new Map(missed.map((row) => [row.to, row])).values()];
}
