import type { Kysely } from 'kysely';

/** Readings of a consultation by a language model, and which machine suggested a coding. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('modelRuns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('codebook', 'text', (column) => column.notNull())
    .addColumn('agreedMillipence', 'bigint')
    .addColumn('agreedTokens', 'bigint', (column) => column.notNull())
    .addColumn('tokensIn', 'bigint', (column) => column.notNull())
    .addColumn('tokensOut', 'bigint', (column) => column.notNull())
    .addColumn('millipence', 'bigint', (column) => column.notNull())
    .addColumn('heldTokens', 'bigint', (column) => column.notNull())
    .addColumn('heldMillipence', 'bigint', (column) => column.notNull())
    .addColumn('total', 'bigint', (column) => column.notNull())
    .addColumn('done', 'bigint', (column) => column.notNull())
    .addColumn('leftToLocal', 'bigint', (column) => column.notNull())
    .addColumn('refused', 'bigint', (column) => column.notNull())
    .addColumn('startedBy', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('leaseUntil', 'bigint')
    .addColumn('finishedAt', 'bigint')
    .execute();
  await db.schema
    .createIndex('modelRunsByConsultation')
    .on('modelRuns')
    .columns(['consultationId', 'state'])
    .execute();
  await db.schema
    .createTable('modelRunItems')
    .addColumn('runId', 'text', (column) => column.notNull())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('batch', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('refused', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('modelRunItemsKey', ['runId', 'responseId'])
    .execute();
  await db.schema
    .createIndex('modelRunItemsByBatch')
    .on('modelRunItems')
    .columns(['runId', 'state', 'batch'])
    .execute();
  await db.schema.createIndex('modelRunItemsByResponse').on('modelRunItems').column('responseId').execute();
  await db.schema.alterTable('codings').addColumn('readBy', 'text').execute();
}
