import type { Request } from 'express';

/** How many are remembered: more than anybody has open at once. */
const REMEMBERED = 50;

/** The officer has these words before them. Coming back to a page after a decision does not begin it anew. */
export function noteOpened(req: Request, id: string, at: number): void {
  const opened = req.session.opened ?? [];
  if (opened.some((one) => one.id === id)) return;
  req.session.opened = [...opened, { id, at }].slice(-REMEMBERED);
}

/** When the officer first opened this response; undefined where they have not, since they signed in. */
export function openedAt(req: Request, id: string): number | undefined {
  return req.session.opened?.find((one) => one.id === id)?.at;
}

/** They see other words now: the time that they had the old ones before them does not count. */
export function openedAnew(req: Request, id: string, at: number): void {
  req.session.opened = (req.session.opened ?? []).filter((one) => one.id !== id);
  noteOpened(req, id, at);
}
