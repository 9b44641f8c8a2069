import type { Db, Tx } from './db.ts';

/** After this long a wrong number is one that a network has given to somebody else, and no join is undone by it. */
const LATELY = 60 * 24 * 60 * 60 * 1000;

export async function joinedLately(tx: Tx, addressId: string, now: number): Promise<boolean> {
  const found = await tx.db
    .selectFrom('addresses')
    .select('joinedAt')
    .where('id', '=', addressId)
    .executeTakeFirst();
  return found?.joinedAt != null && now - found.joinedAt < LATELY;
}

/** Whether they are one person on several addresses by a join that a wrong number would still undo. */
export async function holdsLateJoin(db: Db, residentId: string, now: number): Promise<boolean> {
  const addresses = await db
    .selectFrom('addresses')
    .select('joinedAt')
    .where('residentId', '=', residentId)
    .execute();
  const lately = addresses.some(({ joinedAt }) => joinedAt !== null && now - joinedAt < LATELY);
  return addresses.length > 1 && lately;
}

/**
 * Takes all that came from an address, and was sent to it, out of what it was joined with. What hangs on no address (the
 * privacy words that were shown, what was said about oneself) stays where it was joined. Returns the id it has now.
 */
export async function separate(
  tx: Tx,
  { addressId, residentId, now }: { addressId: string; residentId: string; now: number },
): Promise<string> {
  const { db } = tx;
  await db.insertInto('residents').values({ id: residentId, language: null, createdAt: now }).execute();
  const messages = db.selectFrom('messages').select('id').where('addressId', '=', addressId);
  const conversations = db.selectFrom('conversations').select('id').where('addressId', '=', addressId);
  for (const table of ['media', 'consents'] as const)
    await db.updateTable(table).set({ residentId }).where('messageId', 'in', messages).execute();
  for (const table of ['responses', 'cases', 'handEntries'] as const)
    await db.updateTable(table).set({ residentId }).where('conversationId', 'in', conversations).execute();
  for (const table of ['messages', 'conversations', 'deliveries'] as const)
    await db.updateTable(table).set({ residentId }).where('addressId', '=', addressId).execute();
  return residentId;
}
