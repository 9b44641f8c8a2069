import type { Store } from '#store/db.ts';
import { forgottenResidents, stillKnown } from '#store/erasures.ts';
import { forgetResident } from '#store/forget.ts';
import type { ErasingDeps } from './erase.ts';
import { readTombstones, writeTombstones } from './tombstones.ts';

/**
 * Before anything is served: whoever was forgotten is forgotten again where an older backup was put back. Their provider
 * was asked the first time. Returns how many there were.
 */
export async function replayTombstones(
  deps: Pick<ErasingDeps, 'store' | 'clock' | 'newId' | 'dataDir' | 'removeMedia'>,
): Promise<number> {
  const { store, clock, newId, dataDir } = deps;
  const buried = readTombstones(dataDir);
  await completeFile(store, dataDir, new Set(buried.map(({ residentId }) => residentId)));
  const back = await stillKnown(
    store.read,
    buried.map(({ residentId }) => residentId),
  );
  for (const residentId of back) {
    await deps.removeMedia(residentId);
    await store.turn((tx) => forgetResident(tx, { residentId, now: clock.now(), newId }));
  }
  if (back.length > 0) await store.scrub();
  return back.length;
}

/** Another process on the same database keeps a file of its own, and a new disk begins with none. */
async function completeFile(store: Store, dataDir: string, buried: ReadonlySet<string>): Promise<void> {
  const missing = (await forgottenResidents(store.read)).filter(({ residentId }) => !buried.has(residentId));
  writeTombstones(
    dataDir,
    missing.map(({ residentId, erasedAt }) => ({ residentId, erasedAt: erasedAt ?? 0 })),
  );
}
