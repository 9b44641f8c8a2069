import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, RequestHandler } from 'express';
import type { Services } from '#services.ts';
import { type Hidden, hiddenFrom } from '#store/hidden.ts';
import { veiled } from '#store/veil.ts';
import { notFound } from '#web/errors.ts';

const looking = new AsyncLocalStorage<Hidden | null>();

/**
 * Services for the pages of the console: whatever a page reads, the officer who is signed in does not see complaints
 * about themselves. Here for all pages at once, so that none can forget it. Jobs have the services without it.
 */
export function behindVeil(services: Services): Services {
  return { ...services, store: veiled(services.store, () => looking.getStore() ?? null) };
}

/** Finds what is hidden from whoever is signed in, and answers 404 where an address or a form names any of it. */
export function veil({ store }: Services): RequestHandler {
  return async (req, res, next) => {
    const { officer } = res.locals;
    const hidden = officer === null ? null : await hiddenFrom(store, officer);
    if (hidden !== null && names(req, hidden)) return notFound(req, res, next);
    looking.run(hidden, next);
  };
}

function names(req: Request, hidden: Hidden): boolean {
  const given = new Set([
    ...req.path.split('/'),
    ...Object.values(req.query as Record<string, unknown>),
    ...Object.values((req.body ?? {}) as Record<string, unknown>).flat(),
  ]);
  return [...hidden.responses, ...hidden.cases, ...hidden.messages].some((id) => given.has(id));
}
