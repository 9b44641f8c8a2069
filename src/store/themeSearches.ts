import { sql } from 'kysely';
import { among } from './among.ts';
import type { Db, Store, Tx } from './db.ts';
import type { Cost } from './model-runs.ts';
import { isUnthemed } from './responses-read.ts';
import type { ThemeSearchRow } from './schema.ts';
import { isToBeForgotten } from './toBeForgotten.ts';

/** False where one is under way for this consultation already. */
export async function askForThemes(
  db: Db,
  search: Pick<ThemeSearchRow, 'id' | 'consultationId' | 'askedBy' | 'askedAt'> &
    Partial<Pick<ThemeSearchRow, 'agreedTokens' | 'agreedMillipence' | 'agreedModel'>>,
): Promise<boolean> {
  const row = await db
    .insertInto('themeSearches')
    .values(search)
    // Written out: SQLite finds a partial index only where it can read its condition in the query.
    .onConflict((conflict) => conflict.column('consultationId').where('finishedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The one that was asked for last. */
export function latestSearch(db: Db, consultationId: string): Promise<ThemeSearchRow | undefined> {
  return db
    .selectFrom('themeSearches')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** When the last one began that came to its end; ms, 0 where none did. */
export async function lastRead(db: Db, consultationId: string): Promise<number> {
  const row = await db
    .selectFrom('themeSearches')
    .select(({ fn }) => fn.max('startedAt').as('at'))
    .where('consultationId', '=', consultationId)
    .where('finishedAt', 'is not', null)
    .where('failed', '=', 0)
    .executeTakeFirst();
  return Number(row?.at ?? 0);
}

/** Takes one that waits, or whose process died; undefined where none does. Nobody else takes it until `leaseUntil`. */
export async function takeSearch(
  tx: Tx,
  { now, leaseUntil }: { now: number; leaseUntil: number },
): Promise<ThemeSearchRow | undefined> {
  const waits = tx.db
    .selectFrom('themeSearches')
    .select('id')
    .where('finishedAt', 'is', null)
    .where(({ or, eb }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', now)]))
    .orderBy('askedAt')
    .limit(1);
  const found = await (tx.dialect === 'postgres' ? waits.forUpdate().skipLocked() : waits).executeTakeFirst();
  if (found === undefined) return undefined;
  return tx.db
    .updateTable('themeSearches')
    .set({ startedAt: now, leaseUntil })
    .where('id', '=', found.id)
    .returningAll()
    .executeTakeFirst();
}

export async function finishSearch(
  db: Db,
  { id, ...done }: Pick<ThemeSearchRow, 'id' | 'finishedAt' | 'read' | 'failed'>,
): Promise<void> {
  await db.updateTable('themeSearches').set(done).where('id', '=', id).execute();
}

/** For whoever comes next: this process stops. */
export async function leaveSearch(db: Db, id: string): Promise<void> {
  await db
    .updateTable('themeSearches')
    .set({ startedAt: null, leaseUntil: null })
    .where('id', '=', id)
    .execute();
}

/** The newest responses that a classifier has read and no theme explains, oldest first. */
export async function unexplained(db: Db, consultationId: string, limit: number) {
  const rows = await db
    .selectFrom('responses')
    .select(['id', 'text', 'abusive', 'machine'])
    .where('consultationId', '=', consultationId)
    .where('themedAt', 'is not', null)
    .where('text', '<>', '')
    .where(isUnthemed)
    .where(({ not, ref }) => not(isToBeForgotten(ref('responses.residentId'))))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}

/**
 * How these stand now: what was forgotten is not among them; `unexplained` is 0 where a theme explains it, and where a case
 * holds it or anything else leaves it out.
 */
export function standingAmong(
  { db, dialect }: { db: Db; dialect: Store['dialect'] },
  ids: readonly string[],
): Promise<{ id: string; text: string; held: number; unexplained: number }[]> {
  return db
    .selectFrom('responses')
    .select(['id', 'text', 'held'])
    .select((of) => of.case().when(isUnthemed(of)).then(sql.lit(1)).else(sql.lit(0)).end().as('unexplained'))
    .where(among(dialect, 'id', ids))
    .execute();
}

/** How many that is, and how many of them were read by a classifier after `since`. */
export function countUnexplained(
  db: Db,
  consultationId: string,
  since: number,
): Promise<{ all: number; fresh: number }> {
  return db
    .selectFrom('responses')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('all'),
      fn.count<number>(eb.case().when('themedAt', '>', since).then(sql.lit(1)).end()).as('fresh'),
    ])
    .where('consultationId', '=', consultationId)
    .where('themedAt', 'is not', null)
    .where('text', '<>', '')
    .where(isUnthemed)
    .where(({ not, ref }) => not(isToBeForgotten(ref('responses.residentId'))))
    .executeTakeFirstOrThrow();
}

/** Counts what a call may cost at most. False, and nothing counted, where that goes beyond what was agreed to. */
export async function spendOnSearch(db: Db, id: string, most: Cost): Promise<boolean> {
  const row = await db
    .updateTable('themeSearches')
    .set(({ eb }) => ({
      spentTokens: eb('spentTokens', '+', most.tokens),
      spentMillipence: eb('spentMillipence', '+', most.millipence),
    }))
    .where('id', '=', id)
    .where(({ eb }) => eb(eb('spentTokens', '+', most.tokens), '<=', eb.ref('agreedTokens')))
    .where(({ or, eb }) =>
      or([
        eb('agreedMillipence', 'is', null),
        eb(eb('spentMillipence', '+', most.millipence), '<=', eb.ref('agreedMillipence')),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What a call did cost, in place of what it might have. */
export async function settleSearch(
  db: Db,
  id: string,
  { held, cost }: { held: Cost; cost: Cost },
): Promise<void> {
  await db
    .updateTable('themeSearches')
    .set(({ eb }) => ({
      spentTokens: eb('spentTokens', '+', cost.tokens - held.tokens),
      spentMillipence: eb('spentMillipence', '+', cost.millipence - held.millipence),
    }))
    .where('id', '=', id)
    .execute();
}
