import type { RequestHandler } from 'express';

/**
 * express-session sends the head of an answer before the session is saved, and a browser follows a redirect as soon
 * as it has the head: the next page would then miss what was just put into the session.
 */
export const saveFirst: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') return next();
  const redirect = res.redirect.bind(res) as (...to: unknown[]) => void;
  res.redirect = (...to: unknown[]) => {
    // Signing out has left none to save.
    if (req.session === undefined) return redirect(...to);
    req.session.save((error: unknown) => (error == null ? redirect(...to) : next(error)));
  };
  next();
};
