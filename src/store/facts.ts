import type { ChannelName, Localised } from '#domain/words.ts';
import type { Facts } from '#engine/input.ts';
import { agreed } from './agreed.ts';
import type { Db } from './db.ts';

/** More news than this fits in no text. */
const NEWS = 3;

interface Asked {
  residentId: string;
  consultationId: string;
}

/**
 * What STATUS and MY DATA are answered from. Every whole answer counts, also one about who is missing and one to a
 * follow-up; nothing of what a case holds back does, for the phone may be in other hands.
 */
export async function factsOf(db: Db, asked: Asked): Promise<Facts> {
  const { residentId } = asked;
  const { answers, read } = await answersOf(db, asked);
  const { addresses, messages, since } = await keptOf(db, residentId);
  const outcomes = await newsFor(db, asked);
  const consents = { hearBack: await agreed(db, asked, 'hearBack'), quote: await agreed(db, asked, 'quote') };
  return { answers, read, outcomes, addresses, messages, since, consents };
}

/** On which channels somebody can be written to. */
export async function channelsOf(db: Db, residentId: string): Promise<ChannelName[]> {
  const rows = await db
    .selectFrom('addresses')
    .select('channel')
    .distinct()
    .where('residentId', '=', residentId)
    .execute();
  return rows.map(({ channel }) => channel);
}

function answersOf(db: Db, { residentId, consultationId }: Asked) {
  return db
    .selectFrom('responses')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('answers'),
      fn.count<number>(eb.case().when('review', '=', 'reviewed').then(1).end()).as('read'),
    ])
    .where('residentId', '=', residentId)
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'complete')
    .where('held', '=', 0)
    .executeTakeFirstOrThrow();
}

async function keptOf(db: Db, residentId: string) {
  const { messages, first } = await db
    .selectFrom('messages')
    .select(({ fn }) => [fn.countAll<number>().as('messages'), fn.min('receivedAt').as('first')])
    .where('residentId', '=', residentId)
    .executeTakeFirstOrThrow();
  const { addresses } = await db
    .selectFrom('addresses')
    .select(({ fn }) => fn.countAll<number>().as('addresses'))
    .where('residentId', '=', residentId)
    .executeTakeFirstOrThrow();
  return { addresses, messages, since: first ?? 0 };
}

/** What was published about themes that an answer of theirs is known to raise: as loop/ counts who hears back. */
async function newsFor(db: Db, { residentId, consultationId }: Asked): Promise<Facts['outcomes']> {
  const rows = await db
    .selectFrom('outcomes as outcome')
    .select(['outcome.kind', 'outcome.weDid'])
    .where('outcome.consultationId', '=', consultationId)
    .where('outcome.state', '=', 'published')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outcomeThemes as link')
          .innerJoin('codings as coding', 'coding.themeId', 'link.themeId')
          .innerJoin('responses as response', 'response.id', 'coding.responseId')
          .select('coding.id')
          .whereRef('link.outcomeId', '=', 'outcome.id')
          .where('coding.decision', '=', 'accepted')
          .where(({ or, eb, ref }) =>
            or([eb('coding.movedAt', 'is', null), eb('coding.movedAt', '<=', ref('outcome.publishedAt'))]),
          )
          .where('response.residentId', '=', residentId)
          .where('response.state', '=', 'complete')
          .where('response.held', '=', 0),
      ),
    )
    .orderBy('outcome.publishedAt', 'desc')
    .orderBy('outcome.id', 'desc')
    .limit(NEWS)
    .execute();
  return rows.reverse().map(({ kind, weDid }) => ({ kind, weDid: JSON.parse(weDid) as Localised }));
}
