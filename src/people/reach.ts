import type { Clock, NewId } from '#domain/clock.ts';
import type { ChannelName } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import { addressOfMessage, caseById } from '#store/cases-read.ts';
import type { Store } from '#store/db.ts';
import { handAddressInWords, openHandAddress } from './handAddress.ts';
import type { Keys } from './keys.ts';
import { openAddress } from './seal.ts';

/**
 * How to reach the resident of a case: an officer has to ring some of them. Each look is written into the audit,
 * before the address is given. null where the case has no message.
 */
export async function reachResident(
  { store, clock, newId, keys }: { store: Store; clock: Clock; newId: NewId; keys: Keys },
  given: { caseId: string; officerId: string },
): Promise<{ channel: ChannelName; address: string; givenUpAt: number | null } | null> {
  const sealed = await store.turn(async ({ db }) => {
    const found = await caseById(db, given.caseId);
    if (found === undefined || found.messageId === null) return undefined;
    await writeAudit(db, {
      id: newId(),
      at: clock.now(),
      officerId: given.officerId,
      action: 'case.addressSeen',
      subject: `cases/${given.caseId}`,
      detail: {},
    });
    return addressOfMessage(db, found.messageId);
  });
  if (sealed === undefined) return null;
  const { channel, givenUpAt } = sealed;
  const address =
    channel === 'byHand' ? handAddressInWords(openHandAddress(keys, sealed)) : openAddress(keys, sealed);
  return { channel, address, givenUpAt };
}
