import { writeAudit } from '#store/audit.ts';
import { setAbusive } from '#store/responses-change.ts';
import { responseById } from '#store/responses-read.ts';
import type { Decided, Desk } from './desk.ts';

/**
 * The officer says that it threatens or insults people, or that it does not: swearing at a service is not abuse. It is
 * kept either way; marked, it is not shown unless somebody asks. False where there is no such response.
 */
export function markAbusive(
  desk: Desk,
  { responseId, abusive, officerId }: Decided & { abusive: boolean },
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response === undefined) return false;
    // Pressed twice, or by two officers: the first one said so.
    if ((response.abusive === 1) === abusive) return true;
    await setAbusive(db, responseId, abusive);
    await writeAudit(db, {
      id: desk.newId(),
      at: desk.clock.now(),
      officerId,
      action: abusive ? 'response.markedAbusive' : 'response.unmarkedAbusive',
      subject: `responses/${responseId}`,
      detail: {},
    });
    return true;
  });
}
