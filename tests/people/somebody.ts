import { sql } from 'kysely';
import type { Store } from '#store/db.ts';
import { NOON } from '#tests/loop/consultation.ts';
import type { Town } from './outgoing.ts';

/** A word that stands in everything that somebody said, was told or is called. */
export const SENTINEL = 'quincunx';

/** Someone of whom there is something in every table that can hold something of anybody. */
export async function somebody(town: Town) {
  const { store, newId, flow } = town;
  const { residentId, responseId, address } = await town.contributor({
    said: { text: `There is no ${SENTINEL} to sit on outside the shops.`, span: [9, 20] },
  });
  const conversationId = newId();
  const messageId = newId();
  const deliveryId = newId();
  const retired = newId();
  const inSid = `SM${'a'.repeat(32)}`;
  const outSid = `SM${'b'.repeat(32)}`;
  await store.turn(async ({ db }) => {
    const to = { residentId, addressId: address.id, channel: 'sms' as const };
    await db
      .insertInto('conversations')
      .values({
        id: conversationId,
        consultationId: flow.id,
        flowHash: 'v1',
        residentId,
        addressId: address.id,
        outcomeId: null,
        status: 'active',
        session: JSON.stringify({ seen: [SENTINEL] }),
        startedAt: NOON,
        askedAt: NOON,
        wakeAt: NOON,
        wakeNumber: 1,
        inputs: 1,
      })
      .execute();
    await db
      .insertInto('messages')
      .values({
        ...to,
        id: messageId,
        dedupeKey: `+447700900999:${inSid}`,
        conversationId,
        kind: 'text',
        text: `There is no ${SENTINEL}`,
        choice: null,
        media: '[]',
        replyTo: null,
        sentAt: null,
        receivedAt: NOON - 1000,
        state: 'handled',
        providerId: inSid,
      })
      .execute();
    await db
      .insertInto('conversationInputs')
      .values({
        conversationId,
        number: 1,
        input: JSON.stringify({ kind: 'choice', value: SENTINEL }),
        messageId,
        at: NOON,
        newId: newId(),
      })
      .execute();
    await db.insertInto('responseParts').values({ responseId, messageId, position: 0 }).execute();
    await db
      .insertInto('deliveries')
      .values({
        ...to,
        id: deliveryId,
        followUpId: null,
        conversationId,
        account: '+447700900999',
        purpose: 'reply',
        state: 'delivered',
        body: JSON.stringify({ text: `You said ${SENTINEL}`, choices: [] }),
        attempts: 1,
        providerId: outSid,
        attemptId: newId(),
        notBefore: NOON,
        createdAt: NOON,
        attemptedAt: NOON,
        settledAt: NOON,
      })
      .execute();
    await db
      .insertInto('receipts')
      .values({
        id: newId(),
        channel: 'sms',
        providerId: outSid,
        attemptId: null,
        deliveryId,
        state: 'delivered',
        reason: null,
        code: null,
        receivedAt: NOON,
      })
      .execute();
    await db
      .insertInto('media')
      .values({
        id: newId(),
        messageId,
        residentId,
        channel: 'sms',
        ref: `https://provider.example/${SENTINEL}`,
        state: 'refused',
        reason: 'gone',
        speech: 'done',
        transcript: `A voice says ${SENTINEL}`,
        attempts: 1,
        notBefore: NOON,
        createdAt: NOON,
      })
      .execute();
    await db
      .insertInto('equalityAnswers')
      .values({
        residentId,
        consultationId: flow.id,
        question: 'disability',
        flowHash: 'v1',
        answer: SENTINEL,
        at: NOON,
      })
      .execute();
    await db
      .insertInto('notices')
      .values({
        id: newId(),
        residentId,
        consultationId: flow.id,
        notice: 'first',
        privacyHash: 'p',
        flowHash: 'v1',
        at: NOON,
      })
      .execute();
    await db
      .insertInto('handEntries')
      .values({
        ...{ id: newId(), residentId, consultationId: flow.id, conversationId: newId() },
        ...{ how: 'paper', speaksFor: 'self', people: null, onDay: '2026-11-18' },
        ...{ officerId: null, createdAt: NOON },
      })
      .execute();
    await db
      .insertInto('retiredAddresses')
      .values({ id: retired, addressId: newId(), residentId, at: NOON })
      .execute();
    await db
      .insertInto('cases')
      .values({
        id: newId(),
        kind: 'question',
        category: null,
        residentId,
        conversationId,
        messageId,
        state: 'open',
        createdAt: NOON,
      })
      .execute();
    const group = { consultationId: flow.id, run: newId(), size: 1, themeId: null, createdAt: NOON };
    const groupId = newId();
    await db
      .insertInto('themeGroups')
      .values({
        ...{ ...group, id: groupId, state: 'offered', telling: JSON.stringify([SENTINEL]) },
        ...{ draftedName: `Where is the ${SENTINEL}?`, draftedDefinition: null, suggestedBy: null },
        ...{ decidedBy: null, decidedAt: null },
      })
      .execute();
    await db
      .insertInto('themeGroupMembers')
      .values({ groupId, responseId, startAt: 0, endAt: 5, example: 1 })
      .execute();
    const readingId = newId();
    await db
      .insertInto('residentReadings')
      .values({
        ...{ id: readingId, responseId, consultationId: flow.id, officerId: 'reader' },
        ...{ shownAt: NOON, readAt: NOON },
      })
      .execute();
    await db
      .insertInto('residentCodings')
      .values({ readingId, responseId, themeId: newId(), at: NOON })
      .execute();
    await db.insertInto('reachedOut').values({ responseId, officerId: null, at: NOON }).execute();
    await db
      .insertInto('looks')
      .values({
        ...{ id: newId(), responseId, consultationId: flow.id, officerId: newId(), kind: 'second', at: NOON },
        ...{ saidThemes: JSON.stringify([SENTINEL]), machineThemes: '[]' },
      })
      .execute();
    await db
      .insertInto('redactions')
      .values({
        ...{ id: newId(), responseId, startAt: 12, endAt: 20, wordsHash: 'w', kind: 'name' },
        ...{ decision: 'hidden', officerId: newId(), createdAt: NOON },
      })
      .execute();
    await db
      .insertInto('modelRunItems')
      .values({ runId: newId(), responseId, batch: 0, state: 'done', attempts: 1, refused: 0 })
      .execute();
    await db
      .insertInto('controls')
      .values({
        ...{ id: newId(), responseId, consultationId: 'high-street', code: 'complaint', detail: 'person' },
        ...{ source: 'machine', decision: 'suggested', startAt: 0, endAt: 3, createdAt: NOON, readTo: 3 },
      })
      .execute();
    await db
      .insertInto('complaintAbout')
      .values({ responseId, officerId: 'officer', decision: 'suggested', createdAt: NOON, readTo: 3 })
      .execute();
  });
  return {
    residentId,
    responseId,
    address,
    conversationId,
    messageId,
    deliveryId,
    retired,
    inSid,
    outSid,
    /** Each thing by which they could be found again. */
    traces: [
      SENTINEL,
      residentId,
      responseId,
      address.id,
      address.sealed,
      address.hash,
      conversationId,
      messageId,
      deliveryId,
      retired,
      inSid,
      outSid,
    ],
  };
}

/** All that the database holds, by table. */
export async function everything({ read }: Store): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const { name } of await read.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.id(name)}`.execute(read);
    tables[name] = JSON.stringify(rows);
  }
  return tables;
}

/** The tables that name residents: what is added to the schema must be forgotten too. */
export async function tablesOfResidents({ read }: Store): Promise<string[]> {
  const tables = await read.introspection.getTables();
  return tables
    .filter(({ columns }) => columns.some(({ name }) => name === 'residentId'))
    .map(({ name }) => name)
    .toSorted();
}
