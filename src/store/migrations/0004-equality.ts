import { type Kysely, sql } from 'kysely';

/** Who takes part and who is missing, kept apart from what people say; and the days on which nothing is published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('equalityAnswers')
    .addColumn('residentId', 'text', (column) => column.notNull())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('flowHash', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('equalityAnswersKey', ['residentId', 'consultationId', 'question'])
    .execute();
  await db.schema
    .createIndex('equalityAnswersByQuestion')
    .on('equalityAnswers')
    .columns(['consultationId', 'question'])
    .execute();
  await db.schema
    .createTable('areaShares')
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('percent', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('areaSharesKey', ['consultationId', 'question', 'answer'])
    .execute();
  await db.schema
    .createTable('reachedOut')
    .addColumn('responseId', 'text', (column) => column.primaryKey())
    .addColumn('officerId', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('holds')
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('firstDay', 'text', (column) => column.notNull())
    .addColumn('lastDay', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('holdsKey', ['consultationId', 'firstDay', 'lastDay'])
    .execute();
  await db.schema
    .alterTable('responses')
    .addColumn('whoElse', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`create index "responsesWhoElse" on "responses" ("consultationId", "createdAt") where "whoElse" = 1`.execute(
    db,
  );
}
