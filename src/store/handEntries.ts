import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { HandEntryRow } from './schema.ts';

const insert = prepare<HandEntryRow>()((db, p) =>
  db
    .insertInto('handEntries')
    .values({
      id: p('id'),
      consultationId: p('consultationId'),
      residentId: p('residentId'),
      conversationId: p('conversationId'),
      how: p('how'),
      speaksFor: p('speaksFor'),
      people: p('people'),
      onDay: p('onDay'),
      officerId: p('officerId'),
      createdAt: p('createdAt'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** Keeps what is known of an entry beside its answers; false where it was kept before. */
export async function keepHandEntry(tx: Tx, entry: HandEntryRow): Promise<boolean> {
  return (await tx.change(insert, entry)) > 0;
}

/** Someone of whom no address is kept. */
export async function addUnreachable(tx: Tx, resident: { id: string; now: number }): Promise<void> {
  await tx.db
    .insertInto('residents')
    .values({ id: resident.id, language: null, createdAt: resident.now })
    .execute();
}

/** How a response came that an officer typed in; undefined for every other. */
export function handEntryOf(db: Db, responseId: string) {
  return db
    .selectFrom('responses as response')
    .innerJoin('handEntries as entry', 'entry.conversationId', 'response.conversationId')
    .select(['entry.how', 'entry.speaksFor', 'entry.people', 'entry.onDay'])
    .where('response.id', '=', responseId)
    .executeTakeFirst();
}

/** Entries of each consultation, and for how many people they speak. */
export function countHandEntries(db: Db) {
  return db
    .selectFrom('handEntries')
    .select(({ fn, lit }) => [
      'consultationId',
      fn.countAll<number>().as('entries'),
      fn.sum<number>(fn.coalesce('people', lit(1))).as('people'),
    ])
    .groupBy('consultationId')
    .orderBy('consultationId')
    .execute();
}

/** Databases take only so many values in one question: SQLite 32,766, PostgreSQL 65,535. */
const AT_ONCE = 1000;

/** Which of these are kept already. */
export async function keptHandEntries(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const kept = new Set<string>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const rows = await db.selectFrom('handEntries').select('id').where('id', 'in', some).execute();
    for (const { id } of rows) kept.add(id);
  }
  return kept;
}
