import type { DeliveryState } from '#domain/words.ts';

const ranks: Partial<Record<DeliveryState, number>> = {
  accepted: 1,
  sent: 2,
  // Below delivered: now and then a network gives up on a text that then arrives after all.
  rejected: 3,
  delivered: 4,
  read: 5,
};

/** How far a provider says that a message has come. A state of our own making ranks 0: any receipt knows better. */
export function rankOf(state: DeliveryState): number {
  return ranks[state] ?? 0;
}
