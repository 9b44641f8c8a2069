import { type Kysely, sql } from 'kysely';

/** How often a provider has said that it never took an attempt whose answer was lost. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('deliveries')
    .addColumn('denials', 'bigint', (column) => column.notNull().defaultTo(sql.lit(0)))
    .execute();
}
