import { contributors } from '#store/audience.ts';
import type { Db } from '#store/db.ts';
import { heardBack } from '#store/outcomes.ts';
import { reachable } from './audience.ts';

/** The loop debt: how many people took part, want to hear back, can be reached, and have heard of no outcome yet. */
export async function notHeardBack(db: Db, consultationId: string): Promise<number> {
  const everyone = await contributors(db, { consultationId, themeIds: null });
  const heard = await heardBack(db, consultationId);
  return everyone.filter(
    (contributor) => typeof reachable(contributor) !== 'string' && !heard.has(contributor.residentId),
  ).length;
}
