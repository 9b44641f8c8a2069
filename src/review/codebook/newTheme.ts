import type { Desk } from '#review/desk.ts';
import { type Asked, type Changed, changeCodebook } from './change.ts';
import { keyFor, lastPlace } from './key.ts';
import { type ThemeWords, wordsOf } from './words.ts';

/** Adds a theme at the end of a consultation's codebook, which then differs from its file. */
export function newTheme(desk: Desk, asked: Omit<Asked, 'seen'> & Partial<ThemeWords>): Promise<Changed> {
  return changeCodebook(desk, { ...asked, seen: null, themeIds: [] }, async ({ themes }) => {
    const words = wordsOf(asked);
    const keys = themes.map(({ key }) => key);
    const after = {
      ...words,
      key: keyFor(words.name, keys),
      state: 'active' as const,
      mergedInto: null,
      position: lastPlace(themes),
    };
    return { kind: 'add', detail: { themes: [{ id: desk.newId(), before: null, after }] } };
  });
}
