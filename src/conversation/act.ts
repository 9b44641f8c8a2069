import type { Input } from '#engine/input.ts';
import { openAddress } from '#people/seal.ts';
import { lockAddress } from '#store/addresses.ts';
import { conversationById } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { isStopped } from '#store/optOuts.ts';
import type { ConversationRow } from '#store/schema.ts';
import { advance } from './advance.ts';
import type { ConversationDeps } from './deps.ts';

/**
 * Gives a conversation an input that no message brings: a timer, a person's decision. What the input is, is decided
 * once the conversation is locked, because anything may have happened before; null does nothing. False then.
 */
export async function act(
  tx: Tx,
  deps: ConversationDeps,
  { id, addressId }: { id: string; addressId: string },
  decide: (conversation: ConversationRow, now: number) => Input | null,
): Promise<boolean> {
  const address = await lockAddress(tx, addressId);
  const conversation = await conversationById(tx.db, id);
  if (address === null || conversation === null) return false;
  const now = deps.clock.now();
  const input = decide(conversation, now);
  const version = await deps.flows.byHash(tx.db, conversation.flowHash);
  const channel = deps.channels.get(address.channel);
  if (input === null || version === null || channel === undefined) return false;
  await advance(tx, deps, {
    version,
    conversation,
    outcomeId: conversation.outcomeId,
    residentId: conversation.residentId,
    address,
    capabilities: channel.capabilities(openAddress(deps.keys, address)),
    stopped: await isStopped(tx, address.hash),
    unseen: false,
    confirmed: false,
    input,
    words: '',
    now,
  });
  return true;
}
