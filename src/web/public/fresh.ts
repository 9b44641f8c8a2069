import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** How long a browser or a proxy may show what it has without asking: news waits a minute, never longer. */
const MAX_AGE = 60;

/**
 * Marks an answer with what it says, so that whoever has it already is told no more than that. True where the answer
 * is complete with that: a 304. `says` must hold nothing that differs between two equal answers.
 */
export function isKnown(req: Request, res: Response, says: string): boolean {
  const mark = createHash('sha256').update(says).digest('base64url').slice(0, 27);
  res.set({ 'Cache-Control': `public, max-age=${MAX_AGE}`, ETag: `"${mark}"` });
  // Not req.fresh: that sends everything again to whoever asks whether their copy still stands.
  if (!asked(req).includes(mark)) return false;
  // A browser takes a 304's headers for the page that it kept, whose script carries the nonce of another answer.
  res.removeHeader('Content-Security-Policy');
  res.status(304).end();
  return true;
}

function asked(req: Request): string[] {
  return (req.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^(?:W\/)?"|"$/g, ''));
}
