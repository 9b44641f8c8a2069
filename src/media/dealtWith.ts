import type { NewId } from '#domain/clock.ts';
import { writeAudit } from '#store/audit.ts';
import { closeCaseRow } from '#store/cases-read.ts';
import type { Store, Tx } from '#store/db.ts';
import { markSeen } from '#store/media.ts';
import { openCases } from '#store/media-cases.ts';
import { conversationWaits } from '#store/media-read.ts';
import { messageOfMedia } from '#store/transcripts.ts';

/** An officer at a moment. */
export interface Seen {
  officerId: string;
  at: number;
}

/** An officer has looked at it or listened to it, and there is nothing to write down. False where it waits for nobody. */
export function dealtWith(
  { store, newId }: { store: Store; newId: NewId },
  mediaId: string,
  seen: Seen,
): Promise<boolean> {
  return store.turn(async (tx) => {
    if (!(await markSeen(tx, mediaId, seen))) return false;
    const detail = {};
    await writeAudit(tx.db, {
      id: newId(),
      ...seen,
      action: 'media.seen',
      subject: `media/${mediaId}`,
      detail,
    });
    await closeWhereDone(tx, newId, mediaId, seen);
    return true;
  });
}

/** The case of a conversation's files closes by itself when the last of them has been dealt with. */
export async function closeWhereDone(tx: Tx, newId: NewId, mediaId: string, seen: Seen): Promise<void> {
  const message = await messageOfMedia(tx.db, mediaId);
  if (message === undefined) return;
  const { conversationId, messageId } = message;
  if (conversationId !== null && (await conversationWaits(tx.db, conversationId))) return;
  for (const { id } of await openCases(tx.db, conversationId, messageId)) {
    if (!(await closeCaseRow(tx.db, id, seen))) continue;
    const detail = { kind: 'media', released: false };
    await writeAudit(tx.db, { id: newId(), ...seen, action: 'case.closed', subject: `cases/${id}`, detail });
  }
}
