import type { Response } from 'express';

/** What a provider's server reads; people see it only when they try an address by hand. */
export interface Answer {
  status: number;
  body: string;
  contentType?: string;
  /** Seconds. */
  retryAfter?: number;
}

export function answerWith(response: Response, answer: Answer): void {
  if (answer.retryAfter !== undefined) response.set('Retry-After', String(answer.retryAfter));
  response
    .status(answer.status)
    .type(answer.contentType ?? 'text/plain; charset=utf-8')
    .send(answer.body);
}
