import type { Theme } from '#store/codebook.ts';

/** What officers write of a theme. */
export type ThemeWords = Pick<Theme, 'name' | 'definition' | 'includes' | 'excludes' | 'examples'>;

const parts = ['name', 'definition', 'includes', 'excludes', 'examples'] as const;
export type ThemePart = (typeof parts)[number];

/** Just these; a part that was not written is empty. */
export function wordsOf(given: Partial<ThemeWords>): ThemeWords {
  const { name = {}, definition = {}, includes = {}, excludes = {}, examples = {} } = given;
  return { name, definition, includes, excludes, examples };
}

/** Which parts differ, whatever order their languages stand in. */
export function differing(one: ThemeWords, other: ThemeWords): ThemePart[] {
  return parts.filter((part) => canonical(one[part]) !== canonical(other[part]));
}

function canonical(texts: Record<string, unknown>): string {
  const written = Object.entries(texts).filter(
    ([, words]) => words !== undefined && words !== '' && !(Array.isArray(words) && words.length === 0),
  );
  return JSON.stringify(written.sort(([one], [other]) => (one < other ? -1 : 1)));
}
