import { normalise } from '#domain/normalise.ts';

/** Stands where a benign phrase was taken out: no word, and no gap reaches over it. */
export const takenOut = '\u00b7';

/** Words by the name they are listed under: `<kin>` in a phrase is any of the words of the set `kin`. */
export type Sets = Readonly<Record<string, readonly string[]>>;

const digitLetters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
/** "d1e", "w4nt": a digit between letters stands for the letter that it looks like. */
const digitInWord = /(?<=\p{L})[013457](?=\p{L})/gu;
/** "k i l l": three or more letters on their own are one word. */
const spelledOut = /(?<= )\p{L}(?: \p{L}){2,}(?= )/gu;

/** The words of a message as phrases are compared with them: apostrophes go too, because phones differ over them. */
export function wordsOf(text: string): string {
  return ` ${normalise(text).replaceAll("'", '')} `
    .replace(digitInWord, (digit) => digitLetters[digit] ?? digit)
    .replace(spelledOut, (letters) => letters.replaceAll(' ', ''));
}

/**
 * One line of the phrase lists as a pattern over `wordsOf`. The notation is explained at the top of phrases.en.yaml.
 * Throws where an alternative is not one word, so that a slip of the pen cannot weaken the list unseen.
 */
export function patternOf(phrase: string, sets: Sets = {}): RegExp {
  const pieces = tokens(phrase).map((token) => pieceOf(token, sets));
  return new RegExp(`${pieces.join('')}(?= )`, 'gu');
}

/**
 * Words of which one at least is in every message that holds the phrase: those of the piece whose shortest word is the
 * longest, because short words are in most messages. Throws where there are none: such a phrase would be found in any message.
 */
export function needed(phrase: string, sets: Sets = {}): string[] {
  const choices = tokens(phrase)
    .filter((token) => token !== '...' && !token.endsWith('?'))
    .map((token) => alternatives(token, sets));
  const shortest = (words: string[]) => Math.min(...words.map((word) => word.length));
  const [best] = choices.sort((one, other) => shortest(other) - shortest(one));
  if (best === undefined) throw new Error(`"${phrase}" in the safeguarding phrases needs no word at all`);
  return best;
}

function tokens(phrase: string): string[] {
  return phrase
    .trim()
    .split(/\s+/)
    .filter((token) => token !== '+');
}

/** How many words a phrase of the kind `a + b + c` may stretch over. */
const REACH = 9;

/** Whether `wordsOf` a message hold the phrase: in its order, or for `a + b + c` near each other in any order. */
export function matcherOf(phrase: string, sets: Sets = {}): (words: string) => boolean {
  if (phrase.includes(' + ')) {
    const pieces = phrase.split(' + ').map((piece) => new Set(wordsIn(piece.trim(), sets)));
    return (words) => areNear(words.split(' '), pieces);
  }
  const pattern = patternOf(phrase, sets);
  return (words) => {
    pattern.lastIndex = 0;
    return pattern.test(words);
  };
}

function areNear(words: readonly string[], pieces: readonly ReadonlySet<string>[]): boolean {
  const at = pieces.map(() => Number.NEGATIVE_INFINITY);
  for (const [place, word] of words.entries()) {
    if (word === takenOut) at.fill(Number.NEGATIVE_INFINITY);
    // A word counts for one piece only: the one that has waited longest for it.
    const waiting = pieces.flatMap((piece, index) => (piece.has(word) ? [index] : []));
    const [first] = waiting.sort((one, other) => (at[one] ?? 0) - (at[other] ?? 0));
    if (first === undefined) continue;
    at[first] = place;
    if (place - Math.min(...at) < REACH) return true;
  }
  return false;
}

function alternatives(token: string, sets: Sets): string[] {
  const words = token.split('/').flatMap((word) => {
    const [, name] = /^<(.+)>$/.exec(word) ?? [];
    if (name === undefined) return [word];
    const set = sets[name];
    if (set === undefined) throw new Error(`"${word}" in a safeguarding phrase is not one of the sets`);
    return set;
  });
  return [...new Set(words.map((word) => wordsOf(word).trim()))];
}

/** Throws where one of them is not a single word. */
function wordsIn(token: string, sets: Sets): string[] {
  const words = alternatives(token, sets);
  if (words.some((word) => !/^[\p{L}\p{M}\p{N}]+$/u.test(word)))
    throw new Error(`"${token}" in a safeguarding phrase is not single words with / between them`);
  return words;
}

function pieceOf(token: string, sets: Sets): string {
  if (token === '...') return `(?: [^ ${takenOut}]+){0,3}?`;
  const optional = token.endsWith('?');
  const words = wordsIn(optional ? token.slice(0, -1) : token, sets);
  const either = ` (?:${words.join('|')})`;
  return optional ? `(?:${either})?` : either;
}
