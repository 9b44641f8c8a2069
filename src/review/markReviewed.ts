import { writeAudit } from '#store/audit.ts';
import { nextToReview, responseById, setReviewed } from '#store/responses-read.ts';
import type { Decided, Desk } from './desk.ts';
import { firstLook } from './look.ts';
import { sameAsSeen } from './seen.ts';

/**
 * The officer has read it. Suggestions that nobody decided on stay suggestions: silence is not agreement.
 * Gives the next response to read, null where none waits that this officer may see; undefined where this one is not there or not whole yet.
 */
export async function markReviewed(
  desk: Desk,
  { responseId, officerId, openedAt, seen }: Decided,
): Promise<{ next: string | null } | undefined> {
  const reviewed = await desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response?.state !== 'complete') return undefined;
    await sameAsSeen(db, response, seen);
    if (response.review === 'new') {
      const at = desk.clock.now();
      await setReviewed(db, responseId, { officerId, at });
      await writeAudit(db, {
        id: desk.newId(),
        at,
        officerId,
        action: 'response.reviewed',
        subject: `responses/${responseId}`,
        detail: {},
      });
      await firstLook(desk, db, response, { officerId, at, openedAt });
    }
    return response;
  });
  if (reviewed === undefined) return undefined;
  return { next: (await nextToReview(desk.store.read, reviewed)) ?? null };
}
