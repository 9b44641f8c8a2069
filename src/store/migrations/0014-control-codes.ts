import { type Kysely, sql } from 'kysely';

/** What responses say besides their themes, and whom a complaint is about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('controls')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('startAt', 'bigint')
    .addColumn('endAt', 'bigint')
    .addColumn('officerId', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('decidedAt', 'bigint')
    .addColumn('handledAt', 'bigint')
    .addColumn('handledBy', 'text')
    .addUniqueConstraint('controlsOnce', ['responseId', 'code'])
    .execute();
  await db.schema.createIndex('controlsByCode').on('controls').columns(['code', 'consultationId']).execute();
  await db.schema
    .createTable('complaintAbout')
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('officerId', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('decidedBy', 'text')
    .addColumn('decidedAt', 'bigint')
    .addPrimaryKeyConstraint('complaintAboutOnce', ['responseId', 'officerId'])
    .execute();
  await db.schema.createIndex('complaintAboutOfficer').on('complaintAbout').column('officerId').execute();
  // What nobody has read yet is looked through for officers' names on each of their pages.
  await db.schema
    .createIndex('responsesUnread')
    .on('responses')
    .column('createdAt')
    .where(sql.ref('themedAt'), 'is', null)
    .execute();
}
