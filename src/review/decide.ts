import { type Theme, themeToDecideOn } from '#store/codebook.ts';
import { acceptTheme, codingById, codingsOf, decideCoding } from '#store/codings.ts';
import type { Tx } from '#store/db.ts';
import type { CodingRow } from '#store/schema.ts';
import { type Decided, type Desk, record } from './desk.ts';

/**
 * The officer agrees that this response is about this theme. False where that response has no such coding, or the theme
 * has gone out of use.
 */
export function accept(desk: Desk, given: Decided & { codingId: string }): Promise<boolean> {
  return decide(desk, given, 'accepted');
}

/** The officer says that it is not about this theme. The coding stays, so that it is not suggested again. */
export function reject(desk: Desk, given: Decided & { codingId: string }): Promise<boolean> {
  return decide(desk, given, 'rejected');
}

function decide(
  desk: Desk,
  { responseId, codingId, officerId, openedAt, seen }: Decided & { codingId: string },
  decision: 'accepted' | 'rejected',
): Promise<boolean> {
  return desk.store.turn(async (tx) => {
    const { db } = tx;
    const coding = await codingById(db, codingId);
    if (coding === undefined || coding.responseId !== responseId) return false;
    const at = desk.clock.now();
    const theme = await themeToDecideOn(tx, coding.themeId);
    const counted = await countedNow(tx, coding, theme);
    const { themeId } = counted;
    // Pressed twice, or by two officers: the first one decided.
    if (counted.decision === decision) return true;
    // Retired while the officer read: as little as it can be added by hand.
    if (decision === 'accepted' && theme?.state !== 'active') return false;
    const decided = { decision, officerId, decidedAt: at };
    if (counted.id === '') await acceptTheme(db, { ...counted, ...decided, id: desk.newId() });
    else await decideCoding(db, counted.id, decided);
    await record(desk, db, {
      responseId,
      officerId,
      openedAt,
      seen,
      action: `coding.${decision}`,
      at,
      themeId,
    });
    return true;
  });
}

/** Its theme may have been merged into another while the officer read: the decision is about that one then. */
async function countedNow(tx: Tx, coding: CodingRow, theme: Theme | undefined): Promise<CodingRow> {
  if (theme === undefined || theme.id === coding.themeId) return coding;
  const there = (await codingsOf(tx.db, coding.responseId)).find(({ themeId }) => themeId === theme.id);
  return there ?? { ...coding, id: '', themeId: theme.id, decision: 'suggested' };
}
