import type { Reaction } from './far-side.ts';

/** What the double does with a message that it is asked to send. */
export type TelegramAnswer =
  | { kind: 'accept' }
  /** Telegram sends the message, and we are never told so. */
  | { kind: 'acceptThenReset' }
  /** Telegram sends the message; the answer comes when the test calls `release`. */
  | { kind: 'acceptThenWait' }
  | { kind: 'resetBeforeAccept' }
  | TelegramRefusal;

export interface TelegramRefusal {
  kind: 'reject';
  status: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

function reject(status: number, description: string): TelegramRefusal {
  return { kind: 'reject', status, description };
}

/** The refusals that the product must tell apart, in the Bot API server's own words. */
export const telegramAnswers = {
  accept: { kind: 'accept' },
  acceptThenReset: { kind: 'acceptThenReset' },
  acceptThenWait: { kind: 'acceptThenWait' },
  resetBeforeAccept: { kind: 'resetBeforeAccept' },
  blocked: reject(403, 'Forbidden: bot was blocked by the user'),
  deactivated: reject(403, 'Forbidden: user is deactivated'),
  cannotStart: reject(403, "Forbidden: bot can't initiate conversation with a user"),
  chatNotFound: reject(400, 'Bad Request: chat not found'),
  notFound: reject(400, 'Bad Request: message to delete not found'),
  unauthorised: reject(401, 'Unauthorized'),
  serverError: reject(500, 'Internal Server Error'),
  badGateway: reject(502, 'Bad Gateway'),
} as const satisfies Record<string, TelegramAnswer>;

/** 429, to be tried again after so many seconds. */
export function floodWait(seconds: number): TelegramRefusal {
  return {
    ...reject(429, `Too Many Requests: retry after ${seconds}`),
    parameters: { retry_after: seconds },
  };
}

/** A group that has become a supergroup, and so has another id from now on. */
export function migratedTo(chatId: number): TelegramRefusal {
  const description = 'Bad Request: group chat was upgraded to a supergroup chat';
  return { ...reject(400, description), parameters: { migrate_to_chat_id: chatId } };
}

export function ok(result: unknown): Reaction {
  return json(200, { ok: true, result });
}

export function refusal({ status, description, parameters }: TelegramRefusal): Reaction {
  const body = { ok: false, error_code: status, description };
  return json(status, parameters === undefined ? body : { ...body, parameters });
}

function json(status: number, value: unknown): Reaction {
  return {
    kind: 'answer',
    status,
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
  };
}

interface Markup {
  inline_keyboard?: Array<Array<{ text?: string; callback_data?: string }>>;
}

/** What Telegram refuses without being told to; undefined where it has nothing to say against a message. */
export function flawOf(payload: Record<string, unknown>): TelegramRefusal | undefined {
  const { chat_id, text } = payload;
  if (chat_id === undefined || chat_id === '') return reject(400, 'Bad Request: chat_id is empty');
  if (typeof text !== 'string' || text.trim() === '')
    return reject(400, 'Bad Request: message text is empty');
  if (text.length > 4096) return reject(400, 'Bad Request: message is too long');
  const buttons = ((payload.reply_markup ?? {}) as Markup).inline_keyboard?.flat() ?? [];
  const fits = (data = '') => Buffer.byteLength(data) > 0 && Buffer.byteLength(data) <= 64;
  if (!buttons.every((button) => fits(button.callback_data)))
    return reject(400, 'Bad Request: BUTTON_DATA_INVALID');
  return undefined;
}
