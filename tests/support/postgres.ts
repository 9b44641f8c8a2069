import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openStore } from '#store/open.ts';
import { TESTS_DATABASE_URL } from './environment.ts';
import { once } from './once.ts';
import { resumePostgres, startPostgres, stopPostgres } from './postgres-server.ts';
import { runFolder } from './run.ts';

/**
 * A PostgreSQL for tests, as a superuser: the DATABASE_URL that the tests were started with, else a real
 * server that this vitest run starts when the first test asks for it, and stops at its end.
 */
export async function postgresUrl(): Promise<string> {
  const given = givenUrl();
  if (given !== '') return given;
  const run = ourRun();
  const server = await once(run, 'postgres', () => startPostgres(path.join(run, 'postgres')));
  return server.url;
}

function ourRun(): string {
  const run = runFolder();
  if (run === undefined) throw new Error('Outside vitest, set DATABASE_URL or use startPostgres.');
  return run;
}

/** Ends every PostgreSQL that was started in a run. */
export async function stopServers(run: string): Promise<void> {
  const names = readdirSync(run, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) await stopPostgres(path.join(run, name));
}

/** A new database for one test, with tables and nothing in them. `drop` ends whatever is still connected to it. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  // On a server that somebody else keeps nothing may be left over.
  return databaseLike(givenUrl() === '' ? await withTables() : 'template0');
}

/** The same without tables, for what is said about making them. */
export async function bareDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return databaseLike('template0');
}

async function databaseLike(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await postgresUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Twice as fast as the way through the log, which PostgreSQL takes unless it is told.
  await execute(server, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: at(server, name),
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  };
}

/** Made once a run: making all tables takes as long as most tests take by themselves. */
function withTables(): Promise<string> {
  return once(ourRun(), 'with-tables', async () => {
    const server = await postgresUrl();
    const name = 'with_tables';
    // Whoever made it before may have died on the way.
    await execute(server, `drop database if exists ${name} with (force)`);
    await execute(server, `create database ${name} template template0`);
    const store = await openStore({ databaseUrl: at(server, name), dataDir: '' });
    await store.close();
    // Nobody may be connected to what is copied, the server's own cleaner neither.
    await execute(server, `alter database ${name} allow_connections false`);
    return name;
  });
}

function givenUrl(): string {
  return process.env[TESTS_DATABASE_URL] ?? process.env.DATABASE_URL ?? '';
}

function at(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** A server of a test's own, to be stopped under the product's feet and resumed with the same URL and data. */
export async function ownPostgres(): Promise<{
  url: string;
  /** Cuts every connection and refuses new ones, as SIGQUIT does. */
  stop(): Promise<void>;
  resume(): Promise<void>;
}> {
  const folder = path.join(ourRun(), `postgres-${randomBytes(4).toString('hex')}`);
  const { url } = await startPostgres(folder);
  return {
    url,
    stop: () => stopPostgres(folder),
    async resume() {
      await resumePostgres(folder, url);
    },
  };
}

/** One connection a server, kept: to sign in takes as long as what it is for. */
const connections = new Map<string, pg.Pool>();

async function execute(url: string, sql: string): Promise<void> {
  const pool = connections.get(url) ?? new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true });
  connections.set(url, pool);
  // That the server went away while nothing was asked of it is said by whatever is asked next.
  if (pool.listenerCount('error') === 0) pool.on('error', () => {});
  await pool.query(sql);
}
