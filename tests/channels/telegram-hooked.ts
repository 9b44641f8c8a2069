import type { WebhookRequest } from '#channels/channel.ts';
import type { TelegramConfig } from '#channels/telegram/channel.ts';

const secret = 'a-secret-for-tests';

export const config = {
  token: '110201543:a-token-for-tests',
  webhookSecret: secret,
  publicUrl: 'https://listen.example.org',
  menus: [],
  declineGroup: () => 'Please write to us on your own.',
  // Port 9 is "discard": a test that means to be heard brings its own server.
  apiRoot: 'http://127.0.0.1:9',
} satisfies TelegramConfig;

/** An Update as Telegram posts it, with the secret that setWebhook was given. */
export function hooked(update: unknown): WebhookRequest {
  return {
    method: 'POST',
    path: '/webhooks/telegram',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': config.webhookSecret,
    },
    rawBody: Buffer.from(typeof update === 'string' ? update : JSON.stringify(update)),
  };
}
