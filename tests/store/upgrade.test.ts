import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, test } from 'vitest';
import { newSession, restored } from '#engine/session.ts';
import * as first from '#store/migrations/0001-first.ts';
import { openPostgres } from '#store/postgres.ts';
import type { Schema } from '#store/schema.ts';
import { openSqlite } from '#store/sqlite.ts';
import { databases, emptyDatabase, open } from './databases.ts';

/** As `npm start` left it before conversations gave people time. */
async function firstTables(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ '0001-first': first }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

const midway = {
  flow: '995d08dd00048d0f',
  status: 'active',
  at: 'now',
  language: 'en',
  listening: { responseId: 'r', stepId: 'now', messageIds: ['m'] },
  wake: 1,
  tries: 0,
  chosen: {},
  consents: {},
  told: [],
};

describe.each(databases)('a database from before, on %s', (database) => {
  test('is brought up to date, and whoever was being listened to still is', async () => {
    const place = await emptyDatabase(database, { bare: true });
    const before =
      place.databaseUrl === null
        ? await openSqlite(place.dataDir, firstTables)
        : await openPostgres(place.databaseUrl, firstTables);
    await before.turn(({ db }) =>
      db
        .insertInto('conversations')
        .values({
          ...{
            id: 'c',
            consultationId: 'high-street',
            flowHash: midway.flow,
            residentId: 'x',
            addressId: 'a',
          },
          ...{ outcomeId: null, status: 'active', session: JSON.stringify(midway), askedAt: 1000 },
          ...{ wakeAt: 181_000, wakeNumber: 1, inputs: 2, startedAt: 1000 },
        })
        .execute(),
    );
    await before.close();

    const store = await open(place);
    const row = await store.read.selectFrom('conversations').select('session').executeTakeFirstOrThrow();
    const session = restored(row.session);
    expect(Object.keys(session).sort()).toEqual(Object.keys(newSession('')).sort());
    expect(session).toMatchObject({ ...midway, path: ['now'], timer: 'quiet', wakeAt: 181_000 });
    for (const table of ['residents', 'addresses', 'responses', 'deliveries', 'media', 'erasures'] as const)
      expect(await store.read.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

test('the first migration stays as it was when people began to keep data in it', () => {
  const file = path.join(import.meta.dirname, '..', '..', 'src', 'store', 'migrations', '0001-first.ts');
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
  expect(hash, 'A column is a migration of its own: the next number, never this file.').toBe(
    '87f5be0579398e82',
  );
});
