import { type Kysely, sql } from 'kysely';

/** Themes that may be missing, and what resident reviewers read and say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('themeSearches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('askedBy', 'text')
    .addColumn('askedAt', 'bigint', (column) => column.notNull())
    .addColumn('startedAt', 'bigint')
    .addColumn('leaseUntil', 'bigint')
    .addColumn('finishedAt', 'bigint')
    .addColumn('read', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('failed', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('agreedTokens', 'bigint')
    .addColumn('agreedMillipence', 'bigint')
    .addColumn('spentTokens', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('spentMillipence', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`create unique index "themeSearchesUnderWay" on "themeSearches" ("consultationId") where "finishedAt" is null`.execute(
    db,
  );
  await db.schema
    .createTable('themeGroups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('run', 'text')
    .addColumn('telling', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('themeId', 'text')
    .addColumn('draftedName', 'text')
    .addColumn('draftedDefinition', 'text')
    .addColumn('suggestedBy', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('decidedBy', 'text')
    .addColumn('decidedAt', 'bigint')
    .execute();
  await db.schema
    .createIndex('themeGroupsOfConsultation')
    .on('themeGroups')
    .columns(['consultationId', 'state'])
    .execute();
  await db.schema
    .createTable('themeGroupMembers')
    .addColumn('groupId', 'text', (column) => column.notNull())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('startAt', 'bigint')
    .addColumn('endAt', 'bigint')
    .addColumn('example', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('themeGroupMembersKey', ['groupId', 'responseId'] as never[])
    .execute();
  await db.schema
    .createIndex('themeGroupMembersByResponse')
    .on('themeGroupMembers')
    .column('responseId')
    .execute();
  await db.schema
    .createTable('residentReadings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('officerId', 'text', (column) => column.notNull())
    .addColumn('shownAt', 'bigint', (column) => column.notNull())
    .addColumn('readAt', 'bigint')
    .addColumn('skipped', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('settledAt', 'bigint')
    .addColumn('settledBy', 'text')
    .addUniqueConstraint('residentReadingsOnce', ['responseId', 'officerId'] as never[])
    .execute();
  await db.schema
    .createTable('residentCodings')
    .addColumn('readingId', 'text', (column) => column.notNull())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('themeId', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('residentCodingsKey', ['readingId', 'themeId'] as never[])
    .execute();
  await db.schema
    .createIndex('residentCodingsByResponse')
    .on('residentCodings')
    .column('responseId')
    .execute();
  // What a resident reviewer is given next is looked up by its writer, and by who has seen it.
  await db.schema
    .createIndex('residentReadingsByOfficer')
    .on('residentReadings')
    .columns(['officerId', 'consultationId'])
    .execute();
  await sql`create index "residentReadingsLeftOut" on "residentReadings" ("readAt") where "skipped" = 1 and "settledAt" is null`.execute(
    db,
  );
  await db.schema.createIndex('casesByResident').on('cases').column('residentId').execute();
  await db.schema.createIndex('erasuresByResident').on('erasures').column('residentId').execute();
}
