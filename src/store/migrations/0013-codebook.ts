import type { Kysely } from 'kysely';

/** What is in and out of a theme, and every change to a codebook, with what it takes to undo it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One column a statement: SQLite adds no more at once.
  for (const name of ['includes', 'excludes'])
    await db.schema
      .alterTable('themes')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  await db.schema.alterTable('themes').addColumn('mergedInto', 'text').execute();
  await db.schema.alterTable('codings').addColumn('movedAt', 'bigint').execute();
  await db.schema
    .createTable('codebookChanges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('officerId', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('undoing', 'text')
    .addColumn('undoneBy', 'bigint')
    .addUniqueConstraint('codebookChangesOnce', ['consultationId', 'version'])
    .execute();
}
