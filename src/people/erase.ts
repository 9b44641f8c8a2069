import type { Logger } from 'pino';
import type { Channel, Forgotten } from '#channels/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Store } from '#store/db.ts';
import { keptMessages, listKept, settleKept } from '#store/erasing.ts';
import {
  erasuresDue,
  erasuresToScrub,
  joinedInto,
  lockErasure,
  markErased,
  markScrubbed,
} from '#store/erasures.ts';
import { forgetResident, holdResident } from '#store/forget.ts';
import type { ErasureMessageRow, ErasureRow } from '#store/schema.ts';
import { writeTombstones } from './tombstones.ts';

export interface ErasingDeps {
  store: Store;
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: Clock;
  newId: NewId;
  log: Logger;
  dataDir: string;
  /** Deletes the files that a resident sent. May be cut short and begun again. */
  removeMedia(residentId: string): Promise<unknown>;
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}

/** Our last words to them get this long to leave. */
const HOUR = 60 * 60_000;
/** With the pauses between them about half an hour: a provider that is down must not keep their words with us. */
const MOST_ATTEMPTS = 6;
const FIRST_PAUSE = 30_000;
/** Where a provider hangs, one by one would take all day. */
const AT_ONCE = 8;

/**
 * Forgets everyone who is to be forgotten: first at the providers, message by message, as long as we know which these
 * are; then here. Killed anywhere, it goes on where it was. Returns how many are gone.
 */
export async function eraseDue(deps: ErasingDeps): Promise<number> {
  let gone = 0;
  for (const { sending, ...erasure } of await erasuresDue(deps.store.read)) {
    const mayWait = deps.clock.now() < erasure.requestedAt + HOUR;
    if (sending !== 0 && mayWait) continue;
    try {
      if (await erase(deps, erasure)) gone += 1;
    } catch (err) {
      // A file that cannot be deleted must not keep everybody else waiting.
      deps.log.error(
        { err, erasure: erasure.id },
        'Somebody could not be forgotten yet; it will be tried again.',
      );
    }
  }
  await scrub(deps);
  return gone;
}

async function erase(deps: ErasingDeps, erasure: ErasureRow): Promise<boolean> {
  const { store, clock, newId, log } = deps;
  await store.turn((tx) => listKept(tx, erasure));
  const kept = await keptMessages(store.read, erasure.id);
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    if (deps.stopping.aborted) return false;
    await Promise.all(kept.slice(from, from + AT_ONCE).map((message) => askProvider(deps, message)));
  }
  if ((await keptMessages(store.read, erasure.id)).length > 0) return false;

  const { residentId } = erasure;
  await deps.removeMedia(residentId);
  const everyId = [residentId, ...(await joinedInto(store.read, residentId))];
  writeTombstones(
    deps.dataDir,
    everyId.map((id) => ({ residentId: id, erasedAt: clock.now() })),
  );
  const gone = await store.turn(async (tx) => {
    if ((await lockErasure(tx, erasure.id)) === undefined) return null;
    await holdResident(tx, residentId);
    // They wrote once more meanwhile: their provider has that too.
    if ((await listKept(tx, erasure)) > 0) return null;
    await forgetResident(tx, { residentId, now: clock.now(), newId });
    return markErased(tx, erasure, clock.now());
  });
  if (gone !== null) log.info({ erasure: erasure.id, ...gone }, 'Somebody was forgotten.');
  return gone !== null;
}

async function askProvider(deps: ErasingDeps, message: ErasureMessageRow): Promise<void> {
  const { store, channels, clock } = deps;
  if (message.notBefore > clock.now()) return;
  const { providerId, at, farewell } = message;
  const channel = channels.get(message.channel);
  const result: Forgotten = (await channel?.forget?.({ providerId, at, farewell: farewell === 1 })) ?? {
    kind: 'cannot',
  };
  await store.turn((tx) => settleKept(tx, message, after(message, result, clock.now())));
}

function after(
  message: ErasureMessageRow,
  result: Forgotten,
  now: number,
): Pick<ErasureMessageRow, 'state' | 'attempts' | 'notBefore'> {
  const attempts = message.attempts + 1;
  if (result.kind === 'done') return { state: 'removed', attempts, notBefore: 0 };
  if (result.kind === 'cannot' || attempts >= MOST_ATTEMPTS) return { state: 'left', attempts, notBefore: 0 };
  const pause = Math.max(FIRST_PAUSE * 2 ** message.attempts, Math.min(result.afterMs, HOUR));
  return { state: 'waiting', attempts, notBefore: now + pause };
}

/** Out of the database's files as well: what a row held stands in the log of writes until that is begun anew. */
async function scrub({ store }: Pick<ErasingDeps, 'store'>): Promise<void> {
  const erased = await erasuresToScrub(store.read);
  if (erased.length === 0 || !(await store.scrub())) return;
  await store.turn((tx) => markScrubbed(tx, erased));
}
