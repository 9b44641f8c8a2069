import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Who has been forgotten: an id that a backup may still know, and nothing else of them. */
export interface Tombstone {
  residentId: string;
  erasedAt: number;
}

const line = z.object({ residentId: z.string(), erasedAt: z.number() });

/**
 * Outside the database, because an older backup that is put back knows nothing of whom it should have forgotten. One
 * line of JSON each in DATA_DIR/forgotten.jsonl; what a crash cut short is left out.
 */
export function readTombstones(dataDir: string): Tombstone[] {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const parsed = line.safeParse(jsonIn(text));
      return parsed.success ? [parsed.data] : [];
    });
}

/** On disk before anything is erased: whoever is in the file twice is forgotten once. */
export function writeTombstones(dataDir: string, tombstones: readonly Tombstone[]): void {
  if (tombstones.length === 0) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = openSync(fileIn(dataDir), 'a', 0o600);
  try {
    // A line of its own also after one that a crash cut short.
    writeSync(file, `\n${tombstones.map((tombstone) => JSON.stringify(tombstone)).join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'forgotten.jsonl');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
