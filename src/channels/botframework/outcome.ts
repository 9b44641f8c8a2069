import { z } from 'zod';
import type { SendResult } from '#channels/channel.ts';
import { neverConnected } from '#domain/never-connected.ts';

/** Where nobody answered at all, and for a 429 that names no delay. */
const defaultDelayMs = 5_000;

/** The SDK's RestError: with a status the connector said no, without one the network failed. */
const failure = z.looseObject({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().nullish().catch(null),
  response: z
    .looseObject({
      headers: z.custom<{ get(name: string): string | undefined }>().optional(),
      bodyAsText: z.string().nullish(),
    })
    .optional()
    .catch(undefined),
});

const body = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/** What a failed POST means. Only a clear no is a no: everything else may have been accepted. */
export function refusedOutcome(error: unknown): SendResult {
  const parsed = failure.safeParse(error);
  if (!parsed.success) return { kind: 'unknown', code: null };
  const { statusCode, code, response } = parsed.data;
  if (statusCode !== undefined)
    return answered(statusCode, codeIn(response?.bodyAsText), retryAfterOf(response?.headers));
  return neverConnected(code ?? null)
    ? { kind: 'retryAfter', afterMs: defaultDelayMs, reason: 'unreachable', code: code ?? null }
    : { kind: 'unknown', code: code ?? null };
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */
function answered(status: number, said: string | null, afterMs: number): SendResult {
  const code = said ?? String(status);
  if (status === 429) return { kind: 'retryAfter', afterMs, reason: 'rate', code };
  if (status < 400 || status >= 500 || status === 408) return { kind: 'unknown', code };
  const rejected = (reason: Reason, permanent: boolean): SendResult => ({
    kind: 'rejected',
    reason,
    code,
    permanent,
  });
  if (status === 401) return rejected('auth', false);
  if (status === 403 && blocks.has(said ?? '')) return rejected('blocked', true);
  if (status === 403) return rejected('auth', false);
  if (status === 404) return rejected('badAddress', true);
  if (status === 413 || said === 'MessageSizeTooBig') return rejected('tooLong', true);
  return rejected('other', false);
}

type Reason = Extract<SendResult, { kind: 'rejected' }>['reason'];

/** They have blocked the bot, or taken it away. */
const blocks = new Set(['MessageWritesBlocked', 'ConversationBlockedByUser', 'BotNotInConversationRoster']);

function codeIn(text: string | null | undefined): string | null {
  try {
    return body.parse(JSON.parse(text ?? '')).error.code.slice(0, 60);
  } catch {
    return null;
  }
}

function retryAfterOf(headers: { get(name: string): string | undefined } | undefined): number {
  const seconds = headers?.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : defaultDelayMs;
}
