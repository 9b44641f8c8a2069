import { contributors } from '#store/audience.ts';
import type { Db } from '#store/db.ts';
import { heardAbout } from '#store/outcome-themes.ts';
import { heardBack } from '#store/outcomes.ts';
import { reachable } from './audience.ts';

/** The loop debt: how many people took part, want to hear back, can be reached, and have heard of no outcome yet. */
export async function notHeardBack(db: Db, consultationId: string): Promise<number> {
  return waitingAmong(db, { consultationId, themeIds: null }, await heardBack(db, consultationId));
}

/**
 * Of those who raised a theme, how many want to hear back, can be reached, and have heard of no outcome about it. Of
 * several: as if they were one. `before` are the themes that were merged into it, under which some may have heard.
 */
export async function notHeardAbout(
  db: Db,
  asked: { themeIds: readonly string[]; consultationId: string; before: readonly string[] },
): Promise<number> {
  const { themeIds, consultationId, before } = asked;
  const heard = await heardAbout(db, [...themeIds, ...before]);
  return waitingAmong(db, { consultationId, themeIds }, heard);
}

async function waitingAmong(
  db: Db,
  asked: Parameters<typeof contributors>[1],
  heard: ReadonlySet<string>,
): Promise<number> {
  const all = await contributors(db, asked);
  return all.filter(
    (contributor) => typeof reachable(contributor) !== 'string' && !heard.has(contributor.residentId),
  ).length;
}
