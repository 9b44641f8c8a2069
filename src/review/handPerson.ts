import type { NewId } from '#domain/clock.ts';
import { type HandAddress, hashHandAddress, sealHandAddress } from '#people/handAddress.ts';
import type { Keys } from '#people/keys.ts';
import { meetAddress } from '#store/addresses.ts';
import type { Tx } from '#store/db.ts';
import { addUnreachable } from '#store/handEntries.ts';
import { resealAddress } from '#store/knownBy.ts';

export interface HandPerson {
  residentId: string;
  /** Names no row where no address is kept of them. */
  addressId: string;
}

/** Whom an entry is from: whoever was met under this number or address before, else somebody new. */
export async function personOf(
  tx: Tx,
  { keys, newId }: { keys: Keys; newId: NewId },
  contact: HandAddress | null,
  now: number,
): Promise<HandPerson> {
  if (contact === null) {
    const residentId = newId();
    await addUnreachable(tx, { id: residentId, now });
    return { residentId, addressId: newId() };
  }
  const hash = hashHandAddress(keys, contact);
  const sealed = sealHandAddress(keys, contact);
  const meeting = { channel: 'byHand', account: contact.way, hash, keyId: keys.id, now, newId } as const;
  const met = await meetAddress(tx, { ...meeting, seal: () => sealed });
  // Whom to ask for is what was typed last.
  await resealAddress(tx, { id: met.id, sealed, keyId: keys.id });
  return { residentId: met.residentId, addressId: met.id };
}
