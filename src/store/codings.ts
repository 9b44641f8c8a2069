import type { ExpressionBuilder } from 'kysely';
import type { Decision } from '#domain/words.ts';
import { chunks } from './codings-move.ts';
import type { Db } from './db.ts';
import type { CodingRow, Schema } from './schema.ts';

/** A coding as it is first made: no merge has brought it here. */
export type NewCoding = Omit<CodingRow, 'movedAt' | 'readBy'> & Partial<Pick<CodingRow, 'readBy'>>;

/** A condition on `codings`: a machine may take it back when it reads again. */
export function isNotOfGroup({ or, eb }: ExpressionBuilder<Schema, 'codings'>) {
  return or([eb('codings.readBy', 'is', null), eb('codings.readBy', '<>', 'group')]);
}

/** Codings of one response, in the order in which they were suggested. */
export async function codingsOf(db: Db, responseId: string): Promise<CodingRow[]> {
  return db
    .selectFrom('codings')
    .selectAll()
    .where('responseId', '=', responseId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function codingById(db: Db, id: string): Promise<CodingRow | undefined> {
  return db.selectFrom('codings').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Writes suggestions. What somebody has said about the same response and theme already stands. */
export async function suggestCodings(db: Db, codings: NewCoding[]): Promise<void> {
  for (const some of chunks(codings))
    await db
      .insertInto('codings')
      .values(some)
      .onConflict((on) => on.columns(['responseId', 'themeId']).doNothing())
      .execute();
}

/** An officer's own coding: a theme that was suggested or rejected before becomes accepted. */
export async function acceptTheme(db: Db, coding: NewCoding): Promise<void> {
  const { decision, officerId, decidedAt } = coding;
  await db
    .insertInto('codings')
    .values(coding)
    .onConflict((on) => on.columns(['responseId', 'themeId']).doUpdateSet({ decision, officerId, decidedAt }))
    .execute();
}

export async function decideCoding(
  db: Db,
  id: string,
  change: { decision: Decision; officerId: string; decidedAt: number },
): Promise<void> {
  await db.updateTable('codings').set(change).where('id', '=', id).execute();
}
