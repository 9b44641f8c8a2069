import type { Language } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import type { Beginning } from './wayIn.ts';

/** How a flow begins in one language. */
export interface Begins extends Beginning {
  /** The language that the keyword chooses: another one where this language has none. */
  wordLanguage: Language | null;
}

/**
 * What to write so that the flow begins in this language; null where it has no keyword at all and is not the flow for
 * whoever writes without one (`first`), so that nobody can begin it by writing.
 */
export function beginsIn(flow: Flow, language: Language, first: boolean): Begins | null {
  const choosesLanguage = language !== flow.languages[0];
  for (const wordLanguage of [language, ...flow.languages]) {
    const keyword = flow.keywords[wordLanguage]?.[0];
    if (keyword !== undefined)
      return { flowId: flow.id, word: printed(keyword, wordLanguage), choosesLanguage, wordLanguage };
  }
  return first ? { flowId: flow.id, word: null, choosesLanguage, wordLanguage: null } : null;
}

/** Capitals stand out on a poster, and a keyword is taken in any case. */
function printed(keyword: string, language: Language): string {
  return keyword.trim().toLocaleUpperCase(language);
}
