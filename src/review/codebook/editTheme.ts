import type { Desk } from '#review/desk.ts';
import { type Asked, becomes, type Changed, changeCodebook } from './change.ts';
import { differing, type ThemeWords, wordsOf } from './words.ts';

/** Writes a theme's words anew. Its key stays, and so does all that was decided about it. */
export function editTheme(
  desk: Desk,
  { themeId, words, ...asked }: Asked & { themeId: string; words: ThemeWords },
): Promise<Changed> {
  return changeCodebook(desk, { ...asked, themeIds: [themeId] }, async ({ themes }) => {
    const theme = themes.find(({ id }) => id === themeId);
    if (theme === undefined) return { why: 'missing' };
    if (theme.state === 'retired') return { why: 'refused', reason: 'retired' };
    const changed = differing(theme, words).length > 0;
    return { kind: 'edit', detail: { themes: changed ? [becomes(theme, wordsOf(words))] : [] } };
  });
}
