import { type Kysely, sql } from 'kysely';

/** Files that came with messages: what they are and where they stand. The bytes are in DATA_DIR/media. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('media')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('messageId', 'text', (column) => column.notNull())
    .addColumn('residentId', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ref', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('contentType', 'text')
    .addColumn('bytes', 'bigint')
    .addColumn('width', 'bigint')
    .addColumn('height', 'bigint')
    .addColumn('speech', 'text', (column) => column.notNull())
    .addColumn('transcript', 'text')
    .addColumn('transcriptBy', 'text')
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('notBefore', 'bigint', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('leaseUntil', 'bigint')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('storedAt', 'bigint')
    .addColumn('seenAt', 'bigint')
    .addColumn('seenBy', 'text')
    .execute();
  await db.schema
    .alterTable('responses')
    .addColumn('machine', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('mediaByMessage').on('media').columns(['messageId']).execute();
  await db.schema.createIndex('mediaByResident').on('media').columns(['residentId']).execute();
  // What is done costs the jobs that look for work nothing.
  await sql`create index "mediaToFetch" on "media" ("notBefore") where "state" = 'waiting'`.execute(db);
  await sql`create index "mediaToHear" on "media" ("notBefore") where "speech" = 'waiting'`.execute(db);
  await sql`create index "mediaToSee" on "media" ("createdAt") where "seenAt" is null`.execute(db);
}
