import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Store, StoreUnavailable, type Tx } from './db.ts';
import { binder, type Prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

const INT8 = 20;

export async function openPostgres(
  url: string,
  migrate: (db: Kysely<Schema>) => Promise<void>,
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    // Every bigint of ours is a time or a count, well inside what a number holds exactly.
    types: {
      getTypeParser: ((type: number, format?: 'text') =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks (a restarted server) is replaced by the pool; it must not end the process.
  pool.on('error', () => {});
  // One that breaks between two queries of a turn says so here too; the next query fails, and that is handled.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);

  const compiled = new Map<unknown, { text: string; bind(params: object): unknown[] }>();
  const queryFor = (prepared: Prepared<never, unknown>) => {
    let found = compiled.get(prepared);
    if (found === undefined) {
      const query = prepared.compile(db);
      found = { text: query.sql, bind: binder(query) };
      compiled.set(prepared, found);
    }
    return found;
  };

  return {
    dialect: 'postgres',
    read: db,
    turn: (work) =>
      withoutConflict(() =>
        db.transaction().execute((transaction) => {
          const execute = <P extends object, R>(prepared: Prepared<P, R>, params: P) => {
            const query = queryFor(prepared as Prepared<never, unknown>);
            return transaction.executeQuery<R>(CompiledQuery.raw(query.text, query.bind(params)));
          };
          const tx: Tx = {
            db: transaction,
            dialect: 'postgres',
            run: async (prepared, params) => (await execute(prepared, params)).rows,
            change: async (prepared, params) =>
              Number((await execute(prepared, params)).numAffectedRows ?? 0),
            savepoint: (inner) =>
              reachably(async () => {
                await sql`savepoint turn`.execute(transaction);
                try {
                  const result = await inner();
                  await sql`release savepoint turn`.execute(transaction);
                  return result;
                } catch (error) {
                  await sql`rollback to savepoint turn`.execute(transaction);
                  throw error;
                }
              }),
          };
          return work(tx);
        }),
      ),
    scrub: async () => true,
    close: () => db.destroy(),
  };
}

/** Two turns that each waited for the other: nothing of this one was written, and it can be run again. */
class Conflict extends StoreUnavailable {}

/** How often a turn is run that others get in the way of; after that whoever asked is told to come back. */
const MOST_RUNS = 4;

async function withoutConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await reachably(work);
    } catch (error) {
      if (!(error instanceof Conflict) || run === MOST_RUNS) throw error;
    }
  }
}

/** Says in our own words that a connection was lost, also in the midst of a turn. */
async function reachably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isConflict(error)) throw new Conflict('Others change the same rows just now.', { cause: error });
    throw lostConnection(error)
      ? new StoreUnavailable('The database cannot be reached just now.', { cause: error })
      : error;
  }
}

/** 40001 is a serialization failure, 40P01 a deadlock: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

/** Class 08 is a connection that failed, 53 a server without resources, 57P a server that is stopping. */
function lostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|53|57P|ECONN|ENOTFOUND|EPIPE)/.test(code) ||
    /Connection terminated|timeout exceeded|not queryable/.test(error.message)
  );
}
