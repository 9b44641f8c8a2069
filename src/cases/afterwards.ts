import type { Clock, NewId } from '#domain/clock.ts';
import { writeAudit } from '#store/audit.ts';
import { caseById, releaseResponses } from '#store/cases-read.ts';
import type { Store } from '#store/db.ts';
import { type Closed, careGoesOn } from './close.ts';

/**
 * What was left undone when a case was closed: the answers that it held back are released, unless an open case holds
 * them. Null where there is no such closed case.
 */
export function releaseAfterwards(
  { store, clock, newId }: { store: Store; clock: Clock; newId: NewId },
  given: { caseId: string; officerId: string; release: boolean },
): Promise<Closed | null> {
  return store.turn(async ({ db }) => {
    const { caseId, officerId, release } = given;
    const found = await caseById(db, caseId);
    if (found?.state !== 'closed') return null;
    const { conversationId } = found;
    const released = release && conversationId !== null && (await releaseResponses(db, conversationId));
    if (released)
      await writeAudit(db, {
        id: newId(),
        at: clock.now(),
        officerId,
        action: 'case.released',
        subject: `cases/${caseId}`,
        detail: { kind: found.kind },
      });
    return { conversationId, released, careGoesOn: await careGoesOn(db, conversationId) };
  });
}
