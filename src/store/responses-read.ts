import { type ExpressionBuilder, sql } from 'kysely';
import { type ChannelName, channelNames, type Localised, type OutcomeKind } from '#domain/words.ts';
import type { Db } from './db.ts';
import type { CodingRow, MessageRow, ResponseRow, Schema } from './schema.ts';

export interface ResponseFilter {
  consultation: string | null;
  /** A theme's id, or `unthemed`: whole, and no theme that has not been rejected. */
  theme: string | null;
  /** `again`: reviewed, and a theme was suggested after that. */
  review: 'new' | 'reviewed' | 'again' | null;
  channel: ChannelName | null;
  /** Words that the response contains, in this order. */
  words: string | null;
  /** Whether messages marked as abusive are among them. */
  abusive: boolean;
}

export interface ListedResponse extends ResponseRow {
  consultationTitle: Localised;
  /** What it answers; null where that is no outcome. */
  outcome: { id: string; kind: OutcomeKind; weDid: Localised } | null;
  themes: { name: Localised; decision: CodingRow['decision'] }[];
}

/** A condition on `responses`: it answers nothing ("don't know", "test"), as far as no officer has said otherwise. */
export function isNoAnswer({ exists, selectFrom }: ExpressionBuilder<Schema, 'responses'>) {
  return exists(
    selectFrom('controls')
      .select('controls.id')
      .whereRef('controls.responseId', '=', 'responses.id')
      .where('controls.code', '=', 'notAnAnswer')
      .where('controls.decision', '<>', 'rejected'),
  );
}

/**
 * A condition on `responses`: whole, with no theme in use that has not been rejected. What a case holds back waits for a
 * person first, an answer to a follow-up belongs to its outcome, who is missing is no theme, and what answers nothing
 * has none.
 */
export function isUnthemed(builder: ExpressionBuilder<Schema, 'responses'>) {
  const { and, not, exists, selectFrom, eb } = builder;
  return and([
    eb('responses.state', '=', 'complete'),
    eb('responses.held', '=', 0),
    eb('responses.outcomeId', 'is', null),
    eb('responses.whoElse', '=', 0),
    not(isNoAnswer(builder)),
    not(
      exists(
        selectFrom('codings')
          .innerJoin('themes', 'themes.id', 'codings.themeId')
          .select('codings.id')
          .whereRef('codings.responseId', '=', 'responses.id')
          .where('codings.decision', '<>', 'rejected')
          .where('themes.state', '=', 'active'),
      ),
    ),
  ]);
}

/** A condition on `responses`: reviewed, and nobody has decided on a theme that was suggested after that. */
export function isSuggestedSince({ and, eb, exists, selectFrom }: ExpressionBuilder<Schema, 'responses'>) {
  return and([
    eb('responses.review', '=', 'reviewed'),
    exists(
      selectFrom('codings')
        .innerJoin('themes', 'themes.id', 'codings.themeId')
        .select('codings.id')
        .whereRef('codings.responseId', '=', 'responses.id')
        .where('codings.decision', '=', 'suggested')
        .whereRef('codings.createdAt', '>', 'responses.reviewedAt')
        .where('themes.state', '=', 'active'),
    ),
  ]);
}

