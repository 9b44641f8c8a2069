import type { SendResult } from '#channels/channel.ts';
import { neverConnected } from '#domain/never-connected.ts';
import { Refusal } from './client.ts';
import { failureOf } from './errorCodes.ts';

/** Where Twilio names no delay, and where nobody answered at all. */
const defaultDelayMs = 5_000;

/** What a failed POST means. Only a clear no is a no: everything else may have been accepted. */
export function refusedOutcome(error: unknown, now: number): SendResult {
  if (error instanceof Refusal) return answered(error, now);
  const code = networkCode(error);
  return neverConnected(code)
    ? { kind: 'retryAfter', afterMs: defaultDelayMs, reason: 'unreachable', code }
    : { kind: 'unknown', code };
}

/** https://www.twilio.com/docs/usage/twilios-response */
function answered({ status, code, retryAfter }: Refusal, now: number): SendResult {
  const said = code ?? String(status);
  if (status < 400 || status >= 500 || status === 408) return { kind: 'unknown', code: said };
  const { reason, permanent, retry } = code === null ? byStatus(status) : failureOf(code);
  return status === 429 || retry
    ? { kind: 'retryAfter', afterMs: delayOf(retryAfter, now), reason: 'rate', code: said }
    : { kind: 'rejected', reason, code: said, permanent };
}

function byStatus(status: number) {
  return failureOf([401, 403, 404].includes(status) ? '20003' : null);
}

/** Retry-After is in seconds or a date: RFC 9110, 10.2.3. */
export function delayOf(retryAfter: string | null, now: number): number {
  if (!retryAfter) return defaultDelayMs;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.max(ms, 0) : defaultDelayMs;
}

function networkCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
