import type { LookupFunction } from 'node:net';
import type { Api } from 'grammy';
import type { Capabilities, WebhookChannel } from '#channels/channel.ts';
import type { Clock } from '#domain/clock.ts';
import { telegramForgetter } from './forget.ts';
import { inboundsFrom } from './inbound.ts';
import { telegramMedia } from './media.ts';
import { secretCheck } from './secret.ts';
import { maxLength, telegramSender } from './send.ts';
import { updateFrom } from './update.ts';

export interface TelegramConfig {
  /** `<bot id>:<secret>`, from @BotFather. */
  token: string;
  /** What setWebhook was given as `secret_token`. */
  webhookSecret: string;
  /** Only for tests and proxies; null is api.telegram.org. */
  apiRoot: string | null;
  /** For one POST from first byte to last; 15 s where it is not given. */
  timeoutMs?: number;
  clock?: Clock;
  /** In place of the system's resolver, for files. */
  lookup?: LookupFunction;
}

const capabilities: Capabilities = {
  receipts: false,
  confirmsStop: false,
  choices: 8,
  maxLength,
  reach: 'app',
  quietMs: 90_000,
  freeTextMs: null,
  followUps: true,
  media: true,
  rate: null,
  phone: null,
};

const acknowledged = { contentType: 'application/json', body: '{}' };

/**
 * A Telegram bot in private chats. Throws only here, at the start, on settings that cannot work.
 * https://core.telegram.org/bots/api#update
 */
export function telegram(config: TelegramConfig): WebhookChannel {
  if (!config.token) throw new Error('TELEGRAM_BOT_TOKEN is empty.');
  if (!config.webhookSecret) throw new Error('TELEGRAM_WEBHOOK_SECRET is empty.');
  // A token of another shape (some test servers hand them out) must not become the account: all of it may be secret.
  const botId = /^\d+(?=:)/.exec(config.token)?.[0] ?? 'bot';
  const isOurs = secretCheck(config.webhookSecret);
  const api = lazyApi(config);

  return {
    name: 'telegram',
    capabilities: () => capabilities,
    send: telegramSender(api),
    fetchMedia: telegramMedia(config, api),
    forget: telegramForgetter(api, config.clock ?? { now: Date.now }),

    async webhook(request, receivedAt) {
      if (!isOurs(request.headers['x-telegram-bot-api-secret-token'])) {
        return { ok: false, status: 401, why: 'The Telegram secret is missing or wrong.' };
      }
      const update = updateFrom(request.rawBody);
      if (!update) return { ok: false, status: 400, why: 'This is not a Telegram update.' };
      if (update.callback_query) void stopSpinner(api, update.callback_query.id);
      return {
        ok: true,
        inbounds: inboundsFrom(update, botId, receivedAt),
        receipts: [],
        reply: acknowledged,
      };
    },
  };
}

/** The SDK is imported when it is first used. It asks for no getMe, and nothing is retried. */
function lazyApi(config: TelegramConfig): () => Promise<Api> {
  let api: Promise<Api> | undefined;
  const make = async () => {
    const grammy = await import('grammy');
    return new grammy.Api(config.token, {
      timeoutSeconds: (config.timeoutMs ?? 15_000) / 1000,
      ...(config.apiRoot ? { apiRoot: config.apiRoot.replace(/\/+$/, '') } : {}),
    });
  };
  return () => (api ??= make());
}

/** A pressed button spins until it is answered. Nobody waits for this, and where it fails the spinner ends by itself. */
async function stopSpinner(api: () => Promise<Api>, queryId: string): Promise<void> {
  try {
    await (await api()).answerCallbackQuery(queryId);
  } catch {
    // The choice itself has arrived: there is nothing to put right.
  }
}
