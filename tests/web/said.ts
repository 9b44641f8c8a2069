import type { ChannelName } from '#domain/words.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import { themesOf } from '#store/codebook.ts';
import { suggestCodings } from '#store/codings.ts';
import type { CaseRow, ResponseRow } from '#store/schema.ts';
import type { RunningApp } from '#tests/support/app.ts';

/** Everybody's number here. */
export const PHONE = '+447700900123';

/** Writes rows as a turn and the theming would have, so that a page has something to show. */

export async function said(
  { services, clock }: Pick<RunningApp, 'services' | 'clock'>,
  text: string,
  given: Partial<ResponseRow> & { channel?: ChannelName } = {},
): Promise<string> {
  const version = services.flows.current.get(given.consultationId ?? 'high-street');
  if (version === undefined) throw new Error('There is no such flow.');
  const id = services.newId();
  const conversationId = services.newId();
  const at = clock.now();
  clock.advance(60_000);
  const step = version.flow.steps.find(({ kind }) => kind === 'open');
  const row: ResponseRow = {
    id,
    consultationId: version.flow.id,
    conversationId,
    residentId: services.newId(),
    flowHash: version.hash,
    stepId: step?.id ?? '',
    outcomeId: null,
    channel: 'sms',
    language: 'en',
    text,
    state: 'complete',
    review: 'new',
    late: 0,
    held: 0,
    whoElse: 0,
    abusive: 0,
    machine: 0,
    themedAt: at,
    createdAt: at,
    completedAt: at,
    reviewedAt: null,
    reviewedBy: null,
    ...given,
  };
  const addressId = services.newId();
  await services.store.turn(async ({ db }) => {
    await db.insertInto('responses').values(row).execute();
    await db
      .insertInto('addresses')
      .values({
        id: addressId,
        residentId: row.residentId,
        channel: row.channel,
        account: '',
        hash: hashAddress(services.keys, row.channel, addressId),
        sealed: sealAddress(services.keys, PHONE),
        keyId: services.keys.id,
        createdAt: at,
        lastInboundAt: at,
        blockedAt: null,
        followUpDeliveryId: null,
        followUpAt: null,
      })
      .execute();
    await db
      .insertInto('conversations')
      .values({
        id: conversationId,
        consultationId: row.consultationId,
        flowHash: row.flowHash,
        residentId: row.residentId,
        addressId,
        outcomeId: null,
        status: 'active',
        session: '{}',
        startedAt: at,
        askedAt: at,
        wakeAt: null,
        wakeNumber: 0,
        inputs: 0,
      })
      .execute();
    for (const [position, part] of text.split('\n').entries()) {
      const messageId = services.newId();
      await db
        .insertInto('messages')
        .values({
          id: messageId,
          channel: row.channel,
          dedupeKey: messageId,
          residentId: row.residentId,
          addressId,
          conversationId,
          kind: 'text',
          text: part,
          choice: null,
          media: '[]',
          replyTo: null,
          sentAt: null,
          receivedAt: at + position * 1000,
          state: 'handled',
        })
        .execute();
      await db.insertInto('responseParts').values({ responseId: id, messageId, position }).execute();
    }
  });
  return id;
}

/** The machine suggests the theme at this place of the codebook, because of these words. */
export async function suggested(
  { services, clock }: Pick<RunningApp, 'services' | 'clock'>,
  responseId: string,
  place: number,
  words: string,
) {
  const response = await services.store.read
    .selectFrom('responses')
    .selectAll()
    .where('id', '=', responseId)
    .executeTakeFirstOrThrow();
  const theme = (await themesOf(services.store.read, response.consultationId))[place];
  if (theme === undefined) throw new Error('The codebook is shorter.');
  const id = services.newId();
  const startAt = response.text.indexOf(words);
  await services.store.turn(({ db }) =>
    suggestCodings(db, [
      {
        id,
        responseId,
        themeId: theme.id,
        consultationId: response.consultationId,
        source: 'machine',
        decision: 'suggested',
        startAt,
        endAt: startAt + words.length,
        confidence: 0.8,
        officerId: null,
        createdAt: clock.now(),
        decidedAt: null,
      },
    ]),
  );
  return { id, theme };
}

/** A case about the conversation of this response. */
export async function caseAbout(
  { services, clock }: Pick<RunningApp, 'services' | 'clock'>,
  responseId: string,
  given: Partial<CaseRow> = {},
) {
  const { read } = services.store;
  const response = await read
    .selectFrom('responses')
    .selectAll()
    .where('id', '=', responseId)
    .executeTakeFirstOrThrow();
  const part = await read
    .selectFrom('responseParts')
    .selectAll()
    .where('responseId', '=', responseId)
    .executeTakeFirstOrThrow();
  const id = services.newId();
  await services.store.turn(({ db }) =>
    db
      .insertInto('cases')
      .values({
        id,
        kind: 'safeguarding',
        category: null,
        residentId: response.residentId,
        conversationId: response.conversationId,
        messageId: part.messageId,
        state: 'open',
        dueAt: null,
        createdAt: clock.now(),
        closedAt: null,
        closedBy: null,
        ...given,
      })
      .execute(),
  );
  return id;
}
