import type { Kysely } from 'kysely';
import type { Prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

/** A database to ask: the read connection, or a turn's own view of what it has written. */
export type Db = Kysely<Schema>;

/** Where the two databases differ in more than syntax: row locks. */
type Dialect = 'sqlite' | 'postgres';

/** What a turn may do. Nothing else may be awaited inside one: other turns wait for it. */
export interface Tx {
  /** Any query, built as it is run. */
  db: Db;
  dialect: Dialect;
  /** A query compiled once: what a message's turn uses. */
  run<P extends object, R>(query: Prepared<P, R>, params: P): Promise<R[]>;
  /** The same for a query that gives no rows back: how many it changed. SQLite gathers rows to give back in a table first. */
  change<P extends object>(query: Prepared<P, unknown>, params: P): Promise<number>;
  /** Runs `work` so that, if it throws, all it wrote is undone and what came before it is kept. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

export interface Store {
  dialect: Dialect;
  /** One transaction: resolves only after it is durable on disk, and throws with nothing written. */
  turn<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reading only, on a connection of its own. */
  read: Db;
  /**
   * Takes what was deleted out of the files too, as far as that is in our hands: SQLite's log of writes is begun anew.
   * PostgreSQL writes over it in its own time. False where somebody is reading just now: try again.
   */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}

/** Thrown by `turn` where storing is impossible just now: the database is locked, full or gone. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
