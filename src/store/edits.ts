import type { Db, Tx } from './db.ts';
import type { MessageRow, ResponseRow } from './schema.ts';

/** What one message at its provider has said so far, as far as it is among these: its first words, and each edit. */
export async function versionsOf(tx: Tx, ids: readonly string[], providerId: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom('messages')
    .select('text')
    .where('id', 'in', ids)
    .where('providerId', '=', providerId)
    .execute();
  return rows.map(({ text }) => text);
}

/**
 * Somebody has changed their words after the answer was whole: whoever has reviewed it is to look again. Gives the answers
 * that a machine has read already, for what else the edit says: their themes stay, because their own words do. What no
 * machine has read yet is read with its edits, and so is what a case holds, once it is released.
 */
export async function reviewAgain(
  tx: Tx,
  edited: Pick<MessageRow, 'residentId' | 'addressId' | 'text'> & { providerId: string },
): Promise<Pick<ResponseRow, 'id' | 'consultationId' | 'residentId' | 'conversationId' | 'text'>[]> {
  const { residentId, addressId, providerId, text } = edited;
  const parts = await tx.db
    .selectFrom('messages')
    .innerJoin('responseParts', 'responseParts.messageId', 'messages.id')
    .select(['responseParts.responseId', 'messages.text'])
    .where('messages.residentId', '=', residentId)
    .where('messages.addressId', '=', addressId)
    .where('messages.providerId', '=', providerId)
    .execute();
  // An edit that changes no word: a link's preview, or a formatting.
  if (parts.some((part) => part.text === text)) return [];
  const ids = [...new Set(parts.map(({ responseId }) => responseId))];
  if (ids.length === 0) return [];
  // Whoever reads them in this moment is waited for.
  const rows = await tx.db
    .updateTable('responses')
    .set({ review: 'new' })
    .where('id', 'in', ids)
    .returning(['id', 'consultationId', 'residentId', 'conversationId', 'text', 'state', 'themedAt', 'held'])
    .execute();
  const held = rows.filter((row) => row.held === 1).map(({ id }) => id);
  if (held.length > 0)
    await tx.db.updateTable('responses').set({ themedAt: null }).where('id', 'in', held).execute();
  return rows.filter((row) => row.state === 'complete' && row.held === 0 && row.themedAt !== null);
}

/** What messages of this response were changed to once it was whole, oldest first: kept beside its words. No address. */
export function editedLater(
  db: Db,
  { id, residentId }: { id: string; residentId: string },
): Promise<Pick<MessageRow, 'id' | 'text' | 'receivedAt'>[]> {
  return editsOf(db)
    .select(['edit.id', 'edit.text', 'edit.receivedAt'])
    .distinct()
    .where('edit.residentId', '=', residentId)
    .where('responseParts.responseId', '=', id)
    .orderBy('edit.receivedAt')
    .orderBy('edit.id')
    .execute();
}

export interface Edit {
  responseId: string;
  messageId: string;
  text: string;
  /** What the same message said until then. */
  before: string;
  at: number;
}

/** What messages of these responses were changed to once they were whole, oldest first. */
export async function editsAmong(db: Db, responseIds: readonly string[]): Promise<Edit[]> {
  if (responseIds.length === 0) return [];
  const edits = await editsOf(db)
    .select(['responseParts.responseId', 'edit.id as messageId', 'edit.text', 'edit.receivedAt as at'])
    .select(['edit.addressId', 'edit.providerId'])
    .distinct()
    .where('responseParts.responseId', 'in', responseIds)
    .orderBy('edit.receivedAt')
    .orderBy('edit.id')
    .execute();
  if (edits.length === 0) return [];
  const parts = await db
    .selectFrom('responseParts')
    .innerJoin('messages', 'messages.id', 'responseParts.messageId')
    .select(['responseParts.responseId', 'messages.addressId', 'messages.providerId', 'messages.text'])
    .where('responseParts.responseId', 'in', [...new Set(edits.map(({ responseId }) => responseId))])
    .orderBy('responseParts.position')
    .execute();
  const which = (one: Pick<(typeof parts)[number], 'responseId' | 'addressId' | 'providerId'>) =>
    JSON.stringify([one.responseId, one.addressId, one.providerId]);
  const last = new Map(parts.map((part) => [which(part), part.text]));
  return edits.map((edit) => {
    const { responseId, messageId, text, at } = edit;
    const before = last.get(which(edit)) ?? '';
    last.set(which(edit), text);
    return { responseId, messageId, text, before, at };
  });
}

/** All that a message was changed to once its answer was whole, whether or not a word is another. */
export function sentAgain(db: Db) {
  return db
    .selectFrom('responseParts')
    .innerJoin('messages as part', 'part.id', 'responseParts.messageId')
    .innerJoin('messages as edit', (on) =>
      on
        .onRef('edit.residentId', '=', 'part.residentId')
        .onRef('edit.addressId', '=', 'part.addressId')
        .onRef('edit.providerId', '=', 'part.providerId'),
    )
    .where('edit.state', '=', 'ignored');
}

/** Of these, those that say what the answer does not: a link's preview and a formatting are edits as well. */
function editsOf(db: Db) {
  return sentAgain(db).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('responseParts as own')
          .innerJoin('messages as said', 'said.id', 'own.messageId')
          .select('said.id')
          .whereRef('own.responseId', '=', 'responseParts.responseId')
          .whereRef('said.providerId', '=', 'edit.providerId')
          .whereRef('said.text', '=', 'edit.text'),
      ),
    ),
  );
}

/** The messages of these responses, and what these were changed to later: by their ids alone. */
export async function saidAmong(
  db: Db,
  responseIds: readonly string[],
): Promise<{ responseId: string; messageId: string }[]> {
  if (responseIds.length === 0) return [];
  const [parts, edits] = await Promise.all([
    db
      .selectFrom('responseParts')
      .select(['responseId', 'messageId'])
      .where('responseId', 'in', responseIds)
      .execute(),
    editsOf(db)
      .select(['responseParts.responseId', 'edit.id as messageId'])
      .distinct()
      .where('responseParts.responseId', 'in', responseIds)
      .execute(),
  ]);
  return [...parts, ...edits];
}
