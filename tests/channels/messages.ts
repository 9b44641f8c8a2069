import type { Inbound, Outbound } from '#channels/channel.ts';

export const receivedAt = Date.UTC(2026, 10, 20, 9, 30);

export const resident = '+447700900123';
export const ourNumber = '+447700900001';

/** An Outbound whose address is a phone, changed where a test needs it. */
export function outbound(changes: Partial<Outbound> = {}): Outbound {
  return {
    deliveryId: 'delivery-1',
    attemptId: 'attempt-1',
    address: resident,
    account: ourNumber,
    purpose: 'reply',
    text: 'Tell me about getting around.',
    choices: [],
    template: null,
    expiresAt: null,
    ...changes,
  };
}

/** What most messages have in common: tables name only what differs. */
export const plain: Omit<Inbound, 'channel' | 'account' | 'address' | 'dedupeKey' | 'kind'> = {
  text: '',
  choice: null,
  media: [],
  replyTo: null,
  newAddress: null,
  sentAt: null,
  receivedAt,
};
