import type { HandWay } from '#domain/by-hand.ts';
import type { MessageBody } from '#domain/choices.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import { londonDay } from '#domain/day.ts';
import type { Language, Localised } from '#domain/words.ts';
import { type HandAddress, openHandAddress } from '#people/handAddress.ts';
import type { Keys } from '#people/keys.ts';
import { writeAudit } from '#store/audit.ts';
import type { Db, Store, Tx } from '#store/db.ts';
import { lockDelivery } from '#store/deliveries.ts';
import { type HandTask, handTask, handTasks, leaveHandTask, takeHandTask } from '#store/handTasks.ts';

export interface ByHand {
  store: Store;
  keys: Keys;
  clock: Clock;
  newId: NewId;
}

/** A call takes minutes; whoever was called away must not keep somebody waiting. Letters lie until the post goes. */
const TAKEN_FOR: Record<HandWay, number> = { phone: 60 * 60_000, post: 3 * 24 * 60 * 60_000 };
/** After this long officers are told that somebody still waits. */
const OLD_MS = 14 * 24 * 60 * 60_000;

/** What officers and letters call it: short, and it leads to nobody. */
export function referenceOf(deliveryId: string): string {
  return deliveryId.replaceAll('-', '').slice(-6).toUpperCase();
}

/** One thing to do, without a name or an address: these are shown to whoever takes it. */
export interface Listed {
  id: string;
  reference: string;
  weDid: Localised;
  language: Language | null;
  since: number;
  old: boolean;
  tries: number;
  triedAt: number | null;
  /** Whose it is just now. */
  taken: 'free' | 'mine' | 'colleague';
}

export async function waitingByHand(
  db: Db,
  way: HandWay,
  { officerId, now }: { officerId: string; now: number },
): Promise<Listed[]> {
  const tasks = await handTasks(db, way, londonDay(now));
  return tasks.map((task) => ({
    id: task.id,
    reference: referenceOf(task.id),
    weDid: JSON.parse(task.weDid) as Localised,
    language: task.language,
    since: task.createdAt,
    old: now - task.createdAt > OLD_MS,
    tries: task.tries ?? 0,
    triedAt: task.triedAt,
    taken: takenBy(task, way, { officerId, now }),
  }));
}

function takenBy(
  { takenBy: by, takenAt }: Pick<HandTask, 'takenBy' | 'takenAt'>,
  way: HandWay,
  { officerId, now }: { officerId: string; now: number },
): Listed['taken'] {
  if (by === null || (takenAt ?? 0) <= now - TAKEN_FOR[way]) return 'free';
  return by === officerId ? 'mine' : 'colleague';
}

export interface ToTell {
  id: string;
  reference: string;
  /** Personal data: shown on this one page, and never logged. */
  address: HandAddress;
  language: Language | null;
  /** Of the consultation that they answered. */
  title: Localised;
  /** What to say or to print. */
  text: string;
  tries: number;
}

/**
 * Takes a call or a letter: from now on it is this officer's, and nobody else rings. That they saw the address is
 * written into the audit first. null where a colleague has it, or nobody is to be told any more.
 */
export function takeByHand(
  { store, keys, clock, newId }: ByHand,
  task: { id: string; way: HandWay; officerId: string },
): Promise<ToTell | null> {
  const now = clock.now();
  const { id, way, officerId } = task;
  return store.turn(async (tx) => {
    const found = await lockTask(tx, way, id, now);
    if (found === undefined) return null;
    const taken = await takeHandTask(tx, id, { officerId, since: now - TAKEN_FOR[way] }, now);
    if (!taken) return null;
    await audit(tx, { at: now, officerId, newId, action: 'byHand.addressSeen', id });
    return {
      id,
      reference: referenceOf(id),
      address: openHandAddress(keys, found),
      language: found.language,
      title: JSON.parse(found.title) as Localised,
      text: (JSON.parse(found.body) as MessageBody).text,
      tries: found.tries ?? 0,
    };
  });
}

/** Lets it go again without having done it. */
export function leaveByHand(
  { store, clock }: ByHand,
  task: { id: string; way: HandWay; officerId: string },
): Promise<boolean> {
  return store.turn(async (tx) => {
    const found = await lockMine(tx, task, clock.now());
    if (found === undefined) return false;
    await leaveHandTask(tx, task.id, null);
    return true;
  });
}

type Task = Awaited<ReturnType<typeof handTask>>;

/** As it stands, and nobody else changes it before the turn ends. */
async function lockTask(tx: Tx, way: HandWay, id: string, now: number): Promise<Task> {
  const day = londonDay(now);
  const seen = await handTask(tx.db, way, day, id);
  if (seen === undefined) return undefined;
  await lockDelivery(tx, seen);
  return handTask(tx.db, way, day, id);
}

/** The same, where this officer has it. Consent is asked for once more by that. */
export async function lockMine(
  tx: Tx,
  { id, way, officerId }: { id: string; way: HandWay; officerId: string },
  now: number,
): Promise<Task> {
  const found = await lockTask(tx, way, id, now);
  return found?.takenBy === officerId ? found : undefined;
}

export async function audit(
  tx: Tx,
  {
    id,
    at,
    officerId,
    newId,
    action,
  }: { id: string; at: number; officerId: string; newId: NewId; action: string },
): Promise<void> {
  const subject = `deliveries/${id}`;
  await writeAudit(tx.db, { id: newId(), at, officerId, action, subject, detail: {} });
}
