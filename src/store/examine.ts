import { sql } from 'kysely';
import type { Store } from './db.ts';

/** What is wrong with the database's files, in its own words; null where nothing is, or where it cannot say. */
export async function faultInFiles({
  dialect,
  read,
}: Pick<Store, 'dialect' | 'read'>): Promise<string | null> {
  if (dialect === 'postgres') return null;
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(read);
  const said = rows[0]?.quick_check ?? 'no answer';
  return said === 'ok' ? null : said;
}

/** The time by the database server's own clock, ms; null where it has none of its own. */
export async function serverTime({ dialect, read }: Pick<Store, 'dialect' | 'read'>): Promise<number | null> {
  if (dialect === 'sqlite') return null;
  const { rows } = await sql<{
    ms: string;
  }>`select extract(epoch from clock_timestamp()) * 1000 as ms`.execute(read);
  return Number(rows[0]?.ms);
}

/** When the last message came, by our clock of then, ms; null where none has. */
export async function lastMessageAt({ read }: Pick<Store, 'read'>): Promise<number | null> {
  const { at } = await read
    .selectFrom('messages')
    .select(({ fn }) => fn.max('receivedAt').as('at'))
    .executeTakeFirstOrThrow();
  return at === null ? null : Number(at);
}
