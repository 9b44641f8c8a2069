import type { Ledger, Reaction, Received } from './far-side.ts';
import { countArrivals, openGate, openScript, type Script } from './script.ts';
import { flawOf, ok, refusal, type TelegramAnswer, telegramAnswers } from './telegram-answers.ts';

/** One call of a Bot API method, whatever became of it. */
export interface TelegramCall {
  /** ms since 1970. */
  at: number;
  method: string;
  payload: Record<string, unknown>;
  /** '' for methods that concern no chat. */
  chatId: string;
  /** '' for methods that carry no text. */
  text: string;
  /** What the double did; `invalid` where Telegram refuses by itself. */
  answer: TelegramAnswer['kind'] | 'invalid';
  /** The message that Telegram sends because of it; null if none. */
  messageId: number | null;
}

export interface TelegramApi {
  react(request: Received): Promise<Reaction>;
  calls: readonly TelegramCall[];
  /** What the product asked for last with setWebhook; null if nothing. */
  webhook(): { url: string; secretToken: string } | null;
  script: Script<TelegramAnswer>;
  release(): void;
  posted(count: number): Promise<void>;
  /** Keeps a file and gives the id that getFile takes. */
  keep(filePath: string, file: Buffer | Reaction): string;
}

export const botUser = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Hearback test',
  username: 'hearback_test_bot',
};

/** The part of the Bot API that the product uses: https://core.telegram.org/bots/api */
export function telegramApi(token: string, ledger: Ledger<TelegramCall>): TelegramApi {
  const script = openScript<TelegramAnswer>(telegramAnswers.accept);
  const gate = openGate();
  const arrivals = countArrivals();
  const calls: TelegramCall[] = [];
  const gone = new Set<string>();
  const files = new Map<string, { filePath: string; file: Buffer | Reaction }>();
  let messageId = 100;
  let webhook: { url: string; secretToken: string } | null = null;

  async function react(request: Received): Promise<Reaction> {
    const { pathname } = request.url;
    if (pathname.startsWith(`/file/bot${token}/`))
      return download(pathname.slice(`/file/bot${token}/`.length));
    if (!pathname.startsWith(`/bot${token}/`)) return refusal(telegramAnswers.unauthorised);
    const method = pathname.slice(`/bot${token}/`.length);
    const payload = payloadOf(request);
    if (method === 'sendMessage') return await send(method, payload);
    if (method === 'getFile' && isTooBig(String(payload.file_id))) {
      record(method, payload, 'invalid', null);
      return refusal({ kind: 'reject', status: 400, description: 'Bad Request: file is too big' });
    }
    if (method === 'deleteMessage' && gone.has(`${payload.chat_id}:${payload.message_id}`)) {
      record(method, payload, 'invalid', null);
      return refusal(telegramAnswers.notFound);
    }
    const result = resultOf(method, payload);
    record(method, payload, result === undefined ? 'invalid' : 'accept', null);
    return result === undefined
      ? refusal({ kind: 'reject', status: 404, description: 'Not Found' })
      : ok(result);
  }

  async function send(method: string, payload: Record<string, unknown>): Promise<Reaction> {
    const flaw = flawOf(payload);
    if (flaw !== undefined) {
      record(method, payload, 'invalid', null);
      return refusal(flaw);
    }
    const answer = script.take(String(payload.chat_id));
    const taken = answer.kind.startsWith('accept') ? ++messageId : null;
    record(method, payload, answer.kind, taken);
    if (answer.kind === 'reject') return refusal(answer);
    if (taken === null || answer.kind === 'acceptThenReset') return { kind: 'reset' };
    if (answer.kind === 'acceptThenWait') await gate.wait();
    const chat = { id: Number(payload.chat_id), type: 'private', first_name: 'A resident' };
    return ok({ message_id: taken, from: botUser, chat, date: seconds(), text: payload.text });
  }

  function record(
    method: string,
    payload: Record<string, unknown>,
    answer: TelegramCall['answer'],
    sent: number | null,
  ): void {
    const chatId = String(payload.chat_id ?? '');
    const text = String(payload.text ?? '');
    const call: TelegramCall = { at: Date.now(), method, payload, chatId, text, answer, messageId: sent };
    ledger.write(call);
    calls.push(call);
    if (method === 'sendMessage') arrivals.arrived();
  }

  function resultOf(method: string, payload: Record<string, unknown>): unknown {
    if (method === 'setWebhook')
      webhook = { url: String(payload.url), secretToken: String(payload.secret_token ?? '') };
    if (method === 'deleteWebhook') webhook = null;
    if (method === 'deleteMessage') gone.add(`${payload.chat_id}:${payload.message_id}`);
    if (method === 'getMe') return { ...botUser, can_join_groups: false, supports_inline_queries: false };
    if (method === 'getWebhookInfo') {
      return { url: webhook?.url ?? '', has_custom_certificate: false, pending_update_count: 0 };
    }
    if (method === 'getFile') return fileOf(String(payload.file_id));
    return SILENT.has(method) ? true : undefined;
  }

  function isTooBig(id: string): boolean {
    const file = files.get(id)?.file;
    return Buffer.isBuffer(file) && file.length > 20 * 1024 * 1024;
  }

  function fileOf(id: string): unknown {
    const found = files.get(id);
    if (found === undefined) return undefined;
    const { file, filePath } = found;
    const size = Buffer.isBuffer(file) ? { file_size: file.length } : {};
    return { file_id: id, file_unique_id: id, ...size, file_path: filePath };
  }

  function download(filePath: string): Reaction {
    const file = [...files.values()].find((one) => one.filePath === filePath)?.file;
    if (file === undefined) return refusal({ kind: 'reject', status: 404, description: 'Not Found' });
    if (!Buffer.isBuffer(file)) return file;
    return {
      kind: 'answer',
      status: 200,
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
    };
  }

  return {
    react,
    calls,
    webhook: () => webhook,
    script,
    release: gate.release,
    posted: arrivals.until,
    keep(filePath, file) {
      const id = `file-${files.size + 1}`;
      files.set(id, { filePath, file });
      return id;
    },
  };
}

/** Methods whose result is just `true`. */
const SILENT = new Set([
  'answerCallbackQuery',
  'deleteMessage',
  'deleteWebhook',
  'editMessageReplyMarkup',
  'sendChatAction',
  'setMyCommands',
  'setWebhook',
]);

export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** The Bot API takes parameters in the query, as a form, or as JSON. */
function payloadOf({ url, headers, body }: Received): Record<string, unknown> {
  const query = Object.fromEntries(url.searchParams);
  if (headers['content-type']?.startsWith('application/json')) {
    return { ...query, ...(JSON.parse(body || '{}') as Record<string, unknown>) };
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
}
