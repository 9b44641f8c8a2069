import { distance } from 'fastest-levenshtein';
import { normalise } from '#domain/normalise.ts';
import { numberSaid } from '#texts/numbers.ts';

/** What somebody picked, and whether they said more than that. */
export interface Picked {
  index: number;
  more: boolean;
}

/** "2 because the bus never comes": a number, then the reason. "2 of my children" is no choice. */
const numberAndMore =
  /^\s*(\d{1,2})\s*(?:[.,:;)!\u2013-]\s*|\s(?=(?:because|as|since|but|and|cos|cause|achos|gan|ond|a)\s))\S/iu;
const negation = /\b(?:not|no|never|none|neither|don't|dont|isn't|nid|na|dim|ddim|byth)\b/u;

/**
 * Which choice a message picks: by number, letter, id or label, or nearly: a slip of the thumb, or the one word that no
 * other label has. `names` are what each choice is called, in every language. Null where it is not clear.
 */
export function pick(names: readonly (readonly string[])[], words: string): Picked | null {
  const count = names.length;
  const said = normalise(words);
  if (said === '' && numberSaid(words) === null) return null;
  const number = numberSaid(words);
  if (number !== null && number >= 1 && number <= count) return { index: number - 1, more: false };
  const labels = names.map((called) => called.map(normalise));
  const exact = only(labels, (called) => called.includes(said));
  if (exact !== null) return { index: exact, more: false };
  const letter = /^[a-l]$/.test(said) ? said.charCodeAt(0) - 97 : -1;
  if (letter >= 0 && letter < count) return { index: letter, more: false };
  const [, first] = numberAndMore.exec(words) ?? [];
  if (first !== undefined && Number(first) >= 1 && Number(first) <= count)
    return { index: Number(first) - 1, more: true };
  const near = only(labels, (called) => called.some((name) => isNear(said, name)));
  if (near !== null) return { index: near, more: false };
  const named = negation.test(said) ? null : byOwnWord(labels, said);
  return named === null ? null : { index: named, more: false };
}

/** The one that fits; null where none does, or several. */
function only<T>(all: readonly T[], fits: (one: T) => boolean): number | null {
  const found = all.flatMap((one, index) => (fits(one) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** One slip in four letters: "by buss", "on fot". */
function isNear(said: string, name: string): boolean {
  const most = Math.floor(name.length / 4);
  return most > 0 && Math.abs(said.length - name.length) <= most && distance(said, name) <= most;
}

/** A few words, of which one is in this label alone: "the car", "bus mostly". */
function byOwnWord(labels: readonly (readonly string[])[], said: string): number | null {
  const spoken = said.split(' ');
  if (spoken.length > 3) return null;
  const wordsOf = (names: readonly string[]) => new Set(names.flatMap((name) => name.split(' ')));
  const each = labels.map(wordsOf);
  const own = (index: number) =>
    spoken.some(
      (word) =>
        word.length > 2 &&
        each[index]?.has(word) === true &&
        each.every((other, at) => at === index || !other.has(word)),
    );
  return only([...labels.keys()], own);
}
