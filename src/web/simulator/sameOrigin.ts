import type { Request } from 'express';

/**
 * Whether a form was sent by a page of ours, so that no other site can make a visitor's browser write here. Browsers
 * say so themselves, and a page cannot change it: https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site.
 * What says neither is no browser, and has no visitor to abuse.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
