import type { ChannelName } from '#domain/words.ts';
import { keptOf } from '#store/copy.ts';
import type { Db } from '#store/db.ts';
import { addressOfKey } from '#store/knownBy.ts';
import { dialled, hashHandAddress } from './handAddress.ts';
import type { Keys } from './keys.ts';
import { hashAddress } from './seal.ts';

/** Somebody, as an officer must recognise them before anything is done: counts and dates, no words. */
export interface Found {
  residentId: string;
  addresses: number;
  messages: number;
  answers: number;
  /** ms */
  since: number;
}

/** Who has this address, or this id. Null where nobody is known by it. */
export async function findResident(
  db: Db,
  keys: Keys,
  by: { residentId: string } | { channel: ChannelName; address: string },
): Promise<Found | null> {
  if ('residentId' in by) return keptOf(db, by);
  return keptOf(db, { addressHash: await addressOfKey(db, hashOf(keys, by)) });
}

/** By hand, a telephone number is an address that can be typed; who has letters is found by their id. */
function hashOf(keys: Keys, { channel, address }: { channel: ChannelName; address: string }): string {
  if (channel !== 'byHand') return hashAddress(keys, channel, address);
  return hashHandAddress(keys, { way: 'phone', name: '', phone: dialled(address) ?? address });
}
