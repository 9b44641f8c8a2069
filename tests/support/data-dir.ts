import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '#store/open.ts';
import { once } from './once.ts';
import { runFolder } from './run.ts';

/**
 * A new DATA_DIR, whose SQLite database has every table and nothing in them: to make all tables takes as long as most tests
 * take by themselves. Removing it is up to you.
 */
export async function freshDataDir(name: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `hearback-${name}-`));
  copyFileSync(await withTables(), path.join(folder, 'hearback.db'));
  return folder;
}

async function withTables(): Promise<string> {
  const run = runFolder();
  if (run === undefined) throw new Error('Outside vitest there is no run to keep the tables of.');
  const folder = path.join(run, 'sqlite');
  return once(run, 'sqlite-with-tables', async () => {
    mkdirSync(folder, { recursive: true });
    const store = await openStore({ databaseUrl: null, dataDir: folder });
    // All of it is in the one file once it is closed.
    await store.close();
    return path.join(folder, 'hearback.db');
  });
}
