import type { Span } from '#theming/evidence.ts';
import { isBritish, isCued, isMobileNumber, isPublic } from './phones.ts';

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
const timesOf = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);
const HUNDRED = 'hundred';
const words = [...digitOf.keys(), ...timesOf.keys(), HUNDRED].join('|');
const token = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words}|\\d{1,12})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
const between = /^[ \n,.-]{1,3}$/;
/** "One two three four" may be counting; so many words, and not in order, may be a number. */
const LEAST = 8;
/** A number of this country with 0044 and its 0; each digit a word, and some of them said to come twice. */
const MOST = 15;
const MOST_TOKENS = 24;
const counting = '0123456789';

interface Token extends Span {
  said: string;
  /** Digits rather than a word. */
  written: boolean;
  /** What stands between it and the one before. */
  before: string;
}

interface Read {
  digits: string;
  words: number;
}

/** Telephone numbers said in words ("oh seven seven double oh"), or partly: "07700 nine hundred 123". */
export function spelledPhonesIn(text: string): Span[] {
  return rowsIn(text).flatMap((row) => {
    const found: Span[] = [];
    let from = 0;
    while (from < row.length) {
      const count = mayBegin(row, from) ? phoneAt(text, row, from) : 0;
      const last = row[from + count - 1];
      if (count > 0) found.push({ start: row[from]?.start ?? 0, end: last?.end ?? 0 });
      from += Math.max(1, count);
    }
    return found;
  });
}

/** What may belong together, one after the other. */
function rowsIn(text: string): Token[][] {
  const rows: Token[][] = [];
  let end = -1;
  for (const { 0: found, index } of text.matchAll(token)) {
    const before = end < 0 ? '' : text.slice(end, Math.min(index, end + 4));
    const one = { start: index, end: index + found.length, said: found.toLowerCase(), before };
    const row = rows.at(-1);
    if (row === undefined || !between.test(before)) rows.push([{ ...one, written: /\d/.test(found) }]);
    else row.push({ ...one, written: /\d/.test(found) });
    end = one.end;
  }
  return rows;
}

/** "Flat 2, oh seven seven double oh", but not in the midst of what is said digit by digit. */
function mayBegin(row: readonly Token[], at: number): boolean {
  const [one, last] = [row[at], row[at - 1]];
  if (one === undefined || last === undefined) return true;
  return one.written !== last.written || /[\n,.]/.test(one.before);
}

/** How many tokens from here on are a telephone number: as many as can be, 0 where none are. */
function phoneAt(text: string, row: readonly Token[], from: number): number {
  const read: Read = { digits: '', words: 0 };
  let times = 1;
  let phone = 0;
  let [commas, groups] = [false, false];
  for (const [at, { said, written, before }] of row.slice(from, from + MOST_TOKENS).entries()) {
    const repeated = timesOf.get(said);
    read.words += written ? 0 : 1;
    if (repeated === undefined) {
      const digits = said === HUNDRED ? '00' : (digitOf.get(said) ?? said);
      read.digits += digits.repeat(times);
    }
    times = repeated ?? 1;
    commas ||= at > 0 && before.includes(',');
    groups ||= written;
    if (read.digits.length > MOST) break;
    // Numbers in a list are separated by commas; a number that is dictated is, digit by digit.
    const isOne = !(commas && groups) || isMobileNumber(read.digits);
    // A part of a line that we send people to is no number either.
    if (isPublic(read.digits)) phone = 0;
    if (repeated === undefined && isPhone(read) && (isOne || isCued(text, row[from]?.start ?? 0)))
      phone = at + 1;
  }
  if (phone > 0) return phone;
  const isNumber = read.words >= LEAST && !isCounting(read.digits) && !isPublic(read.digits);
  return isNumber && isCued(text, row[from]?.start ?? 0) ? row.length - from : 0;
}

function isPhone({ digits, words: said }: Read): boolean {
  if (said === 0 || isPublic(digits) || isCounting(digits)) return false;
  // All in words, people leave out the 0 of a mobile.
  return isBritish(digits, ['', '44', '0044']) || (said >= LEAST && isMobileNumber(digits));
}

function isCounting(digits: string): boolean {
  return [digits, [...digits].reverse().join('')].some((one) => counting.includes(one));
}
