import { type Said, saidIn } from '#flow/said.ts';
import type { Flow } from '#flow/schema.ts';
import type { Found } from './rule.ts';

/** The open questions, and what is asked again where an answer is short. */
export function openQuestions(flow: Flow): Said[] {
  return saidIn(flow).filter(
    ({ role, step }) =>
      (role === 'ask' || role === 'probe') && (step?.kind === 'open' || step?.kind === 'whoElse'),
  );
}

/** One sentence each, with its mark. */
export function sentencesOf(words: string): string[] {
  return (
    words
      .match(/[^.!?]+[.!?]*/g)
      ?.map((sentence) => sentence.trim())
      .filter(Boolean) ?? []
  );
}

/** Where one of these is said, whatever the letters' case: the first in each text. */
export function saysOneOf(
  texts: readonly Said[],
  phrases: Partial<Record<Said['language'], RegExp>>,
  what: (said: string) => string,
): Found[] {
  return texts.flatMap(({ path, words, language }) => {
    const [said] = words.match(phrases[language] ?? /(?!)/) ?? [];
    return said === undefined ? [] : [{ path, what: what(said.trim()) }];
  });
}
