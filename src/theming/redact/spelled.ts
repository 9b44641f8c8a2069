import type { Span } from '#theming/evidence.ts';
import { isBritish, isPublic } from './phones.ts';

/** Numbers as words, in the languages with which people write to us: what stands for digits, read one by one. */
const units: Record<string, readonly string[]> = {
  '0': ['zero', 'oh', 'o', 'nought', 'naught', 'dim', 'sero'],
  '1': ['one', 'un', 'jeden', 'unu'],
  '2': ['two', 'dau', 'dwa', 'doi'],
  '3': ['three', 'tri', 'trzy', 'trei'],
  '4': ['four', 'pedwar', 'cztery', 'patru'],
  '5': ['five', 'pump', 'pięć', 'piec', 'cinci'],
  '6': ['six', 'chwech', 'sześć', 'szesc', 'șase', 'sase'],
  '7': ['seven', 'saith', 'siedem', 'șapte', 'sapte'],
  '8': ['eight', 'wyth', 'osiem', 'opt'],
  '9': ['nine', 'naw', 'dziewięć', 'dziewiec', 'nouă', 'noua'],
};
const digitOf = new Map(
  Object.entries(units).flatMap(([digit, words]) => words.map((word) => [word, digit])),
);
const times = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);
const HUNDRED = 'hundred';
const words = [...digitOf.keys(), ...times.keys(), HUNDRED].join('|');
const token = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words}|\\d{1,12})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
const between = /^[ \n,.-]{1,3}$/;
/** "One two three four" may be counting; so many words one after the other, and not in order, are a number. */
const LEAST = 8;
const counting = '0123456789';

interface Row extends Span {
  digits: string;
  words: number;
  /** How often the next digit is said to stand there. */
  times: number;
}

/** Telephone numbers said in words ("oh seven seven double oh"), or partly: "07700 nine hundred 123". */
export function spelledPhonesIn(text: string): Span[] {
  const rows: Row[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    const last = rows.at(-1);
    const follows = last !== undefined && between.test(text.slice(last.end, index).slice(0, 4));
    const row = follows ? last : { start: index, end: index, digits: '', words: 0, times: 1 };
    if (!follows) rows.push(row);
    add(row, found.toLowerCase());
    row.end = index + found.length;
  }
  return rows.filter(isPhone).map(({ start, end }) => ({ start, end }));
}

function add(row: Row, found: string): void {
  const repeated = times.get(found);
  row.words += /\d/.test(found) ? 0 : 1;
  if (repeated === undefined) {
    const digits = found === HUNDRED ? '00' : (digitOf.get(found) ?? found);
    row.digits += digits.repeat(row.times);
  }
  row.times = repeated ?? 1;
}

function isPhone({ digits, words: said }: Row): boolean {
  if (said === 0 || isPublic(digits)) return false;
  if (isBritish(digits, ['', '44', '0044'])) return true;
  const backwards = [...digits].reverse().join('');
  return said >= LEAST && ![digits, backwards].some((one) => counting.includes(one));
}
