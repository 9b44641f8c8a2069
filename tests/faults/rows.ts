import { sql } from 'kysely';
import type { Services } from '#services.ts';

/** How many rows each table holds: the whole database, so that nothing can be written unseen. */
export async function rowsIn({ store }: Pick<Services, 'store'>): Promise<Record<string, number>> {
  const tables = (await store.read.introspection.getTables()).map(({ name }) => name).toSorted();
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ many: number }>`select count(*) as many from ${sql.id(table)}`.execute(
      store.read,
    );
    counts[table] = Number(rows[0]?.many);
  }
  return counts;
}
