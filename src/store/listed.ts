import { type RawBuilder, sql } from 'kysely';
import type { Store } from './db.ts';

/** To be `in` or not: one parameter however many ids there are. SQLite takes 32,766 of them in all. */
export function listed(dialect: Store['dialect'], ids: readonly string[]): RawBuilder<string> {
  const json = JSON.stringify(ids);
  return dialect === 'postgres'
    ? sql<string>`(select json_array_elements_text(${json}::json))`
    : sql<string>`(select value from json_each(${json}))`;
}
