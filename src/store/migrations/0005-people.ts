import { type Kysely, sql } from 'kysely';

/** What people were told about their data, and being forgotten: store/notices.ts and store/erasures.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('residentId', 'text', (column) => column.notNull())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('privacyHash', 'text', (column) => column.notNull())
    .addColumn('flowHash', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('noticesByResident').on('notices').columns(['residentId']).execute();
  await db.schema
    .createTable('retiredAddresses')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('addressId', 'text', (column) => column.notNull())
    .addColumn('residentId', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('erasures')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('residentId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('requestedAt', 'bigint', (column) => column.notNull())
    .addColumn('officerId', 'text')
    .addColumn('erasedAt', 'bigint')
    .addColumn('removed', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('left', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`create unique index "erasuresUnderWay" on "erasures" ("residentId") where "state" = 'due'`.execute(
    db,
  );
  await db.schema
    .createTable('erasureMessages')
    .addColumn('erasureId', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('farewell', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('notBefore', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasureMessagesKey', ['erasureId', 'channel', 'providerId'] as never[])
    .execute();
  await db.schema.alterTable('messages').addColumn('providerId', 'text').execute();
  // All that a person has is found by these when they ask for it, or to be forgotten.
  for (const table of ['messages', 'responses', 'conversations', 'deliveries']) {
    await db.schema.createIndex(`${table}ByResident`).on(table).columns(['residentId']).execute();
  }
}
