import type { RequestHandler } from 'express';
import { isDemo } from '#store/consultations.ts';
import type { Store } from '#store/db.ts';

/** Every template's words have a value, so that a mistyped one is found and not printed as nothing. */
export function pageDefaults(): RequestHandler {
  return (_req, res, next) => {
    Object.assign(res.locals, {
      demo: false,
      officer: null,
      csrf: () => '',
      flash: null,
      navigation: [],
      section: '',
      errors: [],
    });
    next();
  };
}

/** Pages say so where what they show is made up. */
export function demoBanner(store: Store): RequestHandler {
  return async (_req, res, next) => {
    res.locals.demo = await isDemo(store.read);
    next();
  };
}
