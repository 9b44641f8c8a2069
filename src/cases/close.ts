import type { Clock, NewId } from '#domain/clock.ts';
import { writeAudit } from '#store/audit.ts';
import { caseById, closeCaseRow, releaseResponses } from '#store/cases-read.ts';
import type { Store } from '#store/db.ts';

/**
 * An officer has dealt with it. With `release` the answers that it held back may be themed, quoted and followed up,
 * unless another open case holds them. False where there is no such open case.
 */
export function closeCase(
  { store, clock, newId }: { store: Store; clock: Clock; newId: NewId },
  given: { caseId: string; officerId: string; release: boolean },
): Promise<boolean> {
  return store.turn(async ({ db }) => {
    const { caseId, officerId, release } = given;
    const found = await caseById(db, caseId);
    const at = clock.now();
    if (found === undefined || !(await closeCaseRow(db, caseId, { officerId, at }))) return false;
    const released =
      release && found.conversationId !== null && (await releaseResponses(db, found.conversationId));
    await writeAudit(db, {
      id: newId(),
      at,
      officerId,
      action: 'case.closed',
      subject: `cases/${caseId}`,
      detail: { kind: found.kind, released },
    });
    return true;
  });
}
