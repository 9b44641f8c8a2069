import type { Clock, NewId } from '#domain/clock.ts';
import { endAlerts } from '#store/alerts.ts';
import { writeAudit } from '#store/audit.ts';
import { caseById, closeCaseRow, listCases, releaseResponses } from '#store/cases-read.ts';
import type { Db, Store } from '#store/db.ts';

/** More than are ever open at once; safeguarding comes first in the list. */
const ALL_OPEN = 10_000;

export interface Closed {
  conversationId: string | null;
  /** Whether the answers that it held back are released. */
  released: boolean;
  /** Another safeguarding case of the conversation is still open: its questions must stay paused. */
  careGoesOn: boolean;
}

/**
 * An officer has dealt with it. With `release` the answers that it held back may be themed, quoted and followed up,
 * unless another open case holds them. Null where there is no such open case.
 */
export function closeCase(
  { store, clock, newId }: { store: Store; clock: Clock; newId: NewId },
  given: { caseId: string; officerId: string; release: boolean },
): Promise<Closed | null> {
  return store.turn(async ({ db }) => {
    const { caseId, officerId, release } = given;
    const found = await caseById(db, caseId);
    const at = clock.now();
    if (found === undefined || !(await closeCaseRow(db, caseId, { officerId, at }))) return null;
    await endAlerts(db, caseId);
    const { conversationId } = found;
    const released = release && conversationId !== null && (await releaseResponses(db, conversationId));
    await writeAudit(db, {
      id: newId(),
      at,
      officerId,
      action: 'case.closed',
      subject: `cases/${caseId}`,
      detail: { kind: found.kind, released },
    });
    return { conversationId, released, careGoesOn: await careGoesOn(db, conversationId) };
  });
}

/** Whether a safeguarding case of the conversation is open. */
export async function careGoesOn(db: Db, conversationId: string | null): Promise<boolean> {
  if (conversationId === null) return false;
  const open = await listCases(db, 'open', ALL_OPEN);
  return open.some((other) => other.kind === 'safeguarding' && other.conversationId === conversationId);
}
