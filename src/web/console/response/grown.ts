import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { AnswerGrown } from '#review/seen.ts';

/** Which words the form was made for; what names none has seen none. */
export function seenIn(body: unknown): string {
  return z.object({ seen: z.string().max(50) }).safeParse(body).data?.seen ?? '';
}

/** Where the words have grown while somebody read, `show` says so; every other error goes on. */
export function whereGrown(show: (req: Request, res: Response, next: NextFunction) => Promise<unknown>) {
  return async (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (!(error instanceof AnswerGrown)) return next(error);
    await show(req, res, next);
  };
}
