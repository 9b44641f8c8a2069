import type { Kysely } from 'kysely';

/** What officers said of a response that they really looked at, beside what the machine had suggested by then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('looks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('officerId', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('saidThemes', 'text', (column) => column.notNull())
    .addColumn('machineThemes', 'text', (column) => column.notNull())
    .addUniqueConstraint('looksOnce', ['responseId', 'officerId', 'kind'])
    .execute();
  await db.schema.createIndex('looksByConsultation').on('looks').column('consultationId').execute();
}
