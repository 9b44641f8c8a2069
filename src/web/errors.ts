import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from '#logger.ts';
import { StoreUnavailable } from '#store/db.ts';

const kinds = {
  400: 'malformed',
  403: 'form',
  404: 'notFound',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'unavailable',
} as const;

export const notFound: RequestHandler = (req, res) => answer(req, res, 404);

/** The one error handler. What went wrong goes to the log by its name and place, never with anybody's words. */
export function errors(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error, req, res, _next) => {
    const status = statusOf(error);
    if (status >= 500) {
      const { requestId } = res.locals;
      log.error(
        { err: error, requestId, method: req.method, route: req.route?.path ?? null },
        'request failed',
      );
    }
    if (res.headersSent) {
      // Too late to say so: an answer that is not whole must not look whole.
      if (!res.writableEnded) res.destroy();
      return;
    }
    if (status === 503) res.set('Retry-After', '10');
    answer(req, res, status);
  };
}

function statusOf(error: unknown): number {
  if (error instanceof StoreUnavailable) return 503;
  if (error instanceof URIError) return 400;
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  // Only what express and its body parsers say about the request itself.
  const status = Number(error.status);
  if (status === 413 || ('type' in error && error.type === 'parameters.too.many')) return 413;
  const isTheirs = status >= 400 && status < 500;
  return isTheirs ? (status in kinds ? status : 400) : 500;
}

function answer(req: Request, res: Response, status: number): void {
  const kind = status in kinds ? kinds[status as keyof typeof kinds] : 'fault';
  res.status(status).set('Cache-Control', 'no-store');
  const { requestId } = res.locals;
  // Providers and scripts ask for anything; only a browser names HTML.
  if (req.accepts(['json', 'html']) === 'html' && res.locals.t !== undefined) {
    res.render('error.njk', { kind, requestId });
    return;
  }
  res.json({ error: kind, requestId });
}
