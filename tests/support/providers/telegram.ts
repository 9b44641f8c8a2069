import { listen, openLedger, type Reaction } from './far-side.ts';
import { deliver, type OurSide, publicAddress, type WebhookAnswer, type WebhookCall } from './our-side.ts';
import { botUser, seconds, type TelegramApi, type TelegramCall, telegramApi } from './telegram-api.ts';

export interface TelegramOptions {
  token: string;
  /** What the X-Telegram-Bot-Api-Secret-Token header must hold. */
  webhookSecret: string;
  /** Where the product listens, if that is known already: see `callsTo`. */
  ours?: OurSide;
  /** Where to keep the log; a temporary file that `close` removes, if not given. */
  logFile?: string;
}

interface Addressed {
  /** A person's chat has the person's id. */
  chatId: number;
  /** As BotFather's set-up has it, if not given. */
  secret?: 'right' | 'wrong' | 'missing';
}

interface TelegramMessage extends Addressed {
  text: string;
  /** The id of a message of ours that this one answers. */
  replyTo?: number;
  /** Any other field of the message, such as photo, voice or location; `text: undefined` leaves the text out. */
  fields?: Record<string, unknown>;
}

/** What a person does, as an update that Telegram makes of it; `call` rather than post it to keep or repeat it. */
interface TelegramPerson<T> {
  message(message: TelegramMessage): T;
  /** Opens the bot by a link with a payload, or without one. */
  start(start: Addressed & { payload?: string }): T;
  /** Presses a button under a message of ours. */
  press(press: Addressed & { data: string; messageId: number }): T;
  /** Blocks the bot, or comes back. */
  membership(change: Addressed & { status: 'kicked' | 'member' }): T;
  /** Any update at all; it gets the next update_id unless it brings one. */
  update(update: Record<string, unknown>, secret?: Addressed['secret']): T;
}

/**
 * `calls` is every call of a method so far, in order of arrival. `script` says what becomes of the messages to
 * come, by chat id or in order: sent, if nothing is said. `posted(n)` resolves when n sendMessage calls have come
 * in all; `release` lets go of what `acceptThenWait` holds back.
 */
export interface TelegramDouble
  extends Omit<TelegramApi, 'react' | 'keep'>,
    TelegramPerson<Promise<WebhookAnswer>> {
  origin: string;
  /** The environment that makes the product talk to this double. */
  env: { TELEGRAM_BOT_TOKEN: string; TELEGRAM_WEBHOOK_SECRET: string; TELEGRAM_API_ROOT: string };
  /** The calls of sendMessage among `calls`. */
  posts(): TelegramCall[];
  /** One call a line, synced before each answer: the truth after any crash. */
  logFile: string;
  log(): TelegramCall[];
  /** Connections are refused from now on, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  callsTo(side: OurSide): void;
  /** The same updates, not yet posted. */
  call: TelegramPerson<WebhookCall>;
  /** Makes a call, or makes it again, as Telegram does until it is answered 2xx. */
  deliver(call: WebhookCall): Promise<WebhookAnswer>;
  /** A file that a person sent: the file_id to put into a message. */
  file(filePath: string, file: Buffer | Reaction): string;
  close(): Promise<void>;
}

/** Telegram, as far as we can tell from our end of the socket: a real HTTP server, and calls to our webhook. */
export async function startTelegramDouble(options: TelegramOptions): Promise<TelegramDouble> {
  const { token, webhookSecret } = options;
  const ledger = openLedger<TelegramCall>('telegram', options.logFile);
  const { react, keep, ...api } = telegramApi(token, ledger);
  const { origin, down, up, close } = await listen(react);
  let ours = options.ours;
  let updateId = 500_000_000;
  let messageId = 1_000;

  function side(): OurSide {
    if (ours === undefined) throw new Error('Tell the double where the product listens: callsTo({ local }).');
    return ours;
  }

  const call: TelegramPerson<WebhookCall> = {
    update(update, secret = 'right') {
      updateId += 1;
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (secret === 'right') headers['x-telegram-bot-api-secret-token'] = webhookSecret;
      if (secret === 'wrong') headers['x-telegram-bot-api-secret-token'] = `${webhookSecret}-wrong`;
      const body = JSON.stringify({ update_id: updateId, ...update });
      return { url: publicAddress(side(), '/webhooks/telegram'), method: 'POST', headers, body };
    },
    message({ chatId, secret, text, replyTo, fields }) {
      messageId += 1;
      const message = { message_id: messageId, ...between(chatId), date: seconds(), text };
      const reply = replyTo === undefined ? {} : { reply_to_message: ownMessage(chatId, replyTo) };
      return call.update({ message: { ...message, ...reply, ...fields } }, secret);
    },
    start({ payload, ...to }) {
      const fields = { entities: [{ offset: 0, length: '/start'.length, type: 'bot_command' }] };
      return call.message({ ...to, text: payload === undefined ? '/start' : `/start ${payload}`, fields });
    },
    press({ chatId, secret, data, messageId: under }) {
      const query = {
        id: String(4_000_000_000 + updateId),
        from: personOf(chatId),
        chat_instance: '-1',
        data,
      };
      return call.update({ callback_query: { ...query, message: ownMessage(chatId, under) } }, secret);
    },
    membership({ chatId, secret, status }) {
      const now = status === 'kicked' ? { status, until_date: 0 } : { status };
      const before = status === 'kicked' ? { status: 'member' } : { status: 'kicked', until_date: 0 };
      const change = {
        old_chat_member: { user: botUser, ...before },
        new_chat_member: { user: botUser, ...now },
      };
      return call.update({ my_chat_member: { ...between(chatId), date: seconds(), ...change } }, secret);
    },
  };

  return {
    ...api,
    origin,
    env: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: webhookSecret, TELEGRAM_API_ROOT: origin },
    posts: () => api.calls.filter(({ method }) => method === 'sendMessage'),
    logFile: ledger.file,
    log: ledger.read,
    down,
    up,
    callsTo(to) {
      ours = to;
    },
    call,
    deliver: async (one) => await deliver(side(), one),
    update: async (update, secret) => await deliver(side(), call.update(update, secret)),
    message: async (message) => await deliver(side(), call.message(message)),
    start: async (start) => await deliver(side(), call.start(start)),
    press: async (press) => await deliver(side(), call.press(press)),
    membership: async (change) => await deliver(side(), call.membership(change)),
    file: keep,
    async close() {
      api.release();
      await close();
      ledger.close();
    },
  };
}

function personOf(id: number): Record<string, unknown> {
  return { id, is_bot: false, first_name: 'A resident', language_code: 'en' };
}

function between(chatId: number): Record<string, unknown> {
  return { from: personOf(chatId), chat: { id: chatId, type: 'private', first_name: 'A resident' } };
}

function ownMessage(chatId: number, id: number): Record<string, unknown> {
  return { message_id: id, from: botUser, chat: between(chatId).chat, date: seconds(), text: 'A question' };
}
