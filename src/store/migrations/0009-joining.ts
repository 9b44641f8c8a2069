import type { Kysely } from 'kysely';

/** One person may be joined on several addresses, by a code that lives for minutes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('linkCodes')
    .addColumn('codeHash', 'text', (column) => column.primaryKey())
    .addColumn('addressId', 'text', (column) => column.notNull().unique())
    .addColumn('expiresAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('linkTries')
    .addColumn('addressId', 'text', (column) => column.primaryKey())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .execute();
  // Of somebody who was two before: a backup from then still knows both.
  await db.schema
    .createTable('joinedResidents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('intoId', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('joinedInto').on('joinedResidents').column('intoId').execute();
  await db.schema.alterTable('addresses').addColumn('joinedAt', 'bigint').execute();
}
