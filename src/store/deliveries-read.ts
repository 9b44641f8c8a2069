import type { ChannelName, DeliveryState, Purpose } from '#domain/words.ts';
import type { Db } from './db.ts';

export interface DeliveryFilter {
  state?: DeliveryState | undefined;
  channel?: ChannelName | undefined;
  purpose?: Purpose | undefined;
  /** Those of the follow-up that tells of this outcome. */
  outcome?: string | undefined;
}

function matching(db: Db, { state, channel, purpose, outcome }: DeliveryFilter) {
  return db
    .selectFrom('deliveries as delivery')
    .$if(state !== undefined, (query) => query.where('delivery.state', '=', state ?? 'queued'))
    .$if(channel !== undefined, (query) => query.where('delivery.channel', '=', channel ?? 'sms'))
    .$if(purpose !== undefined, (query) => query.where('delivery.purpose', '=', purpose ?? 'reply'))
    .$if(outcome !== undefined, (query) =>
      query.where('delivery.followUpId', 'in', (followUps) =>
        followUps
          .selectFrom('followUps')
          .select('id')
          .where('outcomeId', '=', outcome ?? ''),
      ),
    );
}

/** Newest first; neither the address nor the words are read. */
export function listDeliveries(
  db: Db,
  filter: DeliveryFilter,
  { limit, offset }: { limit: number; offset: number },
) {
  return matching(db, filter)
    .leftJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .leftJoin('outcomes as outcome', 'outcome.id', 'followUp.outcomeId')
    .select([
      'delivery.id',
      'delivery.channel',
      'delivery.purpose',
      'delivery.state',
      'delivery.reason',
      'delivery.code',
      'delivery.attempts',
      'delivery.notBefore',
      'delivery.createdAt',
      'delivery.attemptedAt',
      'delivery.settledAt',
      'delivery.segments',
      'delivery.millipence',
      'delivery.conversationId',
      'followUp.outcomeId',
      'outcome.consultationId',
    ])
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countDeliveries(db: Db, filter: DeliveryFilter): Promise<number> {
  const { count } = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many are in which state; the state that the filter names does not count. */
export function countByState(
  db: Db,
  { state: _, ...filter }: DeliveryFilter,
): Promise<{ state: DeliveryState; count: number }[]> {
  return matching(db, filter)
    .select(({ fn }) => ['delivery.state', fn.countAll<number>().as('count')])
    .groupBy('delivery.state')
    .execute();
}
