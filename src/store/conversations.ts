import type { CurrentConversation } from './addresses.ts';
import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { ConversationRow, Schema } from './schema.ts';

const insert = prepare<ConversationRow>()((db, p) =>
  db.insertInto('conversations').values({
    id: p('id'),
    consultationId: p('consultationId'),
    flowHash: p('flowHash'),
    residentId: p('residentId'),
    addressId: p('addressId'),
    outcomeId: p('outcomeId'),
    status: p('status'),
    session: p('session'),
    startedAt: p('startedAt'),
    askedAt: p('askedAt'),
    wakeAt: p('wakeAt'),
    wakeNumber: p('wakeNumber'),
    inputs: p('inputs'),
  }),
);

export async function beginConversation(tx: Tx, conversation: ConversationRow): Promise<void> {
  await tx.run(insert, conversation);
}

/** Whose conversation it is; null where there is none yet. */
export async function whoSpeaks(
  tx: Tx,
  id: string,
): Promise<Pick<ConversationRow, 'residentId' | 'addressId'> | null> {
  const found = await tx.db
    .selectFrom('conversations')
    .select(['residentId', 'addressId'])
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

type Advance = Pick<
  ConversationRow,
  'id' | 'status' | 'session' | 'askedAt' | 'wakeAt' | 'wakeNumber' | 'inputs'
>;

const advance = prepare<Advance>()((db, p) =>
  db
    .updateTable('conversations')
    .set({
      status: p('status'),
      session: p('session'),
      askedAt: p('askedAt'),
      wakeAt: p('wakeAt'),
      wakeNumber: p('wakeNumber'),
      inputs: p('inputs'),
    })
    .where('id', '=', p('id')),
);

export async function advanceConversation(tx: Tx, conversation: Advance): Promise<void> {
  await tx.run(advance, conversation);
}

const log = prepare<Schema['conversationInputs']>()((db, p) =>
  db.insertInto('conversationInputs').values({
    conversationId: p('conversationId'),
    number: p('number'),
    input: p('input'),
    messageId: p('messageId'),
    at: p('at'),
    newId: p('newId'),
  }),
);

export async function logInput(tx: Tx, input: Schema['conversationInputs']): Promise<void> {
  await tx.run(log, input);
}

/** What was logged, in order, for replaying. */
export async function inputsOf(db: Db, conversationId: string): Promise<Schema['conversationInputs'][]> {
  return db
    .selectFrom('conversationInputs')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('number')
    .execute();
}

/** A conversation as a turn needs it; null where there is none with this id. */
export async function currentConversation(tx: Tx, id: string): Promise<CurrentConversation | null> {
  return conversationById(tx.db, id);
}

export async function conversationById(db: Db, id: string): Promise<ConversationRow | null> {
  return (await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Conversations whose timer is due, the longest overdue first; with `addressHash`, that address's timer whenever it is due. */
export async function conversationsToWake(
  db: Db,
  now: number,
  addressHash: string | null,
  limit: number,
): Promise<Pick<ConversationRow, 'id' | 'addressId'>[]> {
  const due = db
    .selectFrom('conversations')
    .innerJoin('addresses', 'addresses.id', 'conversations.addressId')
    .select(['conversations.id', 'conversations.addressId'])
    .where('conversations.wakeAt', 'is not', null)
    .orderBy('conversations.wakeAt')
    .limit(limit);
  return addressHash === null
    ? due.where('conversations.wakeAt', '<=', now).execute()
    : due.where('addresses.hash', '=', addressHash).execute();
}

/** Takes a conversation's timer away, where running it does more harm than not. */
export async function stopTimer(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('conversations').set({ wakeAt: null }).where('id', '=', id).execute();
}
