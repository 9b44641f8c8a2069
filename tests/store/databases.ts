import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store } from '#store/db.ts';
import { openStore } from '#store/open.ts';
import { freshDataDir } from '#tests/support/data-dir.ts';
import { bareDatabase, freshDatabase } from '#tests/support/postgres.ts';

export const databases = ['sqlite', 'postgres'] as const;
export type Database = (typeof databases)[number];

/** Where a test's own database is, without anything in it; it goes when the test ends. `bare` is without tables too. */
export async function emptyDatabase(
  database: Database,
  { bare = false }: { bare?: boolean } = {},
): Promise<{ databaseUrl: string | null; dataDir: string }> {
  const tables = database === 'sqlite' && !bare;
  const dataDir = tables ? await freshDataDir('store') : mkdtempSync(path.join(tmpdir(), 'hearback-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  if (database === 'sqlite') return { databaseUrl: null, dataDir };
  const { url, drop } = await (bare ? bareDatabase() : freshDatabase());
  onTestFinished(drop);
  return { databaseUrl: url, dataDir };
}

/** Opened for one test; open the same place again for what a second process sees. */
export async function open(place: Awaited<ReturnType<typeof emptyDatabase>>): Promise<Store> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}
