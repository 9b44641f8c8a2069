import type { Inbound } from '#channels/channel.ts';
import { hashAddress, openAddress, sealAddress } from '#people/seal.ts';
import { meetAddress } from '#store/addresses.ts';
import type { Tx } from '#store/db.ts';
import { addressKnownBy, alsoKnownBy, resealAddress } from '#store/knownBy.ts';
import type { ConversationDeps } from './deps.ts';

export type MetAddress = Awaited<ReturnType<typeof meetAddress>>;

/**
 * The address that a message came from, locked until the turn ends; a new one comes with a new resident. Where the
 * channel knows its sender by more than one name, any of them finds them, and the others are remembered.
 */
export async function meet(tx: Tx, { keys, newId }: ConversationDeps, inbound: Inbound): Promise<MetAddress> {
  const { channel, account, address, identityKeys, receivedAt: now } = inbound;
  const meeting = { channel, account, keyId: keys.id, now, newId, seal: () => sealAddress(keys, address) };
  const [first = hashAddress(keys, channel, address), ...others] = (identityKeys ?? []).map((key) =>
    hashAddress(keys, channel, key),
  );
  if (identityKeys === undefined) return meetAddress(tx, { ...meeting, hash: first });

  const hash = (await addressKnownBy(tx, [first, ...others])) ?? first;
  const met = await meetAddress(tx, { ...meeting, hash });
  await alsoKnownBy(
    tx,
    met.id,
    [first, ...others].filter((key) => key !== hash),
  );
  if (openAddress(keys, met) !== address)
    await resealAddress(tx, { id: met.id, sealed: sealAddress(keys, address), keyId: keys.id });
  return met;
}
