import type { Kysely } from 'kysely';

/**
 * How far answers have been read for the name of each officer, which hidden words are a name that was confirmed, and what
 * model somebody agreed to that names groups.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('officers').addColumn('namedTo', 'text').execute();
  await db.schema.alterTable('themeSearches').addColumn('agreedModel', 'text').execute();
  await db.schema
    .alterTable('redactions')
    .addColumn('confirmed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
