import { z } from 'zod';
import type { SendResult } from '#channels/channel.ts';
import { neverConnected } from '#domain/never-connected.ts';

/** Where nobody answered at all, and for a 429 that names no delay. */
const defaultDelayMs = 5_000;

/** grammY's GrammyError: the Bot API said no. */
const answer = z.looseObject({
  name: z.literal('GrammyError'),
  error_code: z.int(),
  description: z.string().catch(''),
  parameters: z
    .looseObject({ retry_after: z.number().optional(), migrate_to_chat_id: z.int().optional() })
    .catch({}),
});

/** grammY's HttpError: the network failed, or what came back was no JSON. */
const networkFailure = z.looseObject({
  name: z.literal('HttpError'),
  error: z.looseObject({ code: z.string() }),
});

/** What a failed POST means. Only a clear no is a no: everything else may have been accepted. */
export function refusedOutcome(error: unknown): SendResult {
  const said = answer.safeParse(error);
  if (said.success) return answered(said.data);
  const failure = networkFailure.safeParse(error);
  const code = failure.success ? failure.data.error.code : null;
  return neverConnected(code)
    ? { kind: 'retryAfter', afterMs: defaultDelayMs, reason: 'unreachable', code }
    : { kind: 'unknown', code };
}

/** https://core.telegram.org/bots/api#making-requests and #responseparameters */
function answered({ error_code, description, parameters }: z.infer<typeof answer>): SendResult {
  const code = String(error_code);
  if (error_code < 400 || error_code >= 500) return { kind: 'unknown', code };
  if (error_code === 429) {
    const afterMs = parameters.retry_after === undefined ? defaultDelayMs : parameters.retry_after * 1000;
    return { kind: 'retryAfter', afterMs, reason: 'rate', code };
  }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', address: String(parameters.migrate_to_chat_id) };
  }
  // Blocked, deactivated, or never started: each needs the resident to act first.
  if (error_code === 403) return { kind: 'rejected', reason: 'blocked', code, permanent: true };
  if (error_code === 401 || error_code === 404) {
    return { kind: 'rejected', reason: 'auth', code, permanent: false };
  }
  if (/chat not found|user not found|PEER_ID_INVALID/i.test(description)) {
    return { kind: 'rejected', reason: 'badAddress', code, permanent: true };
  }
  if (/message is too long/i.test(description)) {
    return { kind: 'rejected', reason: 'tooLong', code, permanent: true };
  }
  return { kind: 'rejected', reason: 'other', code, permanent: false };
}
