import type { Desk } from '#review/desk.ts';
import type { Theme } from '#store/codebook.ts';
import type { ChangeDetail } from '#store/codebook-changes.ts';
import { type Asked, type Changed, changeCodebook } from './change.ts';
import { keyFor, lastPlace } from './key.ts';
import { type ThemeWords, wordsOf } from './words.ts';

/** Adds a theme at the end of a consultation's codebook, which then differs from its file. No two in use have one name. */
export function newTheme(desk: Desk, asked: Omit<Asked, 'seen'> & Partial<ThemeWords>): Promise<Changed> {
  return changeCodebook(desk, { ...asked, seen: null, themeIds: [] }, async ({ themes }) => ({
    kind: 'add',
    detail: { themes: [added(desk.newId(), themes, asked)] },
  }));
}

/** What a new theme adds to these, at their end. */
export function added(
  id: string,
  themes: readonly Pick<Theme, 'key' | 'position'>[],
  given: Partial<ThemeWords>,
): ChangeDetail['themes'][number] {
  const words = wordsOf(given);
  const keys = themes.map(({ key }) => key);
  const after = {
    ...{ ...words, key: keyFor(words.name, keys), position: lastPlace(themes) },
    ...{ state: 'active' as const, mergedInto: null },
  };
  return { id, before: null, after };
}
