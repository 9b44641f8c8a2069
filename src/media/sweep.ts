import { rm } from 'node:fs/promises';
import { fetchAgain } from '#store/media.ts';
import { mediaAmong, storedMedia } from '#store/media-read.ts';
import type { MediaDeps } from './deps.ts';
import { hasMedia, shelves, writtenAt } from './files.ts';
import { leaseMs } from './lease.ts';

const PAGE = 500;

/**
 * Brings files and rows together again after a crash or a restored backup: what has no row goes, and what is missing
 * is fetched again, as long as its provider still has it. Nothing is touched that somebody may just be writing.
 */
export async function sweepMedia(deps: MediaDeps): Promise<{ dropped: number; missing: number }> {
  const swept = { dropped: await dropStrays(deps), missing: await findMissing(deps) };
  if (swept.dropped + swept.missing > 0)
    deps.log.warn(swept, 'files without a row were deleted, and missing files will be fetched again');
  return swept;
}

async function dropStrays({ store, folder }: MediaDeps): Promise<number> {
  let dropped = 0;
  for await (const files of shelves(folder)) {
    const rows = await mediaAmong(store.read, [...new Set(files.map(({ id }) => id))]);
    for (const { id, file } of files) {
      const isWhole = file.endsWith(id);
      if (isWhole && rows.get(id)?.state === 'stored') continue;
      const written = await writtenAt(file);
      // By the disk's clock, as the file's own time is.
      if (written === null || written > Date.now() - 2 * leaseMs) continue;
      await rm(file, { force: true });
      dropped += 1;
    }
  }
  return dropped;
}

async function findMissing({ store, folder, clock }: MediaDeps): Promise<number> {
  let missing = 0;
  for (let after = ''; ; ) {
    const rows = await storedMedia(store.read, after, PAGE);
    for (const { id } of rows) {
      if (await hasMedia(folder, id)) continue;
      await store.turn((tx) => fetchAgain(tx, id, clock.now()));
      missing += 1;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return missing;
    after = last.id;
  }
}
