import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where a file is, below DATA_DIR/media: by the end of its id, because ids begin with the time. */
export function placeOf(id: string): string {
  return path.join(id.slice(-2), id);
}

/** Writes a file so that, whenever the process dies, it is whole or not there. */
export async function writeMedia(folder: string, id: string, claim: string, bytes: Buffer): Promise<void> {
  const place = path.join(folder, placeOf(id));
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${claim}.part`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  // The name itself is on disk only when its folder is.
  const holder = await open(path.dirname(place), 'r');
  await holder.sync();
  await holder.close();
}

export function dropMedia(folder: string, id: string): Promise<void> {
  return rm(path.join(folder, placeOf(id)), { force: true });
}

export async function hasMedia(folder: string, id: string): Promise<boolean> {
  return (await writtenAt(path.join(folder, placeOf(id)))) !== null;
}

/** When it was last written, ms; null where it is not there. */
export async function writtenAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Everything in the folder, one shelf at a time; the name of a draft is its id and more. */
export async function* shelves(folder: string): AsyncGenerator<{ id: string; file: string }[]> {
  for (const shelf of await namesIn(folder)) {
    const names = await namesIn(path.join(folder, shelf));
    yield names.map((name) => ({ id: name.split('.')[0] ?? name, file: path.join(folder, shelf, name) }));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}
