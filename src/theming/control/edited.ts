import { dueAt } from '#cases/due.ts';
import type { NewId } from '#domain/clock.ts';
import type { ControlCode, ControlDetail } from '#domain/words.ts';
import { complaintSince, openComplaintOnce } from '#store/cases.ts';
import { reopenControl } from '#store/controls.ts';
import type { Tx } from '#store/db.ts';
import type { Edit } from '#store/edits.ts';
import type { ControlRow } from '#store/schema.ts';
import { controlCodesIn } from './detect.ts';

/** A code that was read in what a message was changed to once its answer was whole: no place in the answer's own words. */
export interface Edited {
  code: ControlCode;
  detail: ControlDetail | null;
  messageId: string;
  /** When it was changed. */
  at: number;
}

/** Codes by edit. That an edit answers nothing says nothing about the answer. */
export function codesInEdits(edits: readonly Edit[]): [Edit, Edited[]][] {
  return edits.map((edit) => {
    const { messageId, at } = edit;
    const found = controlCodesIn(edit.text).filter(({ code }) => code !== 'notAnAnswer');
    return [edit, found.map(({ code, detail }) => ({ code, detail, messageId, at }))];
  });
}

/** What somebody had dealt with or turned down before it was said once more, in an edit. */
export async function reopenForEdits(
  tx: Tx,
  earlier: readonly ControlRow[],
  edited: readonly Edited[],
): Promise<void> {
  for (const row of earlier) {
    if (row.decision === 'suggested' && row.handledAt === null) continue;
    const since = Math.max(row.decidedAt ?? 0, row.handledAt ?? 0);
    const again = edited.findLast(({ code, at }) => code === row.code && at > since);
    if (again === undefined) continue;
    const { detail, readTo } = row;
    await reopenControl(tx, row, { detail: again.detail ?? detail, startAt: null, endAt: null, readTo });
  }
}

/** An edit that complains about somebody or about data has a case, once. */
export async function openCasesForEdits(
  tx: Tx,
  response: { residentId: string; conversationId: string | null },
  edited: readonly Edited[],
  { now, newId }: { now: number; newId: NewId },
): Promise<void> {
  const { residentId, conversationId } = response;
  for (const { detail: category, messageId, at } of edited) {
    // Whoever dealt with one that was open then, or later, had this before them.
    if (category === null || (await complaintSince(tx.db, { conversationId, category, at }))) continue;
    await openComplaintOnce(tx, {
      ...{ id: newId(), category, residentId, conversationId, messageId },
      ...{ createdAt: now, dueAt: dueAt('complaint', now) },
    });
  }
}
