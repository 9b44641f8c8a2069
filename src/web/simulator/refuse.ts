import type { Response } from 'express';
import type { TextKey } from '#texts/text.ts';

/** Says in one line why not: only a browser without scripts shows it as a page. */
export function refuse(response: Response, status: number, key: TextKey): void {
  response
    .status(status)
    .type('text/plain; charset=utf-8')
    .send(`${response.locals.t(key)}\n`);
}
