import type { Twilio } from 'twilio';

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

/**
 * Twilio's client, made to do what the SDK has no options for: another base URL, one deadline for the whole call (the
 * SDK's starts again with every byte), and errors that keep their headers. Nothing is retried.
 */
export async function twilioClient(config: {
  accountSid: string;
  authToken: string;
  apiBaseUrl: string | null;
  timeoutMs: number;
}): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  const httpClient = new twilio.RequestClient({ timeout: config.timeoutMs, autoRetry: false });

  httpClient.axios.interceptors.request.use((request) => {
    if (config.apiBaseUrl && request.url) request.url = rebased(request.url, config.apiBaseUrl);
    request.signal = AbortSignal.timeout(config.timeoutMs);
    request.maxContentLength = maxAnswerBytes;
    return request;
  });

  httpClient.axios.interceptors.response.use((response) => {
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

function rebased(url: string, baseUrl: string): string {
  const { pathname, search } = new URL(url);
  return baseUrl.replace(/\/+$/, '') + pathname + search;
}

function codeIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  return typeof body.code === 'number' || typeof body.code === 'string' ? String(body.code) : null;
}
