import { londonDay, noonOf } from '#domain/day.ts';
import type { ChannelName, DeliveryState, Purpose, Reason } from '#domain/words.ts';
import type { Db } from '#store/db.ts';
import { countDeliveries, type DeliveryFilter, listDeliveries } from '#store/deliveries-read.ts';
import { holdsOn } from '#store/holds.ts';
import { leftAlone } from '#store/lost.ts';

/** A delivery without its address and without its words: neither is needed to see how sending goes. */
export interface DeliveryListed {
  id: string;
  channel: ChannelName;
  purpose: Purpose;
  state: DeliveryState;
  reason: Reason | null;
  /** The provider's own error code. */
  code: string | null;
  attempts: number;
  notBefore: number;
  createdAt: number;
  attemptedAt: number | null;
  settledAt: number | null;
  /** What it was charged as; null where a channel charges by the message. */
  segments: number | null;
  /** What it cost, in thousandths of a penny. */
  millipence: number;
  conversationId: string | null;
  /** The outcome that it tells of. */
  outcomeId: string | null;
  /** Nobody knows what became of it, and an officer has decided to leave it so. */
  left: boolean;
  /** A moment on the last day of the pre-election period that it waits for. */
  heldUntil: number | null;
}

const PAGE = 50;

/** One page of the ledger, newest first, as it stands at `now`. `page` counts from 1. */
export async function deliveriesList(
  db: Db,
  { page, now, ...filter }: DeliveryFilter & { page: number; now: number },
): Promise<{ deliveries: DeliveryListed[]; total: number; pages: number }> {
  const total = await countDeliveries(db, filter);
  const holds = await holdsOn(db, londonDay(now));
  const listed = await listDeliveries(db, filter, {
    limit: PAGE,
    offset: (Math.max(page, 1) - 1) * PAGE,
  });
  const lost = listed.filter(({ state }) => state === 'unknown').map(({ id }) => id);
  const left = await leftAlone(db, lost);
  const deliveries = listed.map(({ consultationId, ...delivery }) => {
    const hold = delivery.state === 'queued' ? holds.get(consultationId ?? '') : undefined;
    return {
      ...delivery,
      left: left.has(delivery.id),
      heldUntil: hold === undefined ? null : noonOf(hold.lastDay),
    };
  });
  return { deliveries, total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}
