import type { Request, RequestHandler, Response } from 'express';
import { type OfficerRole, officerRoles } from '#domain/words.ts';
import type { SignedIn } from '#web/locals.ts';

/** Each role may do all that the ones before it may: resident reads redacted words, viewer reads all, reviewer codes, publisher publishes, admin adds officers. */
export function mayDo(role: OfficerRole, needed: OfficerRole): boolean {
  return officerRoles.indexOf(role) >= officerRoles.indexOf(needed);
}

/** Lets in officers of this role or a higher one. `role` can be read back, so that a test finds routes without one. */
export function requireRole(role: OfficerRole): RequestHandler & { role: OfficerRole } {
  const guard: RequestHandler = (req, res, next) => {
    const { officer } = res.locals;
    if (officer === null) return askToSignIn(req, res);
    if (mayDo(officer.role, role)) return next();
    res.status(403).render('forbidden.njk', { needed: role });
  };
  return Object.assign(guard, { role });
}

/** Lets in resident reviewers and nobody else: what is said there is a resident's, and no officer says it for them. */
export function requireResident(): RequestHandler & { role: 'residents' } {
  const guard: RequestHandler = (req, res, next) => {
    const { officer } = res.locals;
    if (officer === null) return askToSignIn(req, res);
    if (officer.role === 'resident') return next();
    res.status(403).render('forbidden.njk', { needed: 'resident' });
  };
  return Object.assign(guard, { role: 'residents' as const });
}

/** For a route behind `requireRole`. */
export function signedIn(res: Response): SignedIn {
  if (res.locals.officer === null) throw new Error('This route has no requireRole.');
  return res.locals.officer;
}

function askToSignIn(req: Request, res: Response): void {
  if (req.method === 'GET') {
    res.redirect(`/console/sign-in?${new URLSearchParams({ to: req.originalUrl })}`);
    return;
  }
  // What was typed cannot be kept: say so rather than lose it silently.
  res.status(401).render('signed-out.njk');
}
