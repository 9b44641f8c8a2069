import pg from 'pg';
import { expect, test } from 'vitest';
import { bareDatabase, freshDatabase, ownPostgres, postgresUrl } from './postgres.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the same PostgreSQL answers everyone who asks at once', async () => {
  const [first, second] = await Promise.all([postgresUrl(), postgresUrl()]);
  expect(first).toBe(second);
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a bare database is empty, knows Unicode, and is gone after its drop', async () => {
  const one = await bareDatabase();
  const other = await bareDatabase();
  await ask(one.url, 'create table things (id int)');
  const tables = `select tablename from pg_tables where schemaname = 'public'`;
  expect(await ask(one.url, tables)).toHaveLength(1);
  expect(await ask(other.url, tables)).toEqual([]);
  expect(await ask(other.url, `select upper('ŵy') as word`)).toEqual([{ word: 'ŴY' }]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/);
});

test('a fresh database has every table and nothing in them, whatever another one has', async () => {
  const one = await freshDatabase();
  const other = await freshDatabase();
  await ask(
    one.url,
    `insert into officers (id, email, name, role, "createdAt") values ('1', 'a', 'b', 'admin', 0)`,
  );
  expect(await ask(one.url, 'select count(*)::int as n from officers')).toEqual([{ n: 1 }]);
  expect(await ask(other.url, 'select count(*)::int as n from officers')).toEqual([{ n: 0 }]);
  await Promise.all([one.drop(), other.drop()]);
});

test('a DATABASE_URL of the environment wins', async () => {
  process.env.HEARBACK_TESTS_DATABASE_URL = 'postgres://somewhere.invalid/db';
  expect(await postgresUrl()).toBe('postgres://somewhere.invalid/db');
});

test('a server of its own can go away and come back with what it had', async () => {
  const server = await ownPostgres();
  await ask(server.url, 'create table things as select 7 as id');
  await server.stop();
  await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  await server.resume();
  expect(await ask(server.url, 'select id from things')).toEqual([{ id: 7 }]);
  await server.stop();
});
