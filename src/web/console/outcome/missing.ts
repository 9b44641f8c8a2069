import type { Language } from '#domain/words.ts';
import type { OutcomeDetail } from '#loop/outcomes.ts';

export type Missing = { what: 'themes' } | { what: 'youSaid' | 'weDid'; language: Language };

/** What a draft lacks before it can be published: words in every language of its consultation, and a theme. */
export function missingFrom(outcome: OutcomeDetail, languages: readonly Language[]): Missing[] {
  const words = (['youSaid', 'weDid'] as const).flatMap((what) =>
    languages.filter((language) => !outcome[what][language]).map((language) => ({ what, language })),
  );
  return outcome.themes.length === 0 ? [{ what: 'themes' }, ...words] : words;
}
