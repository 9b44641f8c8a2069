import type { Request } from 'express';
import type { Params, TextKey } from '#texts/text.ts';

/** Says something once, at the top of the next page: that what was asked for has been done. */
export function say(req: Request, key: TextKey, params: Params = {}): void {
  req.session.flash = { key, params };
}
