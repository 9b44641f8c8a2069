import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './run.ts';

/**
 * Makes something once for all processes that share `folder`, and gives everyone what `make` returned (JSON).
 * Whoever comes first makes it and the others wait; if the maker fails or dies, the next one tries.
 */
export async function once<T>(folder: string, name: string, make: () => Promise<T>): Promise<T> {
  const result = path.join(folder, `${name}.json`);
  const lock = path.join(folder, `${name}.lock`);
  for (;;) {
    const made = read<{ value: T }>(result);
    if (made !== undefined) return made.value;
    if (!take(lock)) {
      await pause(50);
      continue;
    }
    try {
      // It may have been finished between our look and our lock.
      const already = read<{ value: T }>(result);
      if (already !== undefined) return already.value;
      const value = await make();
      writeFileSync(`${result}.part`, JSON.stringify({ value }), { mode: 0o600 });
      renameSync(`${result}.part`, result);
      return value;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const maker = read<number>(path.join(lock, 'pid'));
    if (maker !== undefined && !isAlive(maker)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
  writeFileSync(path.join(lock, 'pid'), String(process.pid));
  return true;
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
