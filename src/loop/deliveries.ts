import type { ChannelName, DeliveryState, Purpose, Reason } from '#domain/words.ts';
import type { Db } from '#store/db.ts';
import { countDeliveries, type DeliveryFilter, listDeliveries } from '#store/deliveries-read.ts';

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
  conversationId: string | null;
  /** The outcome that it tells of. */
  outcomeId: string | null;
}

const PAGE = 50;

/** One page of the ledger, newest first. `page` counts from 1. */
export async function deliveriesList(
  db: Db,
  { page, ...filter }: DeliveryFilter & { page: number },
): Promise<{ deliveries: DeliveryListed[]; total: number; pages: number }> {
  const total = await countDeliveries(db, filter);
  const deliveries = await listDeliveries(db, filter, {
    limit: PAGE,
    offset: (Math.max(page, 1) - 1) * PAGE,
  });
  return { deliveries, total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}
