import type { Desk } from '#review/desk.ts';
import { lockDrafts, renameInDraft } from '#store/outcome-themes.ts';
import { type Asked, becomes, type Changed, changeCodebook } from './change.ts';
import { copyDecisions } from './copyDecisions.ts';

/**
 * One theme goes into another: what was decided about it counts for that one too, and it is out of use. Drafts of
 * outcomes name the other from then on, so that they reach everybody who raised either. What has been published keeps
 * the theme that it named, and whom it was for: people have read it, and those whom the merge brings were never told.
 */
export function mergeThemes(
  desk: Desk,
  { themeId, intoId, ...asked }: Asked & { themeId: string; intoId: string },
): Promise<Changed> {
  return changeCodebook(desk, { ...asked, themeIds: [themeId, intoId] }, async ({ tx, at, themes }) => {
    const theme = themes.find(({ id }) => id === themeId);
    const into = themes.find(({ id }) => id === intoId);
    if (theme === undefined || into === undefined) return { why: 'missing' };
    if (themeId === intoId) return { why: 'refused', reason: 'itself' };
    if (theme.state === 'retired' || into.state === 'retired') return { why: 'refused', reason: 'retired' };
    const moved = await copyDecisions(tx, { fromId: themeId, toId: intoId, at, newId: desk.newId });
    const named = await lockDrafts(tx, [themeId, intoId]);
    const drafts = named
      .filter((draft) => draft.themeId === themeId)
      .map(({ id }) => ({ id, both: named.some((other) => other.id === id && other.themeId === intoId) }));
    for (const { id } of drafts) await renameInDraft(tx, id, { add: [intoId], drop: [themeId], at });
    const changed = [becomes(theme, { state: 'retired', mergedInto: intoId }), becomes(into, {})];
    return { kind: 'merge', detail: { themes: changed }, undoing: { moved: [moved], drafts } };
  });
}
