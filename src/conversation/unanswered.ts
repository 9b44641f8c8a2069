import { openAddress } from '#people/seal.ts';
import { addressesInDoubt, lockAddress, rememberDoubt } from '#store/addresses.ts';
import { openCase } from '#store/cases.ts';
import { StoreUnavailable } from '#store/db.ts';
import { isStopped } from '#store/optOuts.ts';
import type { ConversationDeps } from './deps.ts';
import { waitNoLonger } from './doubt.ts';
import type { NearMiss } from './nearKeywords.ts';
import type { Doubt } from './which.ts';

/** How long words wait for their writer to say which of two questions they answer. */
const WAITS = 24 * 60 * 60 * 1000;
const AT_ONCE = 50;

/** Takes words that have waited for a day as an answer to what was asked last. Returns for how many people. */
export async function takeUnanswered(deps: ConversationDeps): Promise<number> {
  const before = deps.clock.now() - WAITS;
  const due = await addressesInDoubt(deps.store.read, before, AT_ONCE);
  let taken = 0;
  for (const addressId of due) if (await take(deps, addressId, before)) taken += 1;
  if (taken > 0) deps.nudge('outbox');
  return taken;
}

async function take(deps: ConversationDeps, addressId: string, before: number): Promise<boolean> {
  return deps.store.turn(async (tx) => {
    const address = await lockAddress(tx, addressId);
    // They wrote meanwhile, or another process was here first.
    if (address === null || address.doubt === null || (address.lastInboundAt ?? 0) > before) return false;
    const doubt = JSON.parse(address.doubt) as Doubt | NearMiss;
    const channel = deps.channels.get(address.channel);
    if (channel === undefined) return false;
    const now = deps.clock.now();
    const { residentId } = address;
    const capabilities = channel.capabilities(openAddress(deps.keys, address));
    const stopped = await isStopped(tx, address.hash);
    try {
      await tx.savepoint(() =>
        waitNoLonger(tx, deps, { residentId, address, capabilities, stopped, now }, doubt),
      );
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      const messageId = doubt.messageIds[0] ?? null;
      deps.log.error({ err: error, messageId }, 'words that waited could not be taken in; a case is open');
      await rememberDoubt(tx, addressId, null);
      const about = {
        residentId,
        conversationId: 'conversationId' in doubt ? doubt.conversationId : null,
        messageId,
      };
      const opened = { kind: 'fault' as const, category: null, createdAt: now, dueAt: now };
      await openCase(tx, { id: deps.newId(), ...opened, ...about });
    }
    return true;
  });
}
