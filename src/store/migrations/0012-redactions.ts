import type { Kysely } from 'kysely';

/** What officers have hidden in residents' words in addition, and what they have chosen to show again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('redactions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('startAt', 'bigint', (column) => column.notNull())
    .addColumn('endAt', 'bigint', (column) => column.notNull())
    .addColumn('wordsHash', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('officerId', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('redactionsByResponse').on('redactions').column('responseId').execute();
}
