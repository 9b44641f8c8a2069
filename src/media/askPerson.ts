import { openCase } from '#store/cases.ts';
import type { Tx } from '#store/db.ts';
import { openMediaCase } from '#store/media-cases.ts';
import type { MediaRow } from '#store/schema.ts';
import type { MediaDeps } from './deps.ts';

/**
 * Puts what no machine can read before a person: by the next working day, because it may be a call for help. One open
 * case a conversation, whatever comes in it.
 */
export async function askPerson(
  tx: Tx,
  deps: Pick<MediaDeps, 'newId' | 'dueAt'>,
  media: Pick<MediaRow, 'messageId' | 'residentId'>,
  now: number,
): Promise<void> {
  const { conversationId, open } = await openMediaCase(tx, media.messageId);
  if (open) return;
  await openCase(tx, {
    id: deps.newId(),
    kind: 'media',
    category: null,
    residentId: media.residentId,
    conversationId,
    messageId: media.messageId,
    createdAt: now,
    dueAt: deps.dueAt(now),
  });
}
