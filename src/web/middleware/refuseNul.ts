import type { RequestHandler } from 'express';

/** Nobody can type NUL, and PostgreSQL refuses it inside any text: said here, it is nobody's fault further on. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  const typed = Object.values((req.body ?? {}) as Record<string, unknown>).flat();
  if (req.originalUrl.includes('%00') || typed.some((value) => String(value).includes('\0')))
    return next(Object.assign(new Error('The request holds NUL.'), { status: 400 }));
  next();
};
