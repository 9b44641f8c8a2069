import { type Kysely, sql } from 'kysely';

/** What sending costs, in which form a message went, and how fast each sender of ours may go. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('deliveries').addColumn('segments', 'bigint').execute();
  await db.schema
    .alterTable('deliveries')
    .addColumn('millipence', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('deliveries').addColumn('templateRef', 'text').execute();
  await db.schema
    .alterTable('deliveries')
    .addColumn('lookUps', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('senders')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('millitokens', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('slowUntil', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('senders_pk', ['channel', 'account'])
    .execute();
  // What this month has cost so far is asked before each follow-up, and most messages cost nothing.
  await sql`create index "deliveriesThatCost" on "deliveries" ("attemptedAt") where "millipence" > 0`.execute(
    db,
  );
  await sql`create index "repliesByAddress" on "deliveries" ("addressId", "attemptedAt") where "purpose" = 'reply' and "attemptedAt" is not null`.execute(
    db,
  );
  await sql`create index "deliveriesUnknown" on "deliveries" ("attemptedAt") where "state" = 'unknown'`.execute(
    db,
  );
}
