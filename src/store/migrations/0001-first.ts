import { type Kysely, SqliteAdapter, sql } from 'kysely';

type Column = 'text' | 'number' | 'text?' | 'number?';

/** A table whose columns are text or whole numbers, the two kinds that SQLite and PostgreSQL agree on. */
async function table(
  db: Kysely<unknown>,
  name: string,
  columns: Record<string, Column>,
  primaryKey: string[],
  unique: string[][] = [],
  { clustered = false } = {},
): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    builder = builder.addColumn(column, kind.startsWith('text') ? 'text' : 'bigint', (definition) =>
      kind.endsWith('?') ? definition : definition.notNull(),
    );
  }
  builder = builder.addPrimaryKeyConstraint(`${name}Key`, primaryKey as never[]);
  for (const group of unique)
    builder = builder.addUniqueConstraint(`${name}By${group.join('')}`, group as never[]);
  // Narrow rows that are found by their key alone: SQLite then keeps them in the key's own tree and writes half the pages.
  if (clustered && isSqlite(db)) builder = builder.modifyEnd(sql`without rowid`);
  await builder.execute();
}

function isSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'settings', { key: 'text', value: 'text' }, ['key']);
  await table(db, 'consultations', { id: 'text', title: 'text', demo: 'number', createdAt: 'number' }, [
    'id',
  ]);
  await table(
    db,
    'flowVersions',
    { hash: 'text', flowId: 'text', consultationId: 'text', body: 'text', createdAt: 'number' },
    ['hash'],
  );
  await table(db, 'residents', { id: 'text', language: 'text?', createdAt: 'number' }, ['id']);
  await table(
    db,
    'addresses',
    {
      id: 'text',
      residentId: 'text',
      channel: 'text',
      account: 'text',
      hash: 'text',
      sealed: 'text',
      keyId: 'text',
      createdAt: 'number',
      lastInboundAt: 'number?',
      blockedAt: 'number?',
      followUpDeliveryId: 'text?',
      followUpAt: 'number?',
    },
    ['id'],
    [['hash']],
  );
  await table(db, 'optOuts', { addressHash: 'text', channel: 'text', at: 'number' }, ['addressHash']);
  await table(
    db,
    'consents',
    {
      id: 'text',
      residentId: 'text',
      consultationId: 'text',
      kind: 'text',
      granted: 'number',
      flowHash: 'text',
      messageId: 'text?',
      at: 'number',
    },
    ['id'],
  );
  await table(
    db,
    'conversations',
    {
      id: 'text',
      consultationId: 'text',
      flowHash: 'text',
      residentId: 'text',
      addressId: 'text',
      outcomeId: 'text?',
      status: 'text',
      session: 'text',
      startedAt: 'number',
      askedAt: 'number',
      wakeAt: 'number?',
      wakeNumber: 'number',
      inputs: 'number',
    },
    ['id'],
  );
  await table(
    db,
    'conversationInputs',
    {
      conversationId: 'text',
      number: 'number',
      input: 'text',
      messageId: 'text?',
      at: 'number',
      newId: 'text',
    },
    ['conversationId', 'number'],
    [],
    { clustered: true },
  );
  await table(
    db,
    'messages',
    {
      id: 'text',
      channel: 'text',
      dedupeKey: 'text',
      residentId: 'text',
      addressId: 'text',
      conversationId: 'text?',
      kind: 'text',
      text: 'text',
      choice: 'text?',
      media: 'text',
      replyTo: 'text?',
      sentAt: 'number?',
      receivedAt: 'number',
      state: 'text',
    },
    ['id'],
    [['channel', 'dedupeKey']],
  );
  await table(
    db,
    'responses',
    {
      id: 'text',
      consultationId: 'text',
      conversationId: 'text?',
      residentId: 'text',
      flowHash: 'text',
      stepId: 'text',
      outcomeId: 'text?',
      channel: 'text',
      language: 'text?',
      text: 'text',
      state: 'text',
      review: 'text',
      late: 'number',
      held: 'number',
      themedAt: 'number?',
      createdAt: 'number',
      completedAt: 'number?',
      reviewedAt: 'number?',
      reviewedBy: 'text?',
    },
    ['id'],
  );
  await table(
    db,
    'responseParts',
    { responseId: 'text', messageId: 'text', position: 'number' },
    ['responseId', 'messageId'],
    [],
    { clustered: true },
  );
  await table(
    db,
    'themes',
    {
      id: 'text',
      consultationId: 'text',
      key: 'text',
      name: 'text',
      definition: 'text',
      examples: 'text',
      state: 'text',
      position: 'number',
      createdAt: 'number',
    },
    ['id'],
    [['consultationId', 'key']],
  );
  await db.schema
    .createTable('codings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('responseId', 'text', (column) => column.notNull())
    .addColumn('themeId', 'text', (column) => column.notNull())
    .addColumn('consultationId', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('startAt', 'bigint')
    .addColumn('endAt', 'bigint')
    // The one column that is not whole: PostgreSQL's real would round it differently from SQLite's.
    .addColumn('confidence', 'double precision')
    .addColumn('officerId', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('decidedAt', 'bigint')
    .addUniqueConstraint('codingsOnce', ['responseId', 'themeId'])
    .execute();
  await table(
    db,
    'outcomes',
    {
      id: 'text',
      consultationId: 'text',
      kind: 'text',
      youSaid: 'text',
      weDid: 'text',
      state: 'text',
      createdBy: 'text?',
      createdAt: 'number',
      updatedAt: 'number',
      publishedAt: 'number?',
      publishedBy: 'text?',
    },
    ['id'],
  );
  await table(db, 'outcomeThemes', { outcomeId: 'text', themeId: 'text' }, ['outcomeId', 'themeId']);
  await table(
    db,
    'followUps',
    {
      id: 'text',
      outcomeId: 'text',
      plannedAt: 'number',
      plannedBy: 'text?',
      planned: 'number',
      leftOut: 'text',
    },
    ['id'],
    [['outcomeId']],
  );
  await table(
    db,
    'deliveries',
    {
      id: 'text',
      followUpId: 'text?',
      conversationId: 'text?',
      residentId: 'text',
      addressId: 'text',
      channel: 'text',
      account: 'text',
      purpose: 'text',
      state: 'text',
      reason: 'text?',
      code: 'text?',
      body: 'text',
      attemptId: 'text?',
      attempts: 'number',
      providerId: 'text?',
      notBefore: 'number',
      expiresAt: 'number?',
      leaseUntil: 'number?',
      createdAt: 'number',
      attemptedAt: 'number?',
      settledAt: 'number?',
    },
    ['id'],
  );
  await table(
    db,
    'receipts',
    {
      id: 'text',
      channel: 'text',
      providerId: 'text',
      attemptId: 'text?',
      deliveryId: 'text?',
      state: 'text',
      reason: 'text?',
      code: 'text?',
      receivedAt: 'number',
    },
    ['id'],
  );
  await table(
    db,
    'cases',
    {
      id: 'text',
      kind: 'text',
      category: 'text?',
      residentId: 'text?',
      conversationId: 'text?',
      messageId: 'text?',
      state: 'text',
      dueAt: 'number?',
      createdAt: 'number',
      closedAt: 'number?',
      closedBy: 'text?',
    },
    ['id'],
  );
  await table(
    db,
    'officers',
    {
      id: 'text',
      email: 'text',
      name: 'text',
      role: 'text',
      password: 'text?',
      createdAt: 'number',
      disabledAt: 'number?',
    },
    ['id'],
    [['email']],
  );
  await table(
    db,
    'signInLinks',
    { tokenHash: 'text', officerId: 'text?', createdAt: 'number', expiresAt: 'number', usedAt: 'number?' },
    ['tokenHash'],
  );
  await table(db, 'consoleSessions', { idHash: 'text', data: 'text', expiresAt: 'number' }, ['idHash']);
  await table(
    db,
    'audit',
    { id: 'text', at: 'number', officerId: 'text?', action: 'text', subject: 'text', detail: 'text' },
    ['id'],
  );

  const index = (name: string, on: string, columns: string[]) =>
    db.schema.createIndex(name).on(on).columns(columns).execute();
  await index('addressesByResident', 'addresses', ['residentId']);
  await index('consentsByResident', 'consents', ['residentId', 'consultationId', 'kind', 'at']);
  await index('conversationsByAddress', 'conversations', ['addressId']);
  await index('responsesByConsultation', 'responses', ['consultationId', 'createdAt']);
  await index('codingsByTheme', 'codings', ['themeId', 'decision']);
  await index('deliveriesByAddress', 'deliveries', ['addressId', 'state']);
  await index('receiptsByProvider', 'receipts', ['providerId']);
  // A follow-up has one delivery a resident, whatever goes wrong: the ledger's own guarantee.
  await sql`create unique index "deliveriesOnce" on "deliveries" ("followUpId", "residentId") where "followUpId" is not null`.execute(
    db,
  );
  // Most rows have none of these when a turn writes them, and an index that leaves them out is not written then.
  for (const [on, column] of [
    ['responses', 'outcomeId'],
    ['deliveries', 'providerId'],
    ['deliveries', 'attemptId'],
  ] as const) {
    const name = `${on}By${column}`;
    await sql`create index ${sql.id(name)} on ${sql.table(on)} (${sql.ref(column)}) where ${sql.ref(column)} is not null`.execute(
      db,
    );
  }
  // Partial indexes hold only what is still to do, so finished work costs the sender nothing.
  await sql`create index "conversationsToWake" on "conversations" ("wakeAt") where "wakeAt" is not null`.execute(
    db,
  );
  await sql`create index "deliveriesToSend" on "deliveries" ("purpose", "notBefore", "id") where "state" = 'queued'`.execute(
    db,
  );
  await sql`create index "deliveriesInFlight" on "deliveries" ("leaseUntil") where "state" = 'attempting'`.execute(
    db,
  );
  await sql`create index "responsesReviewed" on "responses" ("consultationId", "reviewedAt") where "review" = 'reviewed'`.execute(
    db,
  );
  await sql`create index "responsesToTheme" on "responses" ("completedAt") where "state" = 'complete' and "themedAt" is null`.execute(
    db,
  );
}
