import type { ControlCode, ControlDetail } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import {
  acceptControl,
  controlById,
  controlsAmong,
  decideControl,
  handleControl,
  readAgain,
} from '#store/controls.ts';
import type { Db } from '#store/db.ts';
import { dropSuggestions } from '#store/responses-change.ts';
import { responseById } from '#store/responses-read.ts';
import type { ControlRow } from '#store/schema.ts';
import type { Decided, Desk } from './desk.ts';
import { openComplaint } from './openComplaint.ts';
import { sameAsSeen } from './seen.ts';

/** One control code that an officer decides on. */
type Given = Decided & { controlId: string };

/** What officers do with a control code. Each is false where that response has no such code. */
export const controlDecisions = {
  /** The officer agrees. */
  accept: (desk: Desk, given: Given) => decide(desk, given, 'accepted'),
  /** It is not that. It stays, so that it is not suggested again. */
  reject: (desk: Desk, given: Given) => decide(desk, given, 'rejected'),
  /** What it asks for is done, so it leaves the queue; who says so agrees that it is one. */
  handle: (desk: Desk, given: Given) => decide(desk, given, 'handled'),
};
export type ControlDecision = keyof typeof controlDecisions;

function decide(
  desk: Desk,
  { responseId, controlId, officerId, seen }: Given,
  decision: 'accepted' | 'rejected' | 'handled',
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const control = await controlById(db, controlId);
    if (control === undefined || control.responseId !== responseId) return false;
    if (isSo(control, decision)) return true;
    const response = await responseById(db, responseId);
    if (response === undefined) return false;
    await sameAsSeen(db, response, seen);
    const readTo = response.text.length;
    const at = desk.clock.now();
    const standing = decision === 'rejected' ? 'rejected' : 'accepted';
    if (control.decision !== standing)
      await decideControl(db, controlId, { decision: standing, officerId, decidedAt: at, readTo });
    if (decision === 'handled') await handleControl(db, controlId, { officerId, at, readTo });
    if (control.code === 'notAnAnswer') await themeAccordingly(db, responseId, standing);
    await writeAudit(db, {
      id: desk.newId(),
      at,
      officerId,
      action: `control.${decision}`,
      subject: `responses/${responseId}`,
      detail: { code: control.code },
    });
    return true;
  });
}

/** Pressed twice, or by two officers: the first one decided. */
function isSo(control: ControlRow, decision: 'accepted' | 'rejected' | 'handled'): boolean {
  return decision === 'handled' ? control.handledAt !== null : control.decision === decision;
}

/** What answers nothing has no themes to suggest; what answers something after all is read for them. */
async function themeAccordingly(
  db: Db,
  responseId: string,
  standing: 'accepted' | 'rejected',
): Promise<void> {
  if (standing === 'accepted') await dropSuggestions(db, responseId);
  else await readAgain(db, responseId);
}

/**
 * The officer says that it is one more thing. A complaint about a person or about data opens its case, as one that a
 * machine found. False where there is no such whole response.
 */
export function addControl(
  desk: Desk,
  given: Decided & { code: ControlCode; detail: ControlDetail | null },
): Promise<boolean> {
  return desk.store.turn(async (tx) => {
    const { responseId, officerId, code, detail, seen } = given;
    const response = await responseById(tx.db, responseId);
    if (response?.state !== 'complete') return false;
    await sameAsSeen(tx.db, response, seen);
    const at = desk.clock.now();
    const before = await controlsAmong(tx.db, [responseId]);
    await acceptControl(tx.db, {
      id: desk.newId(),
      responseId,
      consultationId: response.consultationId,
      code,
      detail,
      source: 'officer',
      decision: 'accepted',
      startAt: null,
      endAt: null,
      officerId,
      createdAt: at,
      decidedAt: at,
      handledAt: null,
      handledBy: null,
      readTo: response.text.length,
    });
    if (code === 'notAnAnswer') await themeAccordingly(tx.db, responseId, 'accepted');
    const known = before.some(
      (one) => one.code === code && one.detail === detail && one.decision !== 'rejected',
    );
    if (detail !== null && !known) await openComplaint(tx, desk, response, detail, at);
    await writeAudit(tx.db, {
      id: desk.newId(),
      at,
      officerId,
      action: 'control.added',
      subject: `responses/${responseId}`,
      detail: { code, about: detail },
    });
    return true;
  });
}
