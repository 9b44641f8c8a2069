import type { Kysely } from 'kysely';

/** A person may be known to a provider by more than one name: a number, and a user id that hides it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('addressKeys')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('addressId', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('addressKeysOfAddress').on('addressKeys').column('addressId').execute();
}
