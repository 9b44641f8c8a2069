import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { tidyEmail } from '#people/email.ts';

const A_WHILE = 15 * 60_000;

/**
 * Slows guessing down and locks nobody out: ten wrong passwords from one place for one address, a hundred from one
 * place, then a wait of at most 15 minutes. Someone else's guesses from elsewhere never count against an officer.
 */
export function throttleSignIn(): RequestHandler[] {
  const options = {
    windowMs: A_WHILE,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Whom a proxy may speak for is settled in app.ts; a header that anybody can send is no reason to write to stderr.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_req, res) => {
      res.status(429).render('console/sign-in/view.njk', {
        values: { email: '' },
        to: '',
        errors: [{ field: 'email', text: res.locals.t('signIn.tooMany') }],
      });
    },
  } satisfies Parameters<typeof rateLimit>[0];
  return [
    rateLimit({ ...options, limit: 100, keyGenerator: (req) => ipKeyGenerator(req.ip ?? '') }),
    rateLimit({
      ...options,
      limit: 10,
      keyGenerator: (req) => {
        const email: unknown = req.body?.email;
        const whose = createHash('sha256').update(tidyEmail(typeof email === 'string' ? email : ''));
        return `${ipKeyGenerator(req.ip ?? '')} ${whose.digest('base64url')}`;
      },
    }),
  ];
}
