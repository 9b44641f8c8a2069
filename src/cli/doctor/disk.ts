import { open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Check } from '#channels/channel.ts';
import { ok, problem, warning } from './check.ts';

const MB = 1024 * 1024;
const what = 'Disk';
/** Below this a day of photos may fill it. */
const LITTLE = 1024 * MB;
/** Below this the database's log of writes may find no room. */
const TOO_LITTLE = 200 * MB;
/** A turn's commit waits for the disk once; a provider waits 15 s in all. */
const SLOW_MS = 200;

/** Whether DATA_DIR has room, and takes what is written to it in a time that residents do not notice. */
export async function checkDisk(dataDir: string): Promise<Check> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const room = `${sizeInWords(free)} free where DATA_DIR is`;
  if (free < TOO_LITTLE) return problem(what, room, 'Make room: when it is full, nothing can be stored.');
  const took = await timeToWrite(dataDir);
  if (took > SLOW_MS)
    return warning(
      what,
      `${room}; one safe write takes ${took} ms`,
      'Move DATA_DIR to a faster disk: each message waits for one.',
    );
  if (free < LITTLE) return warning(what, room, 'Make room soon.');
  return ok(what, `${room}, one safe write takes ${took} ms`);
}

async function timeToWrite(folder: string): Promise<number> {
  const file = path.join(folder, `.doctor-${process.pid}`);
  const handle = await open(file, 'w', 0o600);
  try {
    const before = performance.now();
    await handle.write('x');
    await handle.sync();
    return Math.round(performance.now() - before);
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 * MB ? `${Math.floor(bytes / MB)} MB` : `${(bytes / MB / 1024).toFixed(1)} GB`;
}
