import type { HandWay } from '#domain/by-hand.ts';
import { finishHandTask, handTasksDone, reopenHandTask, settleHandDelivery } from '#store/handTasks.ts';
import {
  audit,
  type ByHand,
  lockMine,
  referenceOf,
  type ToTell,
  takeByHand,
  waitingByHand,
} from './byHand.ts';

/** As many as one can fold before the post goes, and few enough to look through. */
const AT_ONCE = 50;
/** How long a tick that was a mistake can be undone. */
const UNDO_MS = 24 * 60 * 60_000;

/** Takes the letters that are free or this officer's already, to be printed. */
export async function lettersToPrint(deps: ByHand, officerId: string): Promise<ToTell[]> {
  const now = deps.clock.now();
  const listed = await waitingByHand(deps.store.read, 'post', { officerId, now });
  const letters: ToTell[] = [];
  for (const { id } of listed.filter(({ taken }) => taken !== 'colleague').slice(0, AT_ONCE)) {
    const letter = await takeByHand(deps, { id, way: 'post', officerId });
    if (letter !== null) letters.push(letter);
  }
  return letters;
}

/** Ticks letters as posted that this officer has printed. Returns how many there were. */
export async function tickPosted(deps: ByHand, officerId: string, ids: readonly string[]): Promise<number> {
  const { store, clock, newId } = deps;
  const now = clock.now();
  let posted = 0;
  for (const id of new Set(ids)) {
    const done = await store.turn(async (tx) => {
      if ((await lockMine(tx, { id, way: 'post', officerId }, now)) === undefined) return false;
      await settleHandDelivery(tx, id, { state: 'sent', reason: null, now });
      await finishHandTask(tx, id, { officerId, now });
      await audit(tx, { id, at: now, officerId, newId, action: 'byHand.posted' });
      return true;
    });
    if (done) posted += 1;
  }
  return posted;
}

/** What this officer ticked and may still take back: a letter as posted, a call as made; of one way, or of both. */
export async function undoable(
  deps: Pick<ByHand, 'store' | 'clock'>,
  officerId: string,
  way: HandWay | null = null,
) {
  const done = await handTasksDone(deps.store.read, officerId, deps.clock.now() - UNDO_MS);
  return done
    .filter(({ state }) => state === 'sent' || state === 'delivered')
    .filter(({ account }) => way === null || account === way)
    .map((one) => ({ ...one, reference: referenceOf(one.id) }));
}

/** Takes back a tick that was a mistake. What was typed with it stays: it was said. */
export async function undoTick(deps: ByHand, officerId: string, id: string): Promise<boolean> {
  const { store, clock, newId } = deps;
  const now = clock.now();
  return store.turn(async (tx) => {
    const done = await handTasksDone(tx.db, officerId, now - UNDO_MS);
    const found = done.find((one) => one.id === id && (one.state === 'sent' || one.state === 'delivered'));
    if (found === undefined) return false;
    await reopenHandTask(tx, id);
    await audit(tx, { id, at: now, officerId, newId, action: 'byHand.undone' });
    return true;
  });
}
