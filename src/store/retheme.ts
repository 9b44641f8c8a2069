import { isNotOfGroup } from './codings.ts';
import { chunks } from './codings-move.ts';
import type { Db, Store } from './db.ts';
import { isUnthemed } from './responses-read.ts';
import type { ResponseRow } from './schema.ts';

/** The newest of more; the others keep what was suggested for them. */
const MOST = 2000;

/** How many are looked through in one turn: a millisecond or two, then others are let in. */
const A_TURN = 500;

/**
 * After a change to the codebook a classifier reads again what it suggested these themes for, where nobody has decided.
 * What is suggested for a theme out of use is not shown, and stays in case it comes back.
 */
export async function readAgain(db: Db, themeIds: readonly string[]): Promise<void> {
  const suggested = db
    .selectFrom('codings')
    .select('responseId')
    .where('themeId', 'in', themeIds)
    .where('source', '=', 'machine')
    .where('decision', '=', 'suggested')
    .orderBy('id', 'desc')
    .limit(MOST);
  await db.updateTable('responses').set({ themedAt: null }).where('id', 'in', suggested).execute();
  await db
    .deleteFrom('codings')
    .where('source', '=', 'machine')
    .where('decision', '=', 'suggested')
    .where(isNotOfGroup)
    .where('themeId', 'in', (themes) =>
      themes.selectFrom('themes').select('id').where('id', 'in', themeIds).where('state', '=', 'active'),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('responses')
          .select('responses.id')
          .whereRef('responses.id', '=', 'codings.responseId')
          .where('responses.themedAt', 'is', null),
      ),
    )
    .execute();
}

/**
 * And it reads again what has no theme at all: there is more to look through than one turn may take, so this comes after
 * the change, a little a turn. Where a crash cuts it short, the rest is read when enough has been decided.
 */
export async function readUnthemedAgain(store: Store, consultationId: string): Promise<void> {
  let found = 0;
  let after: Place | undefined;
  do {
    const looked = await store.turn(({ db }) =>
      lookThrough(db, { consultationId, after, most: MOST - found }),
    );
    found += looked.found;
    after = looked.last;
  } while (after !== undefined && found < MOST);
}

type Place = Pick<ResponseRow, 'id' | 'createdAt'>;

/** The next ones after a place, the newest first; `last` is where to go on, undefined at the end. */
async function lookThrough(
  db: Db,
  { consultationId, after, most }: { consultationId: string; after: Place | undefined; most: number },
): Promise<{ found: number; last: Place | undefined }> {
  let page = db
    .selectFrom('responses')
    .select(['id', 'createdAt'])
    .where('consultationId', '=', consultationId);
  if (after !== undefined)
    page = page
      .where('createdAt', '<=', after.createdAt)
      .where(({ or, eb }) => or([eb('createdAt', '<', after.createdAt), eb('id', '<', after.id)]));
  const rows = await page.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(A_TURN).execute();
  const last = rows.length < A_TURN ? undefined : rows.at(-1);
  if (rows.length === 0) return { found: 0, last };
  const unthemed = await db
    .selectFrom('responses')
    .select('id')
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('themedAt', 'is not', null)
    .where(isUnthemed)
    .orderBy('createdAt', 'desc')
    .limit(most)
    .execute();
  const ids = unthemed.map(({ id }) => id);
  if (ids.length > 0)
    await db.updateTable('responses').set({ themedAt: null }).where('id', 'in', ids).execute();
  return { found: ids.length, last };
}

/**
 * What was decided about these no longer counts: a classifier reads them once more, and they wait for an officer. Gives
 * those that one had reviewed.
 */
export async function decideAgain(db: Db, ids: readonly string[]): Promise<string[]> {
  const reviewed: string[] = [];
  for (const some of chunks(ids)) {
    const rows = await db
      .updateTable('responses')
      .set({ review: 'new' })
      .where('id', 'in', some)
      .where('review', '=', 'reviewed')
      .returning('id')
      .execute();
    reviewed.push(...rows.map(({ id }) => id));
    await db.updateTable('responses').set({ themedAt: null }).where('id', 'in', some).execute();
  }
  return reviewed;
}

/**
 * Undoes that: the responses of these codings are reviewed, as they were before `at`. One whose resident has written
 * since stays to be read, because it may say something else by now.
 */
export async function stayReviewed(db: Db, codingIds: readonly string[], at: number): Promise<void> {
  for (const some of chunks(codingIds))
    await db
      .updateTable('responses')
      .set({ review: 'reviewed' })
      .where('id', 'in', (of) => of.selectFrom('codings').select('responseId').where('id', 'in', some))
      .where('review', '=', 'new')
      .where('reviewedAt', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('messages')
              .select('messages.id')
              .whereRef('messages.residentId', '=', 'responses.residentId')
              .where('messages.receivedAt', '>=', at),
          ),
        ),
      )
      .execute();
}
