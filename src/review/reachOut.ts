import { writeAudit } from '#store/audit.ts';
import { responseById } from '#store/responses-read.ts';
import { dropReachedOut, keepReachedOut } from '#store/who-else.ts';
import type { Decided, Desk } from './desk.ts';

/**
 * The officer has reached out to those whom this answer names, or takes that back. The first officer who says so
 * stands. False where there is no such answer to "Who else should we hear from?".
 */
export function reachOut(
  desk: Desk,
  { responseId, reached, officerId }: Decided & { reached: boolean },
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response?.whoElse !== 1) return false;
    const at = desk.clock.now();
    const isNew = reached
      ? await keepReachedOut(db, { responseId, officerId, at })
      : await dropReachedOut(db, responseId);
    if (!isNew) return true;
    await writeAudit(db, {
      id: desk.newId(),
      at,
      officerId,
      action: reached ? 'whoElse.reachedOut' : 'whoElse.notReachedOut',
      subject: `responses/${responseId}`,
      detail: {},
    });
    return true;
  });
}
