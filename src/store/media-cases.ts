import type { Db, Tx } from './db.ts';

/** The conversation of a message, and whether a case of its files is open already. */
export async function openMediaCase(
  tx: Tx,
  messageId: string,
): Promise<{ conversationId: string | null; open: boolean }> {
  const message = await tx.db
    .selectFrom('messages')
    .select('conversationId')
    .where('id', '=', messageId)
    .executeTakeFirst();
  const conversationId = message?.conversationId ?? null;
  const open = await openCases(tx.db, conversationId, messageId);
  return { conversationId, open: open.length > 0 };
}

/** The open cases about files of a conversation, or of a message that is part of none. */
export async function openCases(
  db: Db,
  conversationId: string | null,
  messageId: string,
): Promise<{ id: string }[]> {
  const open = db.selectFrom('cases').select('id').where('kind', '=', 'media').where('state', '=', 'open');
  return conversationId === null
    ? open.where('messageId', '=', messageId).execute()
    : open.where('conversationId', '=', conversationId).execute();
}
