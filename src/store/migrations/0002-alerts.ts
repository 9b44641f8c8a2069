import { type Kysely, sql } from 'kysely';

/** Whom a safeguarding case was told to, and who took it on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cases').addColumn('acceptedAt', 'bigint').execute();
  await db.schema.alterTable('cases').addColumn('acceptedBy', 'text').execute();
  await db.schema
    .createTable('alerts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('caseId', 'text', (column) => column.notNull())
    .addColumn('round', 'bigint', (column) => column.notNull())
    .addColumn('to', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('dueAt', 'bigint', (column) => column.notNull())
    .addColumn('leaseUntil', 'bigint')
    .addColumn('sentAt', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('code', 'text')
    // One alert a case, round and person, whichever of two processes plans it first.
    .addUniqueConstraint('alertsOnce', ['caseId', 'round', 'to'])
    .execute();
  await sql`create index "alertsDue" on "alerts" ("dueAt") where "state" = 'due'`.execute(db);
  await db.schema.createIndex('casesByConversation').on('cases').columns(['conversationId']).execute();
}
