import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Clock } from '#domain/clock.ts';
import type { Store } from '#store/db.ts';
import type { Params, TextKey } from '#texts/text.ts';
import { saveFirst } from './saveFirst.ts';
import { SessionStore } from './sessionStore.ts';

declare module 'express-session' {
  interface SessionData {
    officerId: string;
    /** Of the password at sign-in: a new one ends the sessions of the old one. */
    passwordMark: string;
    flash: { key: TextKey; params: Params };
    /** The list of responses as the officer last saw it. */
    list: string;
    /** When responses were first opened, the latest last: whoever is done in no time has not read them. */
    opened: { id: string; at: number }[];
  }
}

/** An officer is signed out after twelve hours of doing nothing. */
const SESSION_LASTS = 12 * 3_600_000;

export function sessions(options: {
  store: Store;
  clock: Clock;
  secret: string;
  secure: boolean;
}): RequestHandler[] {
  const { store, clock, secret, secure } = options;
  return [
    (req, _res, next) => {
      // We speak plain HTTP to the proxy that PUBLIC_URL names, and not every proxy says what it spoke itself.
      if (secure) req.headers['x-forwarded-proto'] = 'https';
      next();
    },
    session({
      name: secure ? '__Host-hearback' : 'hearback',
      secret,
      store: new SessionStore(store, clock),
      resave: false,
      saveUninitialized: false,
      rolling: true,
      proxy: secure,
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_LASTS },
    }),
    saveFirst,
  ];
}
