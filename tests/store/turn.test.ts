import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Store, StoreUnavailable, type Tx } from '#store/db.ts';
import { openStore } from '#store/open.ts';
import { setting, settleSetting } from '#store/settings.ts';
import { freshDatabase } from '#tests/support/postgres.ts';

async function storeOn(dialect: 'sqlite' | 'postgres'): Promise<{ store: Store; dataDir: string }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hearback-store-'));
  const database = dialect === 'postgres' ? await freshDatabase() : null;
  const store = await openStore({ databaseUrl: database?.url ?? null, dataDir });
  onTestFinished(async () => {
    await store.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { store, dataDir };
}

const put = (tx: Tx, key: string) => tx.db.insertInto('settings').values({ key, value: 'here' }).execute();
const keys = async (store: Store) =>
  (await store.read.selectFrom('settings').select('key').orderBy('key').execute()).map(({ key }) => key);

describe.each(['sqlite', 'postgres'] as const)('a turn of the store, on %s', (dialect) => {
  it('writes all or nothing, and others that came at the same time are not touched', async () => {
    const { store } = await storeOn(dialect);
    const turns = Array.from({ length: 100 }, (_, index) =>
      store.turn(async (tx) => {
        await put(tx, `a${index}`);
        await put(tx, `b${index}`);
        if (index % 10 === 0) throw new Error('changed my mind');
        return index;
      }),
    );
    const settled = await Promise.allSettled(turns);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await keys(store)).toHaveLength(180);
    expect(await keys(store)).not.toContain('a10');
  });

  it('keeps what came before a savepoint that fails', async () => {
    const { store } = await storeOn(dialect);
    await store.turn(async (tx) => {
      await put(tx, 'before');
      const failing = tx.savepoint(async () => {
        await put(tx, 'inside');
        await tx.savepoint(() => put(tx, 'deeper'));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await put(tx, 'after');
    });
    expect(await keys(store)).toEqual(['after', 'before']);
  });

  it('sees what it has written itself', async () => {
    const { store } = await storeOn(dialect);
    const seen = await store.turn(async (tx) => {
      await settleSetting(tx, 'key', 'first');
      return settleSetting(tx, 'key', 'second');
    });
    expect(seen).toBe('first');
    expect(await setting(store.read, 'key')).toBe('first');
  });

  it('a constraint that is broken inside it fails it alone', async () => {
    const { store } = await storeOn(dialect);
    await store.turn((tx) => put(tx, 'one'));
    await expect(store.turn((tx) => put(tx, 'one'))).rejects.toThrow();
    await store.turn((tx) => put(tx, 'two'));
    expect(await keys(store)).toEqual(['one', 'two']);
  });
});

describe('SQLite', () => {
  it('is durable, overwrites what it deletes, and reads on a connection that cannot write', async () => {
    const { store } = await storeOn('sqlite');
    const pragma = async (db: Store['read'], name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    for (const [name, value] of [
      ['journal_mode', 'wal'],
      ['synchronous', 2],
      ['secure_delete', 1],
    ] as const) {
      expect(await pragma(store.read, name)).toBe(value);
      expect(await store.turn(({ db }) => pragma(db, name))).toBe(value);
    }
    await expect(
      store.read.insertInto('settings').values({ key: 'a', value: 'b' }).execute(),
    ).rejects.toThrow(/readonly/);
  });

  it('finds capital letters of every language, as PostgreSQL does', async () => {
    const { store } = await storeOn('sqlite');
    const { rows } = await sql<{ found: string }>`select lower('ŴYL Y GLAW') as found`.execute(store.read);
    expect(rows).toEqual([{ found: 'ŵyl y glaw' }]);
  });

  it('opens again with everything there, and two at once do not hurt each other', async () => {
    const { store, dataDir } = await storeOn('sqlite');
    const other = await openStore({ databaseUrl: null, dataDir });
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 2 === 0 ? store : other).turn((tx) => put(tx, `key ${index}`)),
      ),
    );
    await other.close();
    expect(await keys(store)).toHaveLength(60);
  });

  it('that another process holds locked says so, writes nothing, and goes on when it is free', async () => {
    const { store, dataDir } = await storeOn('sqlite');
    const holder = new Database(path.join(dataDir, 'hearback.db'));
    holder.exec('begin immediate');
    await expect(store.turn((tx) => put(tx, 'refused'))).rejects.toBeInstanceOf(StoreUnavailable);
    const waiting = store.turn((tx) => put(tx, 'waited'));
    holder.exec('rollback');
    holder.close();
    await waiting;
    expect(await keys(store)).toEqual(['waited']);
  });

  it('holds no byte of a deleted text once it is closed', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hearback-store-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const store = await openStore({ databaseUrl: null, dataDir });
    await store.turn((tx) => settleSetting(tx, 'secret', 'words that were erased'));
    await store.turn(({ db }) => db.deleteFrom('settings').where('key', '=', 'secret').execute());
    await store.close();
    for (const name of readdirSync(dataDir)) {
      expect(readFileSync(path.join(dataDir, name)).includes('words that were erased')).toBe(false);
    }
  });
});
