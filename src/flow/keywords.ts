import { normalise } from '#domain/normalise.ts';
import type { Language } from '#domain/words.ts';
import type { Flow } from './schema.ts';

/** The keywords of a flow as they are compared, with where they stand. */
export function keywordsOf(flow: Flow): { path: PropertyKey[]; word: string; language: Language }[] {
  return flow.languages.flatMap((language) =>
    (flow.keywords[language] ?? []).map((keyword, i) => ({
      path: ['keywords', language, i],
      word: normalise(keyword),
      language,
    })),
  );
}
