import type { Inbound } from '#channels/channel.ts';
import { restored } from '#engine/session.ts';
import type { CurrentConversation } from '#store/addresses.ts';
import type { Tx } from '#store/db.ts';
import { versionsOf } from '#store/edits.ts';

/**
 * Whether an edit says something new to the answer that is being listened to. Of an earlier one it is kept for
 * officers to read and nothing follows: it must not become the answer to what has been asked since.
 */
export async function saysMore(
  tx: Tx,
  { text, providerId }: Inbound,
  conversation: CurrentConversation | null,
): Promise<boolean> {
  if (conversation === null || providerId === undefined) return false;
  const { listening } = restored(conversation.session);
  const versions = await versionsOf(tx, listening?.messageIds ?? [], providerId);
  return versions.length > 0 && !versions.includes(text);
}
