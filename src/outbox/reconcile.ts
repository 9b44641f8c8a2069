import type { Channel, LookedUp } from '#channels/channel.ts';
import type { MessageBody } from '#domain/choices.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Keys } from '#people/keys.ts';
import { openAddress } from '#people/seal.ts';
import type { Store } from '#store/db.ts';
import { findDelivery } from '#store/deliveries.ts';
import { countDenial, countLookUp, type Lost, lostDeliveries, queueAgain } from '#store/lost.ts';
import { takeReceipt } from './settle.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After 5, 10, 20, 40 and 80 minutes: by then a provider's list holds all that it ever will. */
export const MOST_LOOK_UPS = 5;
const FIRST_LOOK_MS = 5 * MINUTE;
/** Older attempts are an officer's to decide. */
const LONG_AGO_MS = 7 * DAY;

export interface Reconciling {
  store: Store;
  channels: ReadonlyMap<ChannelName, Channel>;
  keys: Keys;
  clock: Clock;
  newId: NewId;
}

/**
 * Asks the providers that keep a list what became of attempts whose answer was lost. What they took is settled as by a
 * receipt; what they twice say that they never took goes again; the rest is left to an officer. Returns how many it settled.
 */
export async function reconcile(what: Reconciling): Promise<number> {
  const { store, clock } = what;
  const channels = [...what.channels].flatMap(([name, { lookUp }]) => (lookUp === undefined ? [] : [name]));
  if (channels.length === 0) return 0;
  const now = clock.now();
  const lost = await lostDeliveries(store.read, {
    channels,
    since: now - LONG_AGO_MS,
    mostLookUps: MOST_LOOK_UPS,
  });
  let settled = 0;
  for (const one of lost) {
    if (now < (one.attemptedAt ?? now) + FIRST_LOOK_MS * 2 ** one.lookUps) continue;
    if (await settleLost(what, one)) settled += 1;
  }
  return settled;
}

async function settleLost(what: Reconciling, lost: Lost): Promise<boolean> {
  const { store, clock, newId } = what;
  const mine = await store.turn((tx) => countLookUp(tx, lost, lost.lookUps + 1));
  if (!mine) return false;
  const answer = await ask(what, lost);
  const now = clock.now();
  switch (answer.kind) {
    case 'found':
      return store.turn(async (tx) => {
        // Two that say the same may have gone to one number: this is the other's.
        const { channel, providerId } = answer.receipt;
        if ((await findDelivery(tx, channel, { attemptId: null, providerId })) !== undefined) return false;
        await takeReceipt(tx, answer.receipt, { now, newId });
        return true;
      });
    case 'none': {
      const { id, attemptId } = lost;
      if (attemptId === null) return false;
      return store.turn(async (tx) => {
        // Lists lag behind: one look alone might be too early, and a follow-up must not come twice.
        if ((await countDenial(tx, { id, attemptId })) < 2) return false;
        return queueAgain(tx, { id, attemptId, now, charged: false });
      });
    }
    case 'cannot':
      await store.turn((tx) => countLookUp(tx, { id: lost.id, lookUps: lost.lookUps + 1 }, MOST_LOOK_UPS));
      return false;
    case 'retry':
      return false;
  }
}

async function ask({ channels, keys }: Reconciling, lost: Lost): Promise<LookedUp> {
  const { account, attemptId, attemptedAt } = lost;
  const channel = channels.get(lost.channel);
  // What a template came out as is known to its provider alone.
  if (attemptId === null || attemptedAt === null || lost.templateRef !== null) return { kind: 'cannot' };
  const { text } = JSON.parse(lost.body) as MessageBody;
  try {
    const address = openAddress(keys, lost);
    const asked = { attemptId, address, account, text, attemptedAt };
    return (await channel?.lookUp?.(asked)) ?? { kind: 'cannot' };
  } catch {
    return { kind: 'retry', afterMs: MINUTE };
  }
}
