import type { ErrorRequestHandler, RequestHandler } from 'express';
import { refuse } from './refuse.ts';
import { isSameOrigin } from './sameOrigin.ts';
import type { SimulatorServices } from './screen.ts';

/** Refuses where the simulator is off, and what another site's page sends. */
export function guard({ config }: Pick<SimulatorServices, 'config'>): RequestHandler {
  return (request, response, next) => {
    if (!config.simulator) return refuse(response, 404, 'simulator.off');
    if (request.method === 'POST' && !isSameOrigin(request))
      return refuse(response, 403, 'simulator.elsewhere');
    response.set({
      // Going back must not show a thread without what was said since.
      'Cache-Control': 'no-store',
      // With no referrer at all browsers leave the origin out of a form, and `isSameOrigin` reads it.
      'Referrer-Policy': 'same-origin',
    });
    next();
  };
}

/** A form that could not be read: too large, or cut off. */
export const refuseForm: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (status === 413) return refuse(response, 413, 'simulator.tooLarge');
  if (status === 400 || status === 415) return refuse(response, status, 'simulator.notSent');
  next(error);
};
