import type { Inbound } from '#channels/channel.ts';
import type { ChannelName } from '#domain/words.ts';
import type { LinkAnswer } from '#engine/input.ts';
import { hashLinkCode } from '#people/linkCode.ts';
import { hashAddress, openAddress } from '#people/seal.ts';
import { lockAddress, standingOf } from '#store/addresses.ts';
import type { Tx } from '#store/db.ts';
import { joinResidents } from '#store/join.ts';
import { inTheWay, lockBoth } from '#store/joining.ts';
import { addressOfCode, countWrongCode, spendLinkCode, wrongCodes } from '#store/linkCodes.ts';
import { advance } from './advance.ts';
import type { ConversationDeps } from './deps.ts';
import { onGoing } from './route.ts';
import { linkCodeOf } from './understand.ts';

const HOUR = 60 * 60_000;
const MOST_WRONG = 5;

/** Before the sender is met, which locks their address alone: see `lockBoth`. */
export async function lockForLink(tx: Tx, { keys }: ConversationDeps, inbound: Inbound): Promise<void> {
  const code = linkCodeOf(inbound);
  if (code === null) return;
  const { channel, address, identityKeys = [] } = inbound;
  const hashes = [address, ...identityKeys].map((key) => hashAddress(keys, channel, key));
  await lockBoth(tx, hashes, hashLinkCode(keys, code));
}

interface Tried {
  answer: LinkAnswer;
  /** Whose this address is from now on. */
  residentId: string;
  /** The address that gave the code, where it was joined. */
  giver?: string;
}

/** Joins the address that a code comes from to the one that it was given to, unless something is in the way. */
export async function tryCode(
  tx: Tx,
  { keys, newId }: ConversationDeps,
  from: { id: string; residentId: string; channel: ChannelName },
  code: string,
  now: number,
): Promise<Tried> {
  const { residentId } = from;
  const after = now - HOUR;
  const not = (answer: LinkAnswer): Tried => ({ answer, residentId });
  if ((await wrongCodes(tx, from.id, after)) >= MOST_WRONG) return not('silent');
  const codeHash = hashLinkCode(keys, code);
  const giver = await addressOfCode(tx, codeHash, now);
  if (giver === undefined) {
    await countWrongCode(tx, { addressId: from.id, now, after });
    return not('unknown');
  }
  if (giver.id === from.id) return not('own');
  if (giver.residentId === residentId) return not('already');
  const obstacle = await inTheWay(tx, [residentId, giver.residentId]);
  if (obstacle !== null) return not(obstacle);
  await spendLinkCode(tx, codeHash);
  const stays = await joinResidents(tx, { given: giver.residentId, sent: residentId, now, newId });
  return { answer: 'joined', residentId: stays, giver: giver.id };
}

/** On its own channel, where a conversation with it goes on or went: it asked for the code there. */
export async function tellGiver(
  tx: Tx,
  deps: ConversationDeps,
  addressId: string,
  now: number,
): Promise<void> {
  const address = await lockAddress(tx, addressId);
  if (address === null) return;
  const channel = deps.channels.get(address.channel);
  const { conversation, stopped } = await standingOf(tx, address);
  if (channel === undefined || conversation === null) return;
  await advance(tx, deps, {
    ...(await onGoing(tx, deps, conversation, { kind: 'joined' })),
    residentId: address.residentId,
    address,
    capabilities: channel.capabilities(openAddress(deps.keys, address)),
    stopped,
    unseen: false,
    confirmed: false,
    words: '',
    now,
  });
}
