import type { ErrorRequestHandler } from 'express';
import type { Logger } from '#logger.ts';
import { answerWith } from './answer.ts';

const said: Record<number, string> = {
  400: 'The body did not arrive whole.\n',
  413: 'The body is larger than 64 KB.\n',
  415: 'The body is packed in a way that is not understood here.\n',
};

/** Answers a body that could not be read: too large, cut off, or packed. */
export function refuseBody({ log }: { log: Logger }): ErrorRequestHandler {
  return (error, request, response, next) => {
    const status = statusOf(error);
    const body = said[status];
    if (body === undefined) {
      next(error);
      return;
    }
    log.warn({ path: request.path, status }, 'webhook refused: the body could not be read');
    answerWith(response, { status, body });
  };
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
}
