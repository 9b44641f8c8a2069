import { writeAudit } from '#store/audit.ts';
import { themesOf } from '#store/codebook.ts';
import { codingsOf } from '#store/codings.ts';
import type { Db } from '#store/db.ts';
import { keepLook, secondLooksWaiting, waitsForSecondLook } from '#store/looks.ts';
import { responseById } from '#store/responses-read.ts';
import type { Decided, Desk } from './desk.ts';
import { hasRead, suggestedOf } from './look.ts';
import { sameAsSeen } from './seen.ts';

/** The response for this officer to look at a second time: the one after `after`, or the first; null where none waits. */
export async function nextSecondLook(
  db: Db,
  whose: { consultationId: string; officerId: string },
  after: string | null,
): Promise<{ id: string; others: number } | null> {
  const waiting = await secondLooksWaiting(db, whose);
  const at = after === null ? 0 : waiting.indexOf(after) + 1;
  const id = waiting[at] ?? waiting[0];
  return id === undefined ? null : { id, others: waiting.length - 1 };
}

/**
 * The officer says what a response is about that somebody else has reviewed, without having seen what was suggested or
 * decided: this is how two officers are compared. No coding changes. `gone`: it does not wait for them any more.
 * `tooQuick`: they cannot have read it.
 */
export function lookSecond(
  desk: Desk,
  { responseId, officerId, openedAt, seen, themeIds }: Decided & { themeIds: readonly string[] },
): Promise<'kept' | 'gone' | 'tooQuick'> {
  return desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response === undefined) return 'gone';
    const { consultationId } = response;
    if (!(await waitsForSecondLook(db, { consultationId, officerId }, responseId))) return 'gone';
    await sameAsSeen(db, response, seen);
    const at = desk.clock.now();
    if (!hasRead(response.text, { at, openedAt })) return 'tooQuick';
    const themes = await themesOf(db, consultationId);
    const inUse = themes.map(({ id }) => id);
    const said = inUse.filter((id) => themeIds.includes(id));
    const suggested = suggestedOf(await codingsOf(db, responseId));
    const machine = suggested.filter((id) => inUse.includes(id));
    await keepLook(db, {
      ...{ id: desk.newId(), responseId, consultationId, officerId, kind: 'second', at },
      saidThemes: JSON.stringify(said),
      machineThemes: JSON.stringify(machine),
    });
    await writeAudit(db, {
      ...{ id: desk.newId(), at, officerId, action: 'response.lookedSecond' },
      ...{ subject: `responses/${responseId}`, detail: {} },
    });
    return 'kept';
  });
}
