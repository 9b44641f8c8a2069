import { openAddress } from '#people/seal.ts';
import { lockAddress } from '#store/addresses.ts';
import { conversationById, conversationsToWake } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { isStopped } from '#store/optOuts.ts';
import { advance } from './advance.ts';
import type { ConversationDeps } from './deps.ts';

const AT_ONCE = 200;

/**
 * Runs the timers that are due, each in a turn of its own; with `addressHash`, that address's timer whether or not it
 * is due. Two processes may do so at once: a timer fires once. Returns how many conversations it woke.
 */
export async function wake(deps: ConversationDeps, addressHash: string | null = null): Promise<number> {
  let woken = 0;
  for (;;) {
    const due = await conversationsToWake(deps.store.read, deps.clock.now(), addressHash, AT_ONCE);
    // Together, so that they share commits.
    const results = await Promise.all(
      due.map(({ id, addressId }) =>
        deps.store.turn((tx) => wakeOne(tx, deps, id, addressId, addressHash !== null)),
      ),
    );
    const fired = results.filter(Boolean).length;
    woken += fired;
    if (fired === 0 || addressHash !== null) break;
  }
  if (woken > 0) deps.nudge('outbox');
  return woken;
}

async function wakeOne(
  tx: Tx,
  deps: ConversationDeps,
  id: string,
  addressId: string,
  hurry: boolean,
): Promise<boolean> {
  const address = await lockAddress(tx, addressId);
  const conversation = await conversationById(tx.db, id);
  const now = deps.clock.now();
  // Whatever has happened since the list was made counts: the timer may be gone or later by now.
  if (address === null || conversation === null || conversation.wakeAt === null) return false;
  if (!hurry && conversation.wakeAt > now) return false;
  const version = await deps.flows.byHash(tx.db, conversation.flowHash);
  const channel = deps.channels.get(address.channel);
  if (version === null || channel === undefined) return false;
  await advance(tx, deps, {
    version,
    conversation,
    outcomeId: conversation.outcomeId,
    residentId: conversation.residentId,
    address,
    capabilities: channel.capabilities(openAddress(deps.keys, address)),
    stopped: await isStopped(tx, address.hash),
    confirmed: false,
    input: { kind: 'timeout', number: conversation.wakeNumber },
    now,
  });
  return true;
}
