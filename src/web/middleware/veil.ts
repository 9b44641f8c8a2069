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

/** However the address is written: a router decodes each of its pieces too, and what cannot be decoded names nothing. */
function names(req: Request, hidden: Hidden): boolean {
  const pieces = req.path.split('/').map(decoded);
  if (pieces.includes(null)) return true;
  const given = new Set([
    ...pieces,
    ...[req.query, req.body ?? {}]
      .flatMap((fields) => Object.values(fields as Record<string, unknown>).flat())
      .map((value) => String(value).trim()),
  ]);
  return [...hidden.responses, ...hidden.cases, ...hidden.messages].some((id) => given.has(id));
}

function decoded(piece: string): string | null {
  try {
    return decodeURIComponent(piece);
  } catch {
    return null;
  }
}
