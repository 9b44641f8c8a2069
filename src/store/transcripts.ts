import type { Db, Tx } from './db.ts';

/** The message that a file came with, and where it was said. */
export async function messageOfMedia(db: Db, mediaId: string) {
  return db
    .selectFrom('media')
    .innerJoin('messages', 'messages.id', 'media.messageId')
    .select(['media.messageId', 'messages.residentId', 'messages.conversationId', 'messages.addressId'])
    .where('media.id', '=', mediaId)
    .executeTakeFirst();
}

/**
 * Adds words that somebody else wrote down to the response which the message is part of: themed and reviewed again,
 * and never quoted. With `held` a case keeps it back. Null where the message is part of none.
 */
export async function addWords(
  tx: Tx,
  messageId: string,
  words: string,
  held: boolean,
): Promise<string | null> {
  const part = await tx.db
    .selectFrom('responseParts')
    .innerJoin('responses', 'responses.id', 'responseParts.responseId')
    .select('responses.id')
    .where('responseParts.messageId', '=', messageId)
    .orderBy('responses.createdAt')
    .orderBy('responses.id')
    .executeTakeFirst();
  if (part === undefined) return null;
  await tx.db
    .updateTable('responses')
    .set(({ eb, ref, val }) => ({
      // At the end, so that evidence already found stays where it is.
      text: eb
        .case()
        .when('text', '=', '')
        .then(val(words))
        .else(eb(ref('text'), '||', val(`\n${words}`)))
        .end(),
      machine: 1,
      themedAt: null,
      review: 'new',
      reviewedAt: null,
      reviewedBy: null,
      ...(held ? { held: 1 as const } : {}),
    }))
    .where('id', '=', part.id)
    .execute();
  return part.id;
}
