import { type RawBuilder, sql } from 'kysely';
import type { Store } from './db.ts';

/**
 * Whether a column is one of these: one parameter however many ids there are, because SQLite takes 32,766 in all.
 * PostgreSQL would take a subquery for a join, and guesses badly how many rows that has.
 */
export function among(
  dialect: Store['dialect'],
  column: string,
  ids: readonly string[],
): RawBuilder<boolean> {
  return dialect === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${[...ids]}::text[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`;
}

export function notAmong(
  dialect: Store['dialect'],
  column: string,
  ids: readonly string[],
): RawBuilder<boolean> {
  return dialect === 'postgres'
    ? sql<boolean>`${sql.ref(column)} not in (select unnest(${[...ids]}::text[]))`
    : sql<boolean>`${sql.ref(column)} not in (select value from json_each(${JSON.stringify(ids)}))`;
}
