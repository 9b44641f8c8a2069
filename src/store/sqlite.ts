import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { type Store, StoreUnavailable, type Tx } from './db.ts';
import { binder, type Prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

/** How many turns may share one commit (and so one fsync). */
const TURNS_A_COMMIT = 64;
/** How long to go on asking for a locked database, ms. The wait is ours, so the process stays awake. */
const PATIENCE = 5000;

/** Kysely's driver begins deferred, which two writing processes answer with SQLITE_BUSY: begin immediately. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Kysely says that SQLite's tables cannot be made in a transaction. They can: half of a migration is never kept. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new ImmediateDriver(this.#config);
  }
  override createAdapter() {
    return new WholeMigrations();
  }
}

interface Waiting {
  /** Runs the turn inside its savepoint; never throws. */
  attempt(): Promise<void>;
  settle(): void;
  refuse(error: unknown): void;
}

export async function openSqlite(
  dataDir: string,
  migrate: (db: Kysely<Schema>) => Promise<void>,
): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'hearback.db');
  const writer = await open(file);
  const write = new Kysely<Schema>({ dialect: new ImmediateDialect({ database: writer }) });
  writer.pragma(`busy_timeout = ${PATIENCE}`);
  await migrate(write);
  // From here on waiting for a lock must not stop the process: see `begin`.
  writer.pragma('busy_timeout = 50');
  const reader = await open(file);
  reader.pragma('query_only = on');
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reader }) });

  const statements = new Map<unknown, { statement: Database.Statement; bind(params: object): unknown[] }>();
  const statementFor = (prepared: Prepared<never, unknown>) => {
    let found = statements.get(prepared);
    if (found === undefined) {
      const query = prepared.compile(write);
      found = { statement: writer.prepare(query.sql), bind: binder(query) };
      statements.set(prepared, found);
    }
    return found;
  };
  const begin = writer.prepare('begin immediate');
  const commit = writer.prepare('commit');
  const savepoint = writer.prepare('savepoint turn');
  const release = writer.prepare('release turn');
  const undo = writer.prepare('rollback to turn');

  /** Nested savepoints may share a name: SQLite always means the innermost. */
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    savepoint.run();
    try {
      const result = await work();
      release.run();
      return result;
    } catch (error) {
      // A full disk makes SQLite roll the whole transaction back by itself.
      if (writer.inTransaction) {
        undo.run();
        release.run();
      }
      throw isOutOfOrder(error) ? unavailable(error) : error;
    }
  };
  const tx: Tx = {
    db: write,
    dialect: 'sqlite',
    run: async <P extends object, R>(prepared: Prepared<P, R>, params: P) => {
      const { statement, bind } = statementFor(prepared as Prepared<never, unknown>);
      const values = bind(params);
      if (statement.reader) return statement.all(values) as R[];
      statement.run(values);
      return [];
    },
    change: async <P extends object>(prepared: Prepared<P, unknown>, params: P) => {
      const { statement, bind } = statementFor(prepared as Prepared<never, unknown>);
      return statement.run(bind(params)).changes;
    },
    savepoint: within,
  };

  let queue: Waiting[] = [];
  let flushing: Promise<void> | null = null;

  const beginPatiently = async () => {
    const until = performance.now() + PATIENCE;
    for (;;) {
      try {
        begin.run();
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw unavailable(error);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  };

  /** Each look round the event loop lets in what the network holds: worth another as long as it brings more turns. */
  const gathered = async () => {
    for (let before = -1; before < queue.length && queue.length < TURNS_A_COMMIT; ) {
      before = queue.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const flush = async () => {
    while (queue.length > 0) {
      const turns = queue.slice(0, TURNS_A_COMMIT);
      queue = queue.slice(TURNS_A_COMMIT);
      try {
        await beginPatiently();
        for (const turn of turns) await turn.attempt();
        commit.run();
      } catch (error) {
        if (writer.inTransaction) writer.exec('rollback');
        for (const turn of turns) turn.refuse(unavailable(error));
        continue;
      }
      for (const turn of turns) turn.settle();
      // Let the acknowledgements out, and the turns that came meanwhile in, before the next commit.
      if (queue.length > 0) await gathered();
    }
    flushing = null;
  };

  return {
    dialect: 'sqlite',
    read,
    turn: <T>(work: (tx: Tx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        let outcome: { result: T } | { error: unknown } | undefined;
        queue.push({
          attempt: async () => {
            try {
              outcome = { result: await within(() => work(tx)) };
            } catch (error) {
              outcome = { error };
              if (!writer.inTransaction) throw error;
            }
          },
          settle: () => {
            if (outcome !== undefined && 'result' in outcome) resolve(outcome.result);
            else reject(outcome?.error);
          },
          refuse: reject,
        });
        flushing ??= gathered().then(flush);
      }),
    scrub: async () => {
      while (flushing !== null) await flushing;
      const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return result?.busy === 0;
    },
    close: async () => {
      await flushing;
      await read.destroy();
      writer.pragma('wal_checkpoint(TRUNCATE)');
      await write.destroy();
    },
  };
}

/** better-sqlite3 reopens a WAL database with synchronous=NORMAL, so every connection says FULL for itself. */
async function open(file: string): Promise<Database.Database> {
  const database = new Database(file);
  await useWal(database);
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = on');
  database.pragma('foreign_keys = on');
  database.pragma('cache_size = -65536');
  // What a savepoint may have to undo is copied page by page: in memory, it costs half as much and no file holds the words.
  database.pragma('temp_store = memory');
  // SQLite's own knows A to Z only, and a search for "ŵyl" must find "Ŵyl" as it does on PostgreSQL.
  database.function('lower', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  );
  return database;
}

/** Two processes that make one database at once may each find it locked, and for this SQLite itself does not wait. */
async function useWal(database: Database.Database): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** The disk or the lock is at fault, and not what was asked: no other turn would fare better just now. */
function isOutOfOrder(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError && /^SQLITE_(BUSY|CANTOPEN|FULL|IOERR|READONLY)/.test(error.code)
  );
}

function unavailable(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new StoreUnavailable(`The database cannot be written just now (${error.code}).`, { cause: error });
}
