import { dueAt } from '#cases/due.ts';
import type { ControlDetail } from '#domain/words.ts';
import { openComplaintOnce } from '#store/cases.ts';
import { partsAmong } from '#store/controls.ts';
import type { Tx } from '#store/db.ts';
import type { ResponseRow } from '#store/schema.ts';
import type { Desk } from './desk.ts';

/** The case of a complaint of which an officer has said what it is about, as one that a machine found has its own. */
export async function openComplaint(
  tx: Tx,
  desk: Desk,
  response: ResponseRow,
  category: ControlDetail,
  at: number,
): Promise<void> {
  const [first] = await partsAmong(tx.db, [response.id]);
  await openComplaintOnce(tx, {
    id: desk.newId(),
    category,
    residentId: response.residentId,
    conversationId: response.conversationId,
    messageId: first?.messageId ?? null,
    createdAt: at,
    dueAt: dueAt('complaint', at),
  });
}
