import type { Clock, NewId } from '#domain/clock.ts';
import { endAlerts } from '#store/alerts.ts';
import { writeAudit } from '#store/audit.ts';
import { acceptCaseRow } from '#store/cases-read.ts';
import type { Store } from '#store/db.ts';

/** An officer takes a case on: nobody else is alerted to it any more. False where it is closed or somebody has it. */
export function acceptCase(
  { store, clock, newId }: { store: Store; clock: Clock; newId: NewId },
  { caseId, officerId }: { caseId: string; officerId: string },
): Promise<boolean> {
  return store.turn(async ({ db }) => {
    const at = clock.now();
    if (!(await acceptCaseRow(db, caseId, { officerId, at }))) return false;
    await endAlerts(db, caseId);
    await writeAudit(db, {
      id: newId(),
      at,
      officerId,
      action: 'case.accepted',
      subject: `cases/${caseId}`,
      detail: {},
    });
    return true;
  });
}
