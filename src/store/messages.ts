import type { ChannelName } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { MessageRow } from './schema.ts';

const insert = prepare<MessageRow>()((db, p) =>
  db
    .insertInto('messages')
    .values({
      id: p('id'),
      channel: p('channel'),
      dedupeKey: p('dedupeKey'),
      residentId: p('residentId'),
      addressId: p('addressId'),
      conversationId: p('conversationId'),
      kind: p('kind'),
      text: p('text'),
      choice: p('choice'),
      media: p('media'),
      replyTo: p('replyTo'),
      sentAt: p('sentAt'),
      receivedAt: p('receivedAt'),
      state: p('state'),
      providerId: p('providerId'),
    })
    .onConflict((conflict) => conflict.columns(['channel', 'dedupeKey']).doNothing()),
);

/** Keeps a message; false where the same event was kept before. */
export async function keepMessage(
  tx: Tx,
  message: Omit<MessageRow, 'providerId'> & { providerId?: string | null },
): Promise<boolean> {
  return (await tx.change(insert, { providerId: null, ...message })) > 0;
}

const place = prepare<{ id: string; conversationId: string }>()((db, p) =>
  db
    .updateTable('messages')
    .set({ conversationId: p('conversationId') })
    .where('id', '=', p('id')),
);

export async function placeMessage(tx: Tx, id: string, conversationId: string): Promise<void> {
  await tx.run(place, { id, conversationId });
}

export async function markMessage(tx: Tx, id: string, state: MessageRow['state']): Promise<void> {
  await tx.db.updateTable('messages').set({ state }).where('id', '=', id).execute();
}

/** The messages that a conversation has had as its inputs, for replaying it. */
export async function wordsOf(db: Db, conversationId: string): Promise<ReadonlyMap<string, MessageRow>> {
  const rows = await db
    .selectFrom('conversationInputs')
    .innerJoin('messages', 'messages.id', 'conversationInputs.messageId')
    .selectAll('messages')
    .where('conversationInputs.conversationId', '=', conversationId)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Messages that were kept aside, in the order in which they came. */
export async function wordsOfMessages(
  { db }: Tx,
  ids: readonly string[],
): Promise<Pick<MessageRow, 'id' | 'text' | 'sentAt'>[]> {
  return db
    .selectFrom('messages')
    .select(['id', 'text', 'sentAt'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}

/** Databases take only so many values in one question: SQLite 32,766, PostgreSQL 65,535. */
const AT_ONCE = 1000;

/** The words of these messages of one channel, by their event; those that are not there are left out. */
export async function textsOf(
  db: Db,
  channel: ChannelName,
  dedupeKeys: readonly string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let from = 0; from < dedupeKeys.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('messages')
      .select(['dedupeKey', 'text'])
      .where('channel', '=', channel)
      .where('dedupeKey', 'in', dedupeKeys.slice(from, from + AT_ONCE))
      .execute();
    for (const { dedupeKey, text } of rows) texts.set(dedupeKey, text);
  }
  return texts;
}
