import type { Desk } from '#review/desk.ts';
import { type Asked, becomes, type Changed, changeCodebook } from './change.ts';

/**
 * Takes a theme into use again, with all that was decided about it before. One that was merged or split comes back
 * beside what it became: undoing is what takes a merge apart.
 */
export function restoreTheme(
  desk: Desk,
  { themeId, ...asked }: Asked & { themeId: string },
): Promise<Changed> {
  return changeCodebook(desk, { ...asked, themeIds: [themeId] }, async ({ themes }) => {
    const theme = themes.find(({ id }) => id === themeId);
    if (theme === undefined) return { why: 'missing' };
    const restored = theme.state === 'active' ? [] : [becomes(theme, { state: 'active', mergedInto: null })];
    return { kind: 'restore', detail: { themes: restored } };
  });
}
