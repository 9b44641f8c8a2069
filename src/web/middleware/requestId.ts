import type { RequestHandler } from 'express';
import type { NewId } from '#domain/clock.ts';

/** Names each request, so that a person who was shown an error and the log line about it can be brought together. */
export function requestIds(newId: NewId): RequestHandler {
  return (_req, res, next) => {
    res.locals.requestId = newId();
    res.set('X-Request-Id', res.locals.requestId);
    next();
  };
}
