import { isNotOfGroup } from './codings.ts';
import type { Db } from './db.ts';

export async function setAbusive(db: Db, id: string, abusive: boolean): Promise<void> {
  await db
    .updateTable('responses')
    .set({ abusive: abusive ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** It answers another question of its flow version, and is to be themed again. Its words stay as they are. */
export async function moveToStep(
  db: Db,
  id: string,
  to: { stepId: string; whoElse: boolean },
): Promise<void> {
  await db
    .updateTable('responses')
    .set({ stepId: to.stepId, whoElse: to.whoElse ? 1 : 0, themedAt: null })
    .where('id', '=', id)
    .execute();
}

/**
 * Takes away what a machine suggested and nobody decided on, but not what an officer made a theme of its group for. Gives
 * how many there were.
 */
export async function dropSuggestions(db: Db, responseId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('codings')
    .where('responseId', '=', responseId)
    .where('source', '=', 'machine')
    .where('decision', '=', 'suggested')
    .where(isNotOfGroup)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * Keeps all that somebody has said in a conversation out of theming, quotes and follow-ups until a person releases it:
 * a child may say how old they are only after a few answers. `releaseResponses` of cases-read.ts undoes it.
 */
export async function holdResponses(db: Db, conversationId: string): Promise<void> {
  await db.updateTable('responses').set({ held: 1 }).where('conversationId', '=', conversationId).execute();
}
