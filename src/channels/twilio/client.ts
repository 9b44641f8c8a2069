import type { Twilio } from 'twilio';
import { rebased } from './rebased.ts';

/** Twilio answered, and the answer was no. Its own exceptions drop the headers, and Retry-After is among them. */
export class Refusal extends Error {
  readonly status: number;
  /** Twilio's error code, where the body has one. */
  readonly code: string | null;
  readonly retryAfter: string | null;

  constructor(status: number, code: string | null, retryAfter: string | null) {
    super(`Twilio answered ${status}${code ? ` (${code})` : ''}.`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Enough for any answer of the Messages API; a proxy's endless page is cut off. */
const maxAnswerBytes = 1_000_000;

export interface ConnectConfig {
  accountSid: string;
  authToken: string;
  apiBaseUrl: string | null;
  timeoutMs: number;
}

/** One client for many calls, made with the first. */
export interface Connection {
  client(): Promise<Twilio>;
  /** Twilio's clock at its last answer, ms; null where it has not said. */
  lastDate(): number | null;
}

/** Nothing is loaded before it is needed, and a client that could not be made is made anew the next time. */
export function connection(config: ConnectConfig): Connection {
  let made: Promise<Twilio> | undefined;
  let date: number | null = null;
  const heard = (said: string | null) => {
    const ms = Date.parse(said ?? '');
    date = Number.isNaN(ms) ? null : ms;
  };
  return {
    async client() {
      made ??= twilioClient(config, heard);
      try {
        return await made;
      } catch (error) {
        // What was in the way (a certificate file that is not there yet) may be put right.
        made = undefined;
        throw error;
      }
    },
    lastDate: () => date,
  };
}

/**
 * Twilio's client, made to do what the SDK has no options for: another base URL, one deadline for the whole call (the
 * SDK's starts again with every byte), and errors that keep their headers. Nothing is retried.
 */
async function twilioClient(config: ConnectConfig, heard: (date: string | null) => void): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  const httpClient = new twilio.RequestClient({ timeout: config.timeoutMs, autoRetry: false });

  httpClient.axios.interceptors.request.use((request) => {
    if (config.apiBaseUrl && request.url) request.url = rebased(request.url, config.apiBaseUrl);
    request.signal = AbortSignal.timeout(config.timeoutMs);
    request.maxContentLength = maxAnswerBytes;
    return request;
  });

  httpClient.axios.interceptors.response.use((response) => {
    const date: unknown = response.headers.date;
    heard(typeof date === 'string' ? date : null);
    if (response.status >= 200 && response.status < 300) return response;
    const retryAfter: unknown = response.headers['retry-after'];
    throw new Refusal(
      response.status,
      codeIn(response.data),
      typeof retryAfter === 'string' ? retryAfter : null,
    );
  });

  return twilio(config.accountSid, config.authToken, { httpClient, autoRetry: false });
}

function codeIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  return typeof body.code === 'number' || typeof body.code === 'string' ? String(body.code) : null;
}
