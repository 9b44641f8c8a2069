import { mutations } from './mutation.ts';
import { plain } from './spelling.ts';
import { takenOut, wordsOf } from './words.ts';

/** Words by the name they are listed under: `<kin>` in a phrase is any of the words of the set `kin`. */
export type Sets = Readonly<Record<string, readonly string[]>>;

/** One word, or several in a row: "my_life". */
export type Expression = readonly string[];

const near = / [+&-] /;

/**
 * One line of the phrase lists as a pattern over `wordsOf`. The notation is explained at the top of phrases.en.yaml.
 * Throws where an alternative is not one word, so that a slip of the pen cannot weaken the list unseen.
 */
export function patternOf(phrase: string, sets: Sets = {}): RegExp {
  const pieces = tokens(phrase).map((token) => pieceOf(token, sets));
  return new RegExp(`${pieces.join('')}(?= )`, 'gu');
}

/**
 * The pieces of a phrase of the kind `a + b & c - d`: those that must be near each other, of which some must be in one
 * sentence, and those that must not be by them.
 */
export function nearby(
  phrase: string,
  sets: Sets,
): { near: (readonly Expression[])[][]; unless: (readonly Expression[])[] } | null {
  if (!near.test(phrase)) return null;
  const found: (readonly Expression[])[][] = [];
  const unless: (readonly Expression[])[] = [];
  const [first = '', ...rest] = phrase.split(/ (?=[+&-] )/);
  for (const piece of [`+ ${first}`, ...rest]) {
    const words = expressionsIn(piece.slice(2).trim(), sets);
    const sign = piece.slice(0, 1);
    if (sign === '-') unless.push(words);
    else if (sign === '&') found.at(-1)?.push(words);
    else found.push([words]);
  }
  return { near: found, unless };
}

/**
 * Words of which one at least is in every message that holds the phrase: those of the piece whose shortest word is the
 * longest, because short words are in most messages. Throws where there are none: such a phrase would be found in any message.
 */
export function needed(phrase: string, sets: Sets = {}): string[] {
  const pieces =
    nearby(phrase, sets)?.near.flat() ??
    tokens(phrase)
      .filter((token) => token !== '...' && !token.endsWith('?'))
      .map((token) => expressionsIn(token, sets));
  const longest = pieces.map((piece) => [...new Set(piece.map(longestOf))]);
  const shortest = (words: string[]) => Math.min(...words.map((word) => word.length));
  const [best] = longest.sort((one, other) => shortest(other) - shortest(one));
  if (best === undefined) throw new Error(`"${phrase}" in the safeguarding phrases needs no word at all`);
  return best;
}

/** Every word that a phrase knows, those of its sets among them. */
export function vocabulary(phrase: string, sets: Sets): string[] {
  return tokens(phrase)
    .filter((token) => token !== '...')
    .flatMap((token) => expressionsIn(token.replace(/\?$/, ''), sets))
    .flat();
}

function tokens(phrase: string): string[] {
  return phrase
    .trim()
    .split(/\s+/)
    .filter((token) => !['+', '&', '-'].includes(token));
}

function longestOf(words: Expression): string {
  return words.reduce((one, other) => (other.length > one.length ? other : one));
}

function alternatives(token: string, sets: Sets): string[] {
  return token.split('/').flatMap((word) => {
    const [, name] = /^<(.+)>$/.exec(word) ?? [];
    if (name === undefined) return word.startsWith('~') ? mutations(plain(word.slice(1))) : [word];
    const set = sets[name];
    if (set === undefined) throw new Error(`"${word}" in a safeguarding phrase is not one of the sets`);
    return set.flatMap((one) => alternatives(one, sets));
  });
}

/** What was read of the words of each list: a set of kin is in hundreds of phrases, and each phrase is read several times. */
const readBefore = new WeakMap<Sets, Map<string, readonly Expression[]>>();

/** Throws where one of them is not single words. */
function expressionsIn(token: string, sets: Sets): readonly Expression[] {
  const before = readBefore.get(sets) ?? new Map<string, readonly Expression[]>();
  readBefore.set(sets, before);
  const known = before.get(token);
  if (known !== undefined) return known;
  const expressions = [...new Set(alternatives(token, sets))].map((one) =>
    one.split('_').map((word) => plain(wordsOf(word).trim())),
  );
  if (expressions.flat().some((word) => !/^[\p{L}\p{M}\p{N}]+$/u.test(word)))
    throw new Error(`"${token}" in a safeguarding phrase is not single words with / between them`);
  before.set(token, expressions);
  return expressions;
}

function pieceOf(token: string, sets: Sets): string {
  if (token === '...') return `(?: [^ ${takenOut}]+){0,3}?`;
  const optional = token.endsWith('?');
  const words = expressionsIn(optional ? token.slice(0, -1) : token, sets).map((said) => said.join(' '));
  const either = ` (?:${words.join('|')})`;
  return optional ? `(?:${either})?` : either;
}
