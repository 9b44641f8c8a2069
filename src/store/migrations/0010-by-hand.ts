import type { Kysely } from 'kysely';

/** What officers type in for people who answered on paper, by telephone or at the door, and how these are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('handEntries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('residentId', 'text', (column) => column.notNull())
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('speaksFor', 'text', (column) => column.notNull())
    .addColumn('people', 'bigint')
    .addColumn('onDay', 'text', (column) => column.notNull())
    .addColumn('officerId', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('handEntriesByResident').on('handEntries').column('residentId').execute();
  await db.schema
    .createIndex('handEntriesByConversation')
    .on('handEntries')
    .column('conversationId')
    .execute();
  await db.schema
    .createTable('handTasks')
    .addColumn('deliveryId', 'text', (column) => column.primaryKey())
    .addColumn('takenBy', 'text')
    .addColumn('takenAt', 'bigint')
    .addColumn('tries', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('triedAt', 'bigint')
    .addColumn('doneBy', 'text')
    .addColumn('doneAt', 'bigint')
    .execute();
}
