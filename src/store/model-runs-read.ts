import type { Db } from './db.ts';
import type { ModelRunRow } from './schema.ts';

/** The run of this consultation that is not through yet; there is at most one. */
export function unfinishedRun(db: Db, consultationId: string): Promise<ModelRunRow | undefined> {
  return db
    .selectFrom('modelRuns')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('state', 'in', ['running', 'paused'])
    .executeTakeFirst();
}

export function runById(db: Db, id: string): Promise<ModelRunRow | undefined> {
  return db.selectFrom('modelRuns').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first. */
export function runsOf(db: Db, consultationId: string, limit: number): Promise<ModelRunRow[]> {
  return db
    .selectFrom('modelRuns')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Runs that nobody is at: just begun, let go on, or left by a process that died. */
export async function runsToTake(db: Db, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('modelRuns')
    .select('id')
    .where('state', '=', 'running')
    .where(({ or, eb }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .orderBy('createdAt')
    .execute();
  return rows.map(({ id }) => id);
}
