import type { Db, Tx } from './db.ts';
import type { CodingRow } from './schema.ts';

/** Rows a statement: SQLite takes 32,766 values, and a coding has thirteen. */
const AT_ONCE = 500;

/** Every coding of a theme, the oldest first; of one that was retired too. */
export function codingsOfTheme(db: Db, themeId: string): Promise<CodingRow[]> {
  return db.selectFrom('codings').selectAll().where('themeId', '=', themeId).orderBy('id').execute();
}

export async function insertCodings(db: Db, codings: readonly CodingRow[]): Promise<void> {
  for (const some of chunks(codings)) await db.insertInto('codings').values(some).execute();
}

/** Writes these over what they were. One that has gone with a resident who was forgotten does not come back. */
export async function rewriteCodings({ db, dialect }: Tx, codings: readonly CodingRow[]): Promise<void> {
  for (const some of chunks(codings)) {
    const ids = some.map(({ id }) => id);
    const query = db.selectFrom('codings').select('id').where('id', 'in', ids).orderBy('id');
    const rows = await (dialect === 'postgres' ? query.forUpdate() : query).execute();
    const there = new Set(rows.map(({ id }) => id));
    const changed = some.filter(({ id }) => there.has(id));
    if (changed.length === 0) continue;
    await db
      .insertInto('codings')
      .values(changed)
      .onConflict((on) =>
        on.column('id').doUpdateSet(({ ref }) => ({
          source: ref('excluded.source'),
          decision: ref('excluded.decision'),
          startAt: ref('excluded.startAt'),
          endAt: ref('excluded.endAt'),
          confidence: ref('excluded.confidence'),
          officerId: ref('excluded.officerId'),
          createdAt: ref('excluded.createdAt'),
          decidedAt: ref('excluded.decidedAt'),
          movedAt: ref('excluded.movedAt'),
          readBy: ref('excluded.readBy'),
        })),
      )
      .execute();
  }
}

export async function deleteCodings(db: Db, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) await db.deleteFrom('codings').where('id', 'in', some).execute();
}

/** How many responses one of these themes was accepted for. */
export async function acceptedFor(db: Db, themeIds: readonly string[]): Promise<number> {
  if (themeIds.length === 0) return 0;
  const { count } = await db
    .selectFrom('codings')
    .select(({ fn }) => fn.count<number>('responseId').distinct().as('count'))
    .where('themeId', 'in', themeIds)
    .where('decision', '=', 'accepted')
    .executeTakeFirstOrThrow();
  return count;
}

export function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) parts.push(all.slice(from, from + AT_ONCE));
  return parts;
}
