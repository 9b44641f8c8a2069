import { isNotOfGroup } from './codings.ts';
import { chunks } from './codings-move.ts';
import type { Db } from './db.ts';
import { isUnthemed } from './responses-read.ts';

/** The newest of more; the others keep what was suggested for them. */
const MOST = 2000;

/**
 * After a change to the codebook a classifier reads again what it suggested these themes for, where nobody has decided,
 * and what has no theme at all. What is suggested for a theme out of use is not shown, and stays in case it comes back.
 */
export async function readAgain(db: Db, consultationId: string, themeIds: readonly string[]): Promise<void> {
  const suggested = db
    .selectFrom('codings')
    .select('responseId')
    .where('themeId', 'in', themeIds)
    .where('source', '=', 'machine')
    .where('decision', '=', 'suggested')
    .orderBy('id', 'desc')
    .limit(MOST);
  const unthemed = db
    .selectFrom('responses')
    .select('id')
    .where('consultationId', '=', consultationId)
    .where('themedAt', 'is not', null)
    .where(isUnthemed)
    .orderBy('createdAt', 'desc')
    .limit(MOST);
  for (const ids of [suggested, unthemed])
    await db.updateTable('responses').set({ themedAt: null }).where('id', 'in', ids).execute();
  await db
    .deleteFrom('codings')
    .where('source', '=', 'machine')
    .where('decision', '=', 'suggested')
    .where(isNotOfGroup)
    .where('themeId', 'in', (themes) =>
      themes.selectFrom('themes').select('id').where('id', 'in', themeIds).where('state', '=', 'active'),
    )
    .where('responseId', 'in', (responses) =>
      responses
        .selectFrom('responses')
        .select('id')
        .where('consultationId', '=', consultationId)
        .where('themedAt', 'is', null),
    )
    .execute();
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
