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
    .select('responseId as id')
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
  const ids = new Set([...(await suggested.execute()), ...(await unthemed.execute())].map(({ id }) => id));
  for (const some of chunks([...ids])) {
    await db
      .deleteFrom('codings')
      .where('responseId', 'in', some)
      .where('source', '=', 'machine')
      .where('decision', '=', 'suggested')
      .where(isNotOfGroup)
      .where('themeId', 'in', (themes) =>
        themes.selectFrom('themes').select('id').where('id', 'in', themeIds).where('state', '=', 'active'),
      )
      .execute();
  }
  await readResponsesAgain(db, [...ids]);
}

/** The newest of these are read by a classifier once more. */
export async function readResponsesAgain(db: Db, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids.slice(-MOST)))
    await db.updateTable('responses').set({ themedAt: null }).where('id', 'in', some).execute();
}
