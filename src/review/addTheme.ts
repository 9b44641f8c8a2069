import { themeToDecideOn } from '#store/codebook.ts';
import { acceptTheme } from '#store/codings.ts';
import { responseById } from '#store/responses-read.ts';
import { type Decided, type Desk, record } from './desk.ts';

/**
 * The officer says that this response is about one more theme of its codebook; one that was suggested or rejected
 * before becomes accepted. False where the response or the theme is not there, or belongs to another consultation.
 */
export function addTheme(
  desk: Desk,
  { responseId, themeId, officerId, openedAt, seen }: Decided & { themeId: string },
): Promise<boolean> {
  return desk.store.turn(async (tx) => {
    const { db } = tx;
    const response = await responseById(db, responseId);
    const theme = await themeToDecideOn(tx, themeId);
    if (response === undefined || theme?.state !== 'active') return false;
    if (theme.consultationId !== response.consultationId) return false;
    const at = desk.clock.now();
    await acceptTheme(db, {
      id: desk.newId(),
      responseId,
      themeId: theme.id,
      consultationId: response.consultationId,
      source: 'officer',
      decision: 'accepted',
      startAt: null,
      endAt: null,
      confidence: null,
      officerId,
      createdAt: at,
      decidedAt: at,
    });
    await record(desk, db, {
      ...{ responseId, officerId, openedAt, seen, at },
      ...{ action: 'coding.added', themeId: theme.id },
    });
    return true;
  });
}