function matching(db: Db, filter: ResponseFilter) {
  let query = db.selectFrom('responses');
  if (filter.consultation !== null) query = query.where('responses.consultationId', '=', filter.consultation);
  if (filter.review === 'again') query = query.where(isSuggestedSince);
  else if (filter.review !== null) query = query.where('responses.review', '=', filter.review);
  if (!filter.abusive) query = query.where('responses.abusive', '=', 0);
  if (filter.channel !== null) query = query.where('responses.channel', '=', filter.channel);
  if (filter.words !== null) {
    const pattern = `%${filter.words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`lower("responses"."text") like ${pattern} escape '\\'`);
  }
  if (filter.theme === 'unthemed') query = query.where(isUnthemed);
  else if (filter.theme !== null) {
    const { theme } = filter;
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('codings')
          .select('codings.id')
          .whereRef('codings.responseId', '=', 'responses.id')
          .where('codings.themeId', '=', theme)
          .where('codings.decision', '<>', 'rejected'),
      ),
    );
  }
  return query;
}

export async function countResponses(db: Db, filter: ResponseFilter): Promise<number> {
  const row = await matching(db, filter).select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  return row.count;
}

/** Newest first, with their themes. */
export async function listResponses(
  db: Db,
  filter: ResponseFilter,
  page: { limit: number; offset: number },
): Promise<ListedResponse[]> {
  const rows = await matching(db, filter)
    .innerJoin('consultations', 'consultations.id', 'responses.consultationId')
    .leftJoin('outcomes', 'outcomes.id', 'responses.outcomeId')
    .selectAll('responses')
    .select(['consultations.title as consultationTitle', 'outcomes.kind as outcomeKind', 'outcomes.weDid'])
    .orderBy('responses.createdAt', 'desc')
    .orderBy('responses.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const codings =
    rows.length === 0
      ? []
      : await db
          .selectFrom('codings')
          .innerJoin('themes', 'themes.id', 'codings.themeId')
          .select(['codings.responseId', 'codings.decision', 'themes.name'])
          .where(
            'codings.responseId',
            'in',
            rows.map((row) => row.id),
          )
          .where('codings.decision', '<>', 'rejected')
          .where('themes.state', '=', 'active')
          .orderBy('themes.position')
          .execute();
  return rows.map(({ outcomeKind, weDid, ...row }) => ({
    ...row,
    outcome:
      row.outcomeId === null || outcomeKind === null || weDid === null
        ? null
        : { id: row.outcomeId, kind: outcomeKind, weDid: JSON.parse(weDid) as Localised },
    consultationTitle: JSON.parse(row.consultationTitle) as Localised,
    themes: codings
      .filter((coding) => coding.responseId === row.id)
      .map(({ name, decision }) => ({ name: JSON.parse(name) as Localised, decision })),
  }));
}

/** Those of these that nobody has had forgotten since. */
export async function stillThere(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('responses').select('id').where('id', 'in', ids).execute();
  return rows.map(({ id }) => id);
}

export async function responseById(db: Db, id: string): Promise<ResponseRow | undefined> {
  return db.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The messages that make a response, in the order in which they came. No address. */
export async function messagesOf(
  db: Db,
  responseId: string,
): Promise<Pick<MessageRow, 'id' | 'channel' | 'text' | 'receivedAt'>[]> {
  return db
    .selectFrom('responseParts')
    .innerJoin('messages', 'messages.id', 'responseParts.messageId')
    .select(['messages.id', 'messages.channel', 'messages.text', 'messages.receivedAt'])
    .where('responseParts.responseId', '=', responseId)
    .orderBy('responseParts.position')
    .execute();
}

/**
 * The oldest response of the consultation that nobody has reviewed: after this one if there is one, else the oldest
 * of all. What is marked as abusive is read by whoever asks for it, never by whoever is led to it.
 */
export async function nextToReview(db: Db, after: ResponseRow): Promise<string | undefined> {
  const waiting = db
    .selectFrom('responses')
    .select('id')
    .where('consultationId', '=', after.consultationId)
    .where('state', '=', 'complete')
    .where('review', '=', 'new')
    .where('abusive', '=', 0)
    .where('id', '<>', after.id)
    .orderBy('createdAt')
    .orderBy('id');
  const later = await waiting
    .where((where) =>
      where.or([
        where('createdAt', '>', after.createdAt),
        where.and([where('createdAt', '=', after.createdAt), where('id', '>', after.id)]),
      ]),
    )
    .executeTakeFirst();
  return (later ?? (await waiting.executeTakeFirst()))?.id;
}

/** What the list can be filtered by: consultations, their themes in use, and the channels that anybody used. */
export async function responseFilters(db: Db) {
  const [consultations, themes, channels] = await Promise.all([
    db.selectFrom('consultations').select(['id', 'title']).orderBy('createdAt').execute(),
    db
      .selectFrom('themes')
      .select(['id', 'name', 'consultationId'])
      .where('state', '=', 'active')
      .orderBy('consultationId')
      .orderBy('position')
      .execute(),
    db.selectFrom('responses').select('channel').distinct().execute(),
  ]);
  return {
    consultations: consultations.map(({ id, title }) => ({ id, title: JSON.parse(title) as Localised })),
    themes: themes.map((theme) => ({ ...theme, name: JSON.parse(theme.name) as Localised })),
    channels: channelNames.filter((name) => channels.some(({ channel }) => channel === name)),
  };
}

export async function setReviewed(db: Db, id: string, by: { officerId: string; at: number }): Promise<void> {
  await db
    .updateTable('responses')
    .set({ review: 'reviewed', reviewedAt: by.at, reviewedBy: by.officerId })
    .where('id', '=', id)
    .execute();
}
