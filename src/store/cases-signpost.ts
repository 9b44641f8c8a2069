import type { DeliveryState } from '#domain/words.ts';
import type { Db } from './db.ts';

/**
 * Whether somebody in danger got our message with the numbers to call. `notTold` as well where nobody knows: someone
 * should ring. `sending` is on its way, and nothing says yet that it has gone out.
 */
export type SignpostState = 'told' | 'sending' | 'notTold';

const GONE_OUT: readonly DeliveryState[] = ['accepted', 'sent', 'delivered', 'read'];
const ON_ITS_WAY: readonly DeliveryState[] = ['queued', 'attempting'];

/** By the ids of safeguarding cases, the state of the signposts that the turn which opened each of them queued. */
export async function signpostStates(
  db: Db,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, SignpostState>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('cases')
    .innerJoin('conversations', 'conversations.id', 'cases.conversationId')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.addressId', '=', 'conversations.addressId')
        .onRef('deliveries.conversationId', '=', 'conversations.id')
        // One turn has one now: what it queued and the case that it opened bear the same time.
        .onRef('deliveries.createdAt', '=', 'cases.createdAt')
        .on('deliveries.purpose', '=', 'service'),
    )
    .select(['cases.id', 'deliveries.state'])
    .where('cases.id', 'in', caseIds)
    .execute();
  return new Map(caseIds.map((id) => [id, stateOf(rows.filter((row) => row.id === id))]));
}

/** A long signpost is several deliveries: half of one is not enough. */
function stateOf(deliveries: { state: DeliveryState }[]): SignpostState {
  const all = (states: readonly DeliveryState[]) => deliveries.every(({ state }) => states.includes(state));
  if (deliveries.length > 0 && all(GONE_OUT)) return 'told';
  return deliveries.length > 0 && all([...GONE_OUT, ...ON_ITS_WAY]) ? 'sending' : 'notTold';
}
