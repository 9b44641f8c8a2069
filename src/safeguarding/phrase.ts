import { normalise } from '#domain/normalise.ts';

/** Stands where a benign phrase was taken out: no word, and no gap reaches over it. */
export const takenOut = '\u00b7';

/** The words of a message as phrases are compared with them: apostrophes go too, because phones differ over them. */
export function wordsOf(text: string): string {
  return ` ${normalise(text).replaceAll("'", '')} `;
}

/**
 * One line of the phrase lists as a pattern over `wordsOf`. The notation is explained at the top of phrases.en.yaml.
 * Throws where an alternative is not one word, so that a slip of the pen cannot weaken the list unseen.
 */
export function patternOf(phrase: string): RegExp {
  const pieces = phrase.trim().split(/\s+/).map(pieceOf);
  return new RegExp(`${pieces.join('')}(?= )`, 'gu');
}

/**
 * Words of which one at least is in every message that holds the phrase: its longest, because short words are in most
 * messages. Throws where there are none: such a phrase would be found in any message.
 */
export function needed(phrase: string): string[] {
  const tokens = phrase.trim().split(/\s+/);
  const choices = tokens.filter((token) => token !== '...' && !token.endsWith('?')).map(alternatives);
  const shortest = (words: string[]) => Math.min(...words.map((word) => word.length));
  const [best] = choices.sort((one, other) => shortest(other) - shortest(one));
  if (best === undefined) throw new Error(`"${phrase}" in the safeguarding phrases needs no word at all`);
  return best;
}

function alternatives(token: string): string[] {
  return token.split('/').map((word) => wordsOf(word).trim());
}

function pieceOf(token: string): string {
  if (token === '...') return `(?: [^ ${takenOut}]+){0,3}?`;
  const optional = token.endsWith('?');
  const words = alternatives(optional ? token.slice(0, -1) : token);
  if (words.some((word) => !/^[\p{L}\p{M}\p{N}]+$/u.test(word)))
    throw new Error(`"${token}" in a safeguarding phrase is not single words with / between them`);
  const either = ` (?:${words.join('|')})`;
  return optional ? `(?:${either})?` : either;
}
