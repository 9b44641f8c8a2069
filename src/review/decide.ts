import { codingById, decideCoding } from '#store/codings.ts';
import { type Decided, type Desk, record } from './desk.ts';

/** The officer agrees that this response is about this theme. False where that response has no such coding. */
export function accept(desk: Desk, given: Decided & { codingId: string }): Promise<boolean> {
  return decide(desk, given, 'accepted');
}

/** The officer says that it is not about this theme. The coding stays, so that it is not suggested again. */
export function reject(desk: Desk, given: Decided & { codingId: string }): Promise<boolean> {
  return decide(desk, given, 'rejected');
}

function decide(
  desk: Desk,
  { responseId, codingId, officerId, openedAt }: Decided & { codingId: string },
  decision: 'accepted' | 'rejected',
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const coding = await codingById(db, codingId);
    if (coding === undefined || coding.responseId !== responseId) return false;
    // Pressed twice, or by two officers: the first one decided.
    if (coding.decision === decision) return true;
    const at = desk.clock.now();
    await decideCoding(db, codingId, { decision, officerId, decidedAt: at });
    const { themeId } = coding;
    await record(desk, db, { responseId, officerId, openedAt, action: `coding.${decision}`, at, themeId });
    return true;
  });
}
