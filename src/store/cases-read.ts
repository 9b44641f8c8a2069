import { sql } from 'kysely';
import type { ChannelName, Localised } from '#domain/words.ts';
import type { Db } from './db.ts';
import { sentAgain } from './edits.ts';
import type { CaseRow } from './schema.ts';

export interface ListedCase extends CaseRow {
  /** What the resident wrote in the message that opened it. */
  words: string | null;
  channel: ChannelName | null;
  consultationTitle: Localised | null;
  /** Responses of its conversation that wait until a person releases them. */
  heldResponses: number;
  /** The answer that its message is part of, or has changed. */
  responseId: string | null;
  /** Who took it on. */
  acceptedByName: string | null;
}

function cases(db: Db) {
  return db
    .selectFrom('cases')
    .leftJoin('messages', 'messages.id', 'cases.messageId')
    .leftJoin('conversations', 'conversations.id', 'cases.conversationId')
    .leftJoin('consultations', 'consultations.id', 'conversations.consultationId')
    .leftJoin('officers', 'officers.id', 'cases.acceptedBy')
    .selectAll('cases')
    .select('officers.name as acceptedByName')
    .select(['messages.text as words', 'messages.channel', 'consultations.title as title'])
    .select(({ selectFrom }) =>
      selectFrom('responses')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('responses.conversationId', '=', 'cases.conversationId')
        .where('responses.held', '=', 1)
        .as('held'),
    )
    .select(({ fn, selectFrom }) =>
      fn
        .coalesce(
          selectFrom('responseParts')
            .select((of) => of.fn.min('responseParts.responseId').as('first'))
            .whereRef('responseParts.messageId', '=', 'cases.messageId'),
          sentAgain(db)
            .select((of) => of.fn.min('responseParts.responseId').as('first'))
            .whereRef('edit.id', '=', sql.ref('cases.messageId')),
        )
        .as('responseId'),
    );
}

function caseFrom({
  title,
  held,
  ...row
}: Awaited<ReturnType<ReturnType<typeof cases>['execute']>>[number]): ListedCase {
  const consultationTitle = title === null ? null : (JSON.parse(title) as Localised);
  return { ...row, consultationTitle, heldResponses: held ?? 0 };
}

/** Safeguarding first, then what is due first, then the oldest. Of the closed ones the latest. */
export async function listCases(db: Db, state: 'open' | 'closed', limit: number): Promise<ListedCase[]> {
  const query = cases(db).where('cases.state', '=', state).limit(limit);
  const rows =
    state === 'closed'
      ? await query.orderBy('cases.closedAt', 'desc').execute()
      : await query
          .orderBy(sql`case when "cases"."kind" = 'safeguarding' then 0 else 1 end`)
          .orderBy(sql`coalesce("cases"."dueAt", 9000000000000000)`)
          .orderBy('cases.createdAt')
          .execute();
  return rows.map(caseFrom);
}

export async function caseById(db: Db, id: string): Promise<ListedCase | undefined> {
  const row = await cases(db).where('cases.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : caseFrom(row);
}

/** The responses that its conversation holds back, oldest first. */
export function heldResponsesOf(db: Db, conversationId: string) {
  return db
    .selectFrom('responses')
    .select(['id', 'createdAt', 'text', 'language', 'abusive'])
    .where('conversationId', '=', conversationId)
    .where('held', '=', 1)
    .orderBy('createdAt')
    .execute();
}

/** Whether its questions have stopped for care, until a person starts them again. */
export async function isPaused(db: Db, conversationId: string | null): Promise<boolean> {
  if (conversationId === null) return false;
  const row = await db
    .selectFrom('conversations')
    .select('status')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return row?.status === 'held';
}

/** True for the one officer who closes it. */
export async function closeCaseRow(
  db: Db,
  id: string,
  by: { officerId: string; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cases')
    .set({ state: 'closed', closedAt: by.at, closedBy: by.officerId })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** True for the one officer who takes an open case on. */
export async function acceptCaseRow(
  db: Db,
  id: string,
  by: { officerId: string; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cases')
    .set({ acceptedAt: by.at, acceptedBy: by.officerId })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('acceptedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether it is open and nobody has taken it on. */
export async function awaitsAcceptance(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('acceptedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets a conversation's responses into theming, quotes and follow-ups, unless another open case still holds them. */
export async function releaseResponses(db: Db, conversationId: string): Promise<boolean> {
  const other = await db
    .selectFrom('cases')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('state', '=', 'open')
    // A photo that nobody has looked at yet holds nothing back.
    .where('kind', 'not in', ['media', 'unread'])
    .executeTakeFirst();
  if (other !== undefined) return false;
  await db.updateTable('responses').set({ held: 0 }).where('conversationId', '=', conversationId).execute();
  return true;
}

/**
 * Where the resident who wrote that message can be reached: sealed, with what opens it. `givenUpAt`: since then somebody
 * there has said that it is a wrong number. That may be true, or somebody else may hold the phone.
 */
export async function addressOfMessage(db: Db, messageId: string) {
  return db
    .selectFrom('messages')
    .leftJoin('retiredAddresses as retired', 'retired.id', 'messages.addressId')
    .innerJoin('addresses', (join) =>
      join.on('addresses.id', '=', ({ fn }) => fn.coalesce('retired.addressId', 'messages.addressId')),
    )
    .select(['addresses.sealed', 'addresses.keyId', 'addresses.channel', 'retired.at as givenUpAt'])
    .where('messages.id', '=', messageId)
    .executeTakeFirst();
}
