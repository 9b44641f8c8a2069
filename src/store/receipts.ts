import { sql } from 'kysely';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { ReceiptRow } from './schema.ts';

/** Receipts of one message are handled one at a time, also against the settling of its own send. */
export async function lockProviderId(tx: Tx, providerId: string): Promise<void> {
  if (tx.dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`.execute(tx.db);
  }
}

const same = prepare<Pick<ReceiptRow, 'channel' | 'providerId' | 'state' | 'code'>>()((db, p) =>
  db
    .selectFrom('receipts')
    .select('id')
    .where('channel', '=', p('channel'))
    .where('providerId', '=', p('providerId'))
    .where('state', '=', p('state'))
    .where(sql<string>`coalesce("code", '')`, '=', sql<string>`coalesce(${p('code')}, '')`)
    .limit(1),
);

const insert = prepare<Pick<ReceiptRow, keyof ReceiptRow>>()((db, p) =>
  db.insertInto('receipts').values({
    id: p('id'),
    channel: p('channel'),
    providerId: p('providerId'),
    attemptId: p('attemptId'),
    deliveryId: p('deliveryId'),
    state: p('state'),
    reason: p('reason'),
    code: p('code'),
    receivedAt: p('receivedAt'),
  }),
);

/** False where the same was kept before: providers repeat themselves. */
export async function keepReceipt(tx: Tx, receipt: ReceiptRow): Promise<boolean> {
  const { channel, providerId, state, code } = receipt;
  if ((await tx.run(same, { channel, providerId, state, code })).length > 0) return false;
  await tx.run(insert, { ...receipt });
  return true;
}

const early = prepare<Pick<ReceiptRow, 'channel' | 'providerId'> & { deliveryId: string }>()((db, p) =>
  db
    .updateTable('receipts')
    .set({ deliveryId: p('deliveryId') })
    .where('channel', '=', p('channel'))
    .where('providerId', '=', p('providerId'))
    .where('deliveryId', 'is', null)
    .returning(['state', 'reason', 'code']),
);

/** What was said about this message before we knew that it was ours. */
export async function joinEarlyReceipts(
  tx: Tx,
  delivery: Pick<ReceiptRow, 'channel' | 'providerId'> & { deliveryId: string },
): Promise<Pick<ReceiptRow, 'state' | 'reason' | 'code'>[]> {
  return tx.run(early, delivery);
}
