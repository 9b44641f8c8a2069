import type { Db } from './db.ts';
import type { LookRow } from './schema.ts';

/** A look as the code uses it. */
export interface Look extends Pick<LookRow, 'responseId' | 'officerId' | 'kind' | 'at'> {
  saidThemes: string[];
  machineThemes: string[];
}

/** False where this officer had looked at it in this way before: the first time stands. */
export async function keepLook(db: Db, look: LookRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('looks')
    .values(look)
    .onConflict((on) => on.columns(['responseId', 'officerId', 'kind']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** The officer says something else of it now: `saidThemes`, JSON. */
export async function changeLook(db: Db, id: string, saidThemes: string): Promise<void> {
  await db.updateTable('looks').set({ saidThemes }).where('id', '=', id).execute();
}

export async function dropLooks(db: Db, responseId: string): Promise<void> {
  await db.deleteFrom('looks').where('responseId', '=', responseId).execute();
}

/** The one look of whoever reviewed it; undefined where nobody really looked. */
export function reviewLookOf(db: Db, responseId: string): Promise<LookRow | undefined> {
  return db
    .selectFrom('looks')
    .selectAll()
    .where('responseId', '=', responseId)
    .where('kind', '=', 'review')
    .executeTakeFirst();
}

/** Looks at responses that count: reviewed, not held by a case, and not folded away because they are abusive. */
function counting(db: Db, consultationId: string) {
  return db
    .selectFrom('looks as look')
    .innerJoin('responses as response', 'response.id', 'look.responseId')
    .where('look.consultationId', '=', consultationId)
    .where('response.state', '=', 'complete')
    .where('response.review', '=', 'reviewed')
    .where('response.held', '=', 0)
    .where('response.abusive', '=', 0);
}

/** All looks that count, in an order that never changes. */
export async function looksOf(db: Db, consultationId: string): Promise<Look[]> {
  const rows = await counting(db, consultationId)
    .select(['look.responseId', 'look.officerId', 'look.kind', 'look.at'])
    .select(['look.saidThemes', 'look.machineThemes'])
    .orderBy('look.responseId')
    .orderBy('look.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    saidThemes: JSON.parse(row.saidThemes) as string[],
    machineThemes: JSON.parse(row.machineThemes) as string[],
  }));
}

/** How many of its responses have been reviewed, whether or not anybody looked. */
export async function countReviewed(db: Db, consultationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('responses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('consultationId', '=', consultationId)
    .where('review', '=', 'reviewed')
    .where('outcomeId', 'is', null)
    .where('whoElse', '=', 0)
    .executeTakeFirstOrThrow();
  return count;
}

interface Second {
  consultationId: string;
  officerId: string;
}

/** Responses that another officer has really looked at and nobody has looked at a second time. */
function waitingForSecond(db: Db, { consultationId, officerId }: Second) {
  return counting(db, consultationId)
    .select('look.responseId as id')
    .where('look.kind', '=', 'review')
    .where('look.officerId', '<>', officerId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('looks as second')
            .select('second.id')
            .whereRef('second.responseId', '=', 'look.responseId')
            .where('second.kind', '=', 'second'),
        ),
      ),
    );
}

/**
 * Their ids. These end in chance, so sorted by their ends they come in an order that is random and the same for
 * everybody.
 */
export async function secondLooksWaiting(db: Db, whose: Second): Promise<string[]> {
  const rows = await waitingForSecond(db, whose).execute();
  const end = (id: string) => id.slice(-12);
  return rows
    .map(({ id }) => id)
    .sort((one, other) => (end(one) < end(other) ? -1 : end(one) > end(other) ? 1 : 0));
}

/** Whether this one waits for this officer. */
export async function waitsForSecondLook(db: Db, whose: Second, responseId: string): Promise<boolean> {
  const row = await waitingForSecond(db, whose).where('look.responseId', '=', responseId).executeTakeFirst();
  return row !== undefined;
}

/** What officers said that somebody's responses are about, each having looked for themselves. `name` is JSON by language. */
export async function looksAt(db: Db, residentId: string) {
  const looks = await db
    .selectFrom('looks')
    .innerJoin('responses', 'responses.id', 'looks.responseId')
    .select(['looks.responseId', 'looks.kind', 'looks.at', 'looks.saidThemes'])
    .where('responses.residentId', '=', residentId)
    .orderBy('looks.at')
    .execute();
  const said = looks.map((look) => ({ ...look, ids: JSON.parse(look.saidThemes) as string[] }));
  const ids = [...new Set(said.flatMap((look) => look.ids))];
  const themes =
    ids.length === 0
      ? []
      : await db.selectFrom('themes').select(['id', 'name']).where('id', 'in', ids).execute();
  return said.map((look) => ({
    responseId: look.responseId,
    kind: look.kind,
    at: look.at,
    names: themes.filter(({ id }) => look.ids.includes(id)).map(({ name }) => name),
  }));
}
