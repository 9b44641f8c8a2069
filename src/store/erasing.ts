import type { Db, Tx } from './db.ts';
import type { ErasureMessageRow, ErasureRow } from './schema.ts';

/**
 * Writes down each message that a provider may still keep of somebody, so that a crash in the midst of asking for them
 * forgets none. Returns how many were not there yet.
 */
export async function listKept(
  tx: Tx,
  erasure: Pick<ErasureRow, 'id' | 'residentId' | 'requestedAt'>,
): Promise<number> {
  const { id: erasureId, residentId, requestedAt } = erasure;
  const came = await tx.db
    .selectFrom('messages')
    .select(['channel', 'providerId', 'receivedAt as at'])
    .where('residentId', '=', residentId)
    .where('providerId', 'is not', null)
    .execute();
  const sent = await tx.db
    .selectFrom('deliveries')
    .select(['channel', 'providerId', 'purpose', 'createdAt', 'attemptedAt'])
    .where('residentId', '=', residentId)
    .where('providerId', 'is not', null)
    .execute();
  const kept = [
    ...came.map((message) => ({ ...message, farewell: 0 as const })),
    ...sent.map(({ purpose, createdAt, attemptedAt, ...delivery }) => ({
      ...delivery,
      at: attemptedAt ?? createdAt,
      farewell: purpose === 'service' && createdAt >= requestedAt ? (1 as const) : (0 as const),
    })),
  ];
  let added = 0;
  for (const { providerId, ...message } of kept) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('erasureMessages')
      .values({
        ...message,
        erasureId,
        providerId: providerId ?? '',
        state: 'waiting',
        attempts: 0,
        notBefore: 0,
      })
      .onConflict((conflict) => conflict.columns(['erasureId', 'channel', 'providerId']).doNothing())
      .executeTakeFirst();
    added += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/** Those that a provider is still to be asked for, the oldest first. */
export async function keptMessages(db: Db, erasureId: string): Promise<ErasureMessageRow[]> {
  return db
    .selectFrom('erasureMessages')
    .selectAll()
    .where('erasureId', '=', erasureId)
    .where('state', '=', 'waiting')
    .orderBy('at')
    .orderBy('providerId')
    .execute();
}

export async function settleKept(
  tx: Tx,
  { erasureId, channel, providerId }: Pick<ErasureMessageRow, 'erasureId' | 'channel' | 'providerId'>,
  become: Pick<ErasureMessageRow, 'state' | 'attempts' | 'notBefore'>,
): Promise<void> {
  await tx.db
    .updateTable('erasureMessages')
    .set(become)
    .where('erasureId', '=', erasureId)
    .where('channel', '=', channel)
    .where('providerId', '=', providerId)
    .execute();
}
