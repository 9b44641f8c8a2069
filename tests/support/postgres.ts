import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { TESTS_DATABASE_URL } from './environment.ts';
import { once } from './once.ts';
import { startPostgres } from './postgres-server.ts';
import { runFolder } from './run.ts';

/** The folder of a run's shared server; global.ts stops what is in it. */
export function sharedServerFolder(run: string): string {
  return path.join(run, 'postgres');
}

/**
 * A PostgreSQL for tests, as a superuser: the DATABASE_URL that the tests were started with, else a real
 * server that this vitest run starts when the first test asks for it, and stops at its end.
 */
export async function postgresUrl(): Promise<string> {
  const given = process.env[TESTS_DATABASE_URL] ?? process.env.DATABASE_URL;
  if (given !== undefined && given !== '') return given;
  const run = runFolder();
  if (run === undefined) throw new Error('Outside vitest, set DATABASE_URL or use startPostgres.');
  const server = await once(run, 'postgres', () => startPostgres(sharedServerFolder(run)));
  return server.url;
}

/** A new empty database for one test. `drop` ends whatever is still connected to it. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await postgresUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `drop database if exists ${name} with (force)`) };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
