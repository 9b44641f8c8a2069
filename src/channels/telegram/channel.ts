import type { LookupFunction } from 'node:net';
import type { Api } from 'grammy';
import type { Capabilities, Inbound, WebhookChannel } from '#channels/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Language } from '#domain/words.ts';
import { telegramDoctor } from './doctor.ts';
import { telegramForgetter } from './forget.ts';
import { type DeclineGroup, groupDecliner } from './group.ts';
import { inboundsFrom } from './inbound.ts';
import { telegramMedia } from './media.ts';
import { type Polling, poll } from './poll.ts';
import { secretCheck } from './secret.ts';
import { maxLength, telegramSender } from './send.ts';
import { type Update, updateFrom } from './update.ts';

export interface TelegramConfig {
  /** `<bot id>:<secret>`, from @BotFather. */
  token: string;
  /** What setWebhook was given as `secret_token`; null where we ask for updates ourselves. */
  webhookSecret: string | null;
  /** Where Telegram is to call. */
  publicUrl: string;
  /** What it is asked to show beside the box where people write, the first for everybody else. */
  menus: readonly Menu[];
  declineGroup: DeclineGroup;
  /** Only for tests and proxies; null is api.telegram.org. */
  apiRoot: string | null;
  /** For one POST from first byte to last; 15 s where it is not given. */
  timeoutMs?: number;
  clock?: Clock;
  /** In place of the system's resolver, for files. */
  lookup?: LookupFunction;
}

/** The command menu in one language. */
export interface Menu {
  language: Language;
  commands: readonly { command: string; description: string }[];
}

export interface Telegram extends WebhookChannel {
  /** Updates come by asking for them, and by no webhook. */
  polls: boolean;
  /** Asks for updates until it is stopped, and hands over what came in; see `Polling.take`. */
  poll(
    polling: { take(inbounds: Inbound[]): Promise<boolean> } & Pick<Polling, 'warn'>,
    signal: AbortSignal,
  ): Promise<void>;
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
  // Telegram itself says about 30 a second; what is over is answered with 429 and its delay.
  rate: { perSecond: 25, burst: 25 },
  phone: null,
};

/** Longer than Telegram holds back an answer to somebody who asks for updates. */
const LONG_POLL_MS = 40_000;

const acknowledged = { contentType: 'application/json', body: '{}' };

/**
 * A Telegram bot in private chats. Throws only here, at the start, on settings that cannot work.
 * https://core.telegram.org/bots/api#update
 */
export function telegram(config: TelegramConfig): Telegram {
  if (!config.token) throw new Error('TELEGRAM_BOT_TOKEN is empty.');
  if (config.webhookSecret === '') throw new Error('TELEGRAM_WEBHOOK_SECRET is empty.');
  // A token of another shape (some test servers hand them out) must not become the account: all of it may be secret.
  const botId = /^\d+(?=:)/.exec(config.token)?.[0] ?? 'bot';
  const polls = config.webhookSecret === null;
  const isOurs = config.webhookSecret === null ? () => false : secretCheck(config.webhookSecret);
  const api = lazyApi(config, config.timeoutMs ?? 15_000);
  const decline = groupDecliner(api, config.declineGroup);
  const now = () => config.clock?.now() ?? Date.now();
  /** What follows from an update besides what is stored of it. */
  const attend = (update: Update) => {
    if (update.callback_query) void stopSpinner(api, update.callback_query.id);
    void decline(update);
  };

  return {
    name: 'telegram',
    capabilities: () => capabilities,
    send: telegramSender(api),
    fetchMedia: telegramMedia(config, api),
    forget: telegramForgetter(api, { now }),
    ...telegramDoctor(api, { ...config, polls, now }),
    polls,
    poll: ({ take, warn }, signal) => {
      const taking = async (update: Update) => {
        attend(update);
        return take(inboundsFrom(update, botId, now()));
      };
      return poll(lazyApi(config, LONG_POLL_MS), { take: taking, warn }, signal);
    },

    async webhook(request, receivedAt) {
      if (!isOurs(request.headers['x-telegram-bot-api-secret-token'])) {
        return { ok: false, status: 401, why: 'The Telegram secret is missing or wrong.' };
      }
      const update = updateFrom(request.rawBody);
      if (!update) return { ok: false, status: 400, why: 'This is not a Telegram update.' };
      attend(update);
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
function lazyApi(config: TelegramConfig, timeoutMs: number): () => Promise<Api> {
  let api: Promise<Api> | undefined;
  const make = async () => {
    const grammy = await import('grammy');
    return new grammy.Api(config.token, {
      timeoutSeconds: timeoutMs / 1000,
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
