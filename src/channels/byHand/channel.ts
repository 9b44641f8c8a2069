import type { Channel } from '#channels/channel.ts';

/**
 * Telephone calls and letters. People make the one and post the other, so this only says what they can do: the outbox
 * never claims what goes out by hand, and `send` refuses what reaches it by mistake.
 */
export function byHand(): Channel {
  return {
    name: 'byHand',
    capabilities: () => ({
      receipts: false,
      confirmsStop: false,
      choices: 0,
      maxLength: 20_000,
      reach: 'app',
      quietMs: 0,
      freeTextMs: null,
      followUps: true,
      media: false,
      rate: null,
      phone: null,
    }),
    send: async () => ({ kind: 'rejected', reason: 'other', code: null, permanent: true }),
  };
}
