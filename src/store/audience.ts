import type { ExpressionBuilder } from 'kysely';
import type { ChannelName, Language } from '#domain/words.ts';
import type { Db } from './db.ts';
import type { Schema } from './schema.ts';

/** Someone who took part, and all that decides whether they hear back. */
export interface Contributor {
  residentId: string;
  language: Language | null;
  /** 1 where every one of their responses in question is held by a case. */
  held: number;
  /** Their latest word on hearing back; null where they were never asked or never said. */
  granted: number | null;
  /** The address they used last; null where there is none (any more). */
  addressId: string | null;
  channel: ChannelName | null;
  account: string | null;
  lastInboundAt: number | null;
  blockedAt: number | null;
  /** When STOP was said for that address. */
  stoppedAt: number | null;
}

export interface ContributorsAsked {
  consultationId: string;
  /** Those who raised one of these; null for everyone who took part. */
  themeIds: readonly string[] | null;
  /** When the outcome was published: whom a merge has brought since are not among them. */
  publishedAt?: number | null;
  /** Residents after this one, in the order of their ids. */
  after?: string;
  limit?: number;
  /** Channels that cannot carry a follow-up: the address used last is one of the others. */
  fleeting?: readonly ChannelName[];
}

/** Each resident with a complete response once, whatever number of responses, themes and addresses they have. */
export function contributors(db: Db, asked: ContributorsAsked): Promise<Contributor[]> {
  const { consultationId, themeIds, publishedAt = null, after, limit, fleeting = [] } = asked;
  if (themeIds?.length === 0) return Promise.resolve([]);
  return db
    .with('raised', (from) =>
      from
        .selectFrom('responses')
        .select(({ fn }) => ['residentId', fn.min('held').as('held')])
        .where('consultationId', '=', consultationId)
        .where('state', '=', 'complete')
        .$if(after !== undefined, (query) => query.where('residentId', '>', after ?? ''))
        .$if(themeIds !== null, (query) =>
          query.where('id', 'in', (codings) =>
            codings
              .selectFrom('codings')
              .select('responseId')
              .where('themeId', 'in', themeIds ?? [])
              .where('decision', '=', 'accepted')
              .where(wasThereAt(publishedAt)),
          ),
        )
        .groupBy('residentId')
        .orderBy('residentId')
        .$if(limit !== undefined, (query) => query.limit(limit ?? 0)),
    )
    .selectFrom('raised')
    .leftJoin('residents as resident', 'resident.id', 'raised.residentId')
    .leftJoin('addresses as address', (join) =>
      join.on('address.id', '=', (of) =>
        of
          .selectFrom('addresses as used')
          .select('used.id')
          .whereRef('used.residentId', '=', 'raised.residentId')
          .$if(fleeting.length > 0, (lasting) => lasting.where('used.channel', 'not in', fleeting))
          .orderBy((by) => by.fn.coalesce('used.lastInboundAt', by.lit(0)), 'desc')
          .orderBy('used.id', 'desc')
          .limit(1),
      ),
    )
    .leftJoin('optOuts as optOut', 'optOut.addressHash', 'address.hash')
    .select([
      'raised.residentId',
      'raised.held',
      'resident.language',
      'address.id as addressId',
      'address.channel',
      'address.account',
      'address.lastInboundAt',
      'address.blockedAt',
      'optOut.at as stoppedAt',
    ])
    .select((of) =>
      of
        .selectFrom('consents as consent')
        .select('consent.granted')
        .whereRef('consent.residentId', '=', 'raised.residentId')
        .where('consent.consultationId', '=', consultationId)
        .where('consent.kind', '=', 'hearBack')
        .orderBy('consent.at', 'desc')
        .orderBy('consent.id', 'desc')
        .limit(1)
        .as('granted'),
    )
    .orderBy('raised.residentId')
    .execute();
}

/** Whether a coding was its theme's when an outcome about that was published: a merge may have brought it since. */
function wasThereAt(publishedAt: number | null) {
  return ({ or, eb, lit }: ExpressionBuilder<Schema, 'codings'>) =>
    publishedAt === null
      ? lit(true)
      : or([eb('codings.movedAt', 'is', null), eb('codings.movedAt', '<=', publishedAt)]);
}

/**
 * What residents said about themes: complete, not held, and accepted, and not brought by a merge after `publishedAt`.
 * Their newest words first.
 */
export function wordsAbout(
  db: Db,
  asked: { themeIds: readonly string[]; residentIds: readonly string[]; publishedAt: number | null },
) {
  const { themeIds, residentIds, publishedAt } = asked;
  return db
    .selectFrom('responses as response')
    .innerJoin(
      (from) => from.selectFrom('codings').selectAll().where(wasThereAt(publishedAt)).as('coding'),
      (join) => join.onRef('coding.responseId', '=', 'response.id'),
    )
    .leftJoin('conversations as conversation', 'conversation.id', 'response.conversationId')
    .select([
      'response.id',
      'response.residentId',
      'conversation.addressId',
      'response.text',
      'response.flowHash',
      'response.stepId',
      'response.createdAt',
      'response.abusive',
      'response.machine',
      'coding.startAt',
      'coding.endAt',
    ])
    .where('coding.themeId', 'in', themeIds)
    .where('coding.decision', '=', 'accepted')
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .where('response.residentId', 'in', residentIds)
    .orderBy('response.createdAt', 'desc')
    .orderBy('response.id', 'desc')
    .orderBy('coding.id')
    .execute();
}
export type Words = Awaited<ReturnType<typeof wordsAbout>>[number];

/**
 * When somebody last wrote from an address that had been silent for `silentMs`: before that it may have been somebody
 * else's. By address; ms. An address that never was is not among them.
 */
export async function backAfterSilence(
  db: Db,
  residentIds: readonly string[],
  silentMs: number,
): Promise<Map<string, number>> {
  const rows = await db
    .with('heard', (from) =>
      from
        .selectFrom('messages')
        .select(['addressId', 'receivedAt'])
        .select(({ fn }) =>
          fn
            .agg<number | null>('lag', ['receivedAt'])
            .over((over) => over.partitionBy('addressId').orderBy('receivedAt'))
            .as('before'),
        )
        .where('residentId', 'in', residentIds),
    )
    .selectFrom('heard')
    .select(({ fn }) => ['addressId', fn.max<number>('receivedAt').as('at')])
    .where(({ eb, ref }) => eb(eb('receivedAt', '-', ref('before')), '>=', silentMs))
    .groupBy('addressId')
    .execute();
  return new Map(rows.map(({ addressId, at }) => [addressId, at]));
}
