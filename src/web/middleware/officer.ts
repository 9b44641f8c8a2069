import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Store } from '#store/db.ts';
import { officerById } from '#store/officers.ts';
import type { OfficerRow } from '#store/schema.ts';

/** Looks the officer up on every request, so that a new role, a new password or a closed account holds at once. */
export function knowOfficer(store: Store): RequestHandler {
  return async (req, res, next) => {
    const { officerId, passwordMark } = req.session;
    if (officerId !== undefined) {
      const row = await officerById(store.read, officerId);
      if (row !== undefined && row.disabledAt === null && markOf(row) === passwordMark) {
        const { id, name, email, role } = row;
        res.locals.officer = { id, name, email, role };
      }
    }
    res.locals.flash = req.session.flash ?? null;
    // Said once: the page that is about to be shown says it. A redirect on the way keeps it.
    if (req.method === 'GET' && res.locals.flash !== null) delete req.session.flash;
    next();
  };
}

/** Under a new session id, so that one which somebody planted before is worth nothing. */
export async function signIn(req: Request, officer: OfficerRow): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((error: unknown) => (error == null ? resolve() : reject(error)));
  });
  req.session.officerId = officer.id;
  req.session.passwordMark = markOf(officer);
  await save(req);
}

/** The session is deleted here, so that its cookie is worth nothing to whoever copied it. */
export async function signOut(req: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.destroy((error: unknown) => (error == null ? resolve() : reject(error)));
  });
}

function save(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.save((error: unknown) => (error == null ? resolve() : reject(error)));
  });
}

function markOf(officer: OfficerRow): string {
  return createHash('sha256')
    .update(officer.password ?? '')
    .digest('base64url')
    .slice(0, 16);
}
