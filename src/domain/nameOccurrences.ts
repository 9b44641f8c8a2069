import { daleChall } from 'dale-chall';
import { isWordToo } from './names.ts';
import { wordsOf } from './wordsOf.ts';
import { isWrittenAsName } from './writtenAsName.ts';

interface Place {
  start: number;
  end: number;
}

const easyWords = new Set(daleChall);
/** What stands before words and before no names. */
const determiner =
  /(?<![\p{L}\p{M}\p{N}])(?:an?|the|this|that|these|those|my|our|your|his|her|their|its|some|any|every|each|no)\s+$/iu;

/** One word, and one that a text may have for what it means. */
export function isOrdinaryWord(name: string): boolean {
  const [word, ...more] = wordsOf(name);
  return word !== undefined && more.length === 0 && (isWordToo(word.form) || easyWords.has(word.form));
}

/**
 * Of the places where the one word of a name stands, those where it is the name. Who is called Will wills nothing: a word
 * that is in any text, or that this one has in lower case for a thing ("the heath"), counts only where it is written as a
 * name. Any other counts however it is written: many write no capitals.
 */
export function nameOccurrences<One extends Place>(text: string, places: readonly One[]): One[] {
  const [first] = places;
  if (first === undefined) return [];
  const name = text.slice(first.start, first.end);
  if (wordsOf(name).length !== 1) return [...places];
  if (!isOrdinaryWord(name) && !places.some((one) => isThing(text, one))) return [...places];
  const said = wordsOf(text);
  return places.filter((place) => {
    const at = said.findIndex(({ start, end }) => start <= place.start && end >= place.end);
    return isWrittenAsName({ text, said }, at, said[at]?.form ?? '', true);
  });
}

function isThing(text: string, { start, end }: Place): boolean {
  const written = text.slice(start, end);
  return (
    written === written.toLowerCase() &&
    written !== written.toUpperCase() &&
    determiner.test(text.slice(Math.max(0, start - 12), start))
  );
}
