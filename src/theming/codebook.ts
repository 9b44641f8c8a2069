import { createHash } from 'node:crypto';
import type { Theme } from '#store/codebook.ts';
import type { ThemeText } from './classifier.ts';

/** A theme's own words, in all languages of the codebook. */
export function themeText(theme: Theme): ThemeText {
  return {
    id: theme.id,
    name: Object.values(theme.name).join(' / '),
    // What is in teaches the classifier too. What is out does not: it would learn just those words.
    definition: [theme.definition, theme.includes].flatMap((texts) => Object.values(texts)).join(' '),
    examples: Object.values(theme.examples).flatMap((list) => list ?? []),
  };
}

/** Changes with the themes and their words: what was read under others may be read anew. */
export function codebookMark(themes: readonly Theme[]): string {
  const words = themes.map(themeText).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}
