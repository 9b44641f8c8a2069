import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FetchBounds, Fetched } from '#channels/channel.ts';
import type { NewId } from '#domain/clock.ts';

/** What was never asked for by then belongs to a message that was never kept. */
const dayMs = 24 * 3_600_000;

/** Files as a provider would hold them, until we have fetched them: in a folder, for the simulator has no other place. */
export function simulatorFiles(folder: string, newId: NewId) {
  const placeOf = (ref: string) =>
    path.join(folder, createHash('sha256').update(ref).digest('hex').slice(0, 32));

  return {
    /** Holds a file, and gives what it can be asked for by. */
    async hold(bytes: Buffer): Promise<string> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await dropOld(folder);
      const ref = newId();
      await writeFile(placeOf(ref), bytes, { mode: 0o600, flush: true });
      return ref;
    },
    async fetchMedia({ ref }: { ref: string }, { maxBytes }: FetchBounds): Promise<Fetched> {
      try {
        const { size } = await stat(placeOf(ref));
        if (size > maxBytes) return { kind: 'tooLarge' };
        return { kind: 'file', bytes: await readFile(placeOf(ref)), contentType: null };
      } catch {
        return { kind: 'gone' };
      }
    },
    forgetMedia: (ref: string): Promise<void> => rm(placeOf(ref), { force: true }),
  };
}

async function dropOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < Date.now() - dayMs) await rm(file, { force: true });
  }
}
