import { csrfSync } from 'csrf-sync';
import type { RequestHandler } from 'express';

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  size: 32,
  getTokenFromRequest: (req) => {
    const token: unknown = req.body?._csrf;
    return typeof token === 'string' ? token : null;
  },
});

/** Every form that posts must send back the token of its session. The token is made when a page first asks for it. */
export const csrf: RequestHandler[] = [
  (req, res, next) => {
    res.locals.csrf = () => generateToken(req);
    next();
  },
  csrfSynchronisedProtection,
];
