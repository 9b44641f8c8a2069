import type { Response } from 'express';

/** What a provider's server reads; people see it only when they try an address by hand. */
export interface Answer {
  status: number;
  body: string;
  contentType?: string;
  /** Seconds. */
  retryAfter?: number;
}

/** Written without express's `send`, which hashes every body for caches that no webhook has. */
export function answerWith(response: Response, answer: Answer): void {
  response
    .writeHead(answer.status, {
      'Content-Type': answer.contentType ?? 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(answer.body),
      'X-Content-Type-Options': 'nosniff',
      ...(answer.retryAfter === undefined ? {} : { 'Retry-After': String(answer.retryAfter) }),
    })
    .end(answer.body);
}
