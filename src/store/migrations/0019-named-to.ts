import type { Kysely } from 'kysely';

/** How far answers have been read for the name of each officer, and which hidden words are a name that was confirmed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('officers').addColumn('namedTo', 'text').execute();
  await db.schema
    .alterTable('redactions')
    .addColumn('confirmed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
