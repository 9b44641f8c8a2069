import { dueAt } from '#cases/due.ts';
import { openCaseOnce } from '#store/cases.ts';
import type { Tx } from '#store/db.ts';
import type { Scene } from './apply.ts';

/**
 * Somebody writes in a language that the safeguarding gate cannot read: a person looks by the next working day. One
 * case a conversation, however much they write.
 */
export async function openUnreadCase(
  tx: Tx,
  { newId, residentId, conversationId, now }: Pick<Scene, 'newId' | 'residentId' | 'conversationId' | 'now'>,
  messageId: string,
): Promise<void> {
  await openCaseOnce(tx, {
    id: newId(),
    kind: 'unread',
    category: null,
    residentId,
    conversationId,
    messageId,
    createdAt: now,
    dueAt: dueAt('unread', now),
  });
}
