import type { Store } from './db.ts';

/** Opens the database that the address names, or SQLite in the folder, and brings its tables up to date. */
export async function openStore(options: { databaseUrl: string | null; dataDir: string }): Promise<Store> {
  const { migrate } = await import('./migrate.ts');
  if (options.databaseUrl !== null) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(options.databaseUrl, migrate);
  }
  const { openSqlite } = await import('./sqlite.ts');
  return openSqlite(options.dataDir, migrate);
}
