import { writeAudit } from '#store/audit.ts';
import { aboutWhom, controlsAmong, decideAbout, decideControl } from '#store/controls.ts';
import type { Tx } from '#store/db.ts';
import { officerById } from '#store/officers.ts';
import { responseById } from '#store/responses-read.ts';
import type { ResponseRow } from '#store/schema.ts';
import type { Decided, Desk } from './desk.ts';
import { openComplaint } from './openComplaint.ts';
import { sameAsSeen } from './seen.ts';

/**
 * Whom a complaint is about: from now on that officer sees nothing of it (see store/hidden.ts). A reviewer may say that
 * it is about somebody; only an admin that it is not, which shows it to them. False where either is not there, and
 * nobody decides it about themselves.
 */
export function complaintAbout(
  desk: Desk,
  given: Decided & { aboutId: string; isAbout: boolean },
): Promise<boolean> {
  return desk.store.turn(async (tx) => {
    const { db } = tx;
    const { responseId, officerId, aboutId, isAbout, seen } = given;
    const response = await responseById(db, responseId);
    const about = await officerById(db, aboutId);
    if (response === undefined || about === undefined || aboutId === officerId) return false;
    const decider = await officerById(db, officerId);
    // Nobody clears themselves.
    if (!isAbout && (decider?.role !== 'admin' || aboutId === officerId)) return false;
    await sameAsSeen(db, response, seen);
    const decision = isAbout ? 'accepted' : 'rejected';
    const before = (await aboutWhom(db, responseId)).find((one) => one.officerId === aboutId);
    if (before?.decision === decision) return true;
    const at = desk.clock.now();
    await decideAbout(db, {
      responseId,
      officerId: aboutId,
      decision,
      createdAt: before?.createdAt ?? at,
      decidedBy: officerId,
      decidedAt: at,
      readTo: response.text.length,
    });
    if (isAbout) await makeAboutPerson(tx, desk, response, { officerId, at });
    await writeAudit(db, {
      id: desk.newId(),
      at,
      officerId,
      action: isAbout ? 'complaint.about' : 'complaint.notAbout',
      subject: `responses/${responseId}`,
      detail: { about: aboutId },
    });
    return true;
  });
}

/** A complaint that said nothing of what it is about is about a person now, and has its case. */
async function makeAboutPerson(
  tx: Tx,
  desk: Desk,
  response: ResponseRow,
  { officerId, at }: { officerId: string; at: number },
): Promise<void> {
  const complaint = (await controlsAmong(tx.db, [response.id])).find(
    ({ code, detail, decision }) => code === 'complaint' && detail === null && decision !== 'rejected',
  );
  if (complaint === undefined) return;
  await decideControl(tx.db, complaint.id, {
    decision: 'accepted',
    detail: 'person',
    officerId,
    decidedAt: at,
    readTo: response.text.length,
  });
  await openComplaint(tx, desk, response, 'person', at);
}
