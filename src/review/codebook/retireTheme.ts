import type { Desk } from '#review/desk.ts';
import { type Asked, becomes, type Changed, changeCodebook } from './change.ts';

/** Takes a theme out of use. All that was decided about it stays, and drafts that name it still reach who raised it. */
export function retireTheme(
  desk: Desk,
  { themeId, ...asked }: Asked & { themeId: string },
): Promise<Changed> {
  return changeCodebook(desk, { ...asked, themeIds: [themeId] }, async ({ themes }) => {
    const theme = themes.find(({ id }) => id === themeId);
    if (theme === undefined) return { why: 'missing' };
    // Pressed twice, or by two officers: the first one retired it.
    const retired = theme.state === 'retired' ? [] : [becomes(theme, { state: 'retired' })];
    return { kind: 'retire', detail: { themes: retired } };
  });
}
