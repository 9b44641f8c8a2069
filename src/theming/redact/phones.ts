import { createRequire } from 'node:module';
import type * as Library from 'libphonenumber-js/min';
import { categories } from '#safeguarding/detect.ts';
import { nations, signposts } from '#safeguarding/signposts.ts';
import type { Span } from '#theming/evidence.ts';
import { groupsIn, type Run, runsFrom } from './digits.ts';

/**
 * Without the leading 0. The library misses mobiles of ranges that are new or kept for fiction, and people write
 * numbers in ways that it does not read. Ofcom, National Telephone Numbering Plan.
 */
const british = /^(?:7\d{9}|1[1-9]\d{7,8}|2[03489]\d{8}|3[0347]\d{8}|5[56]\d{8}|8[047]\d{7,8}|9\d{9})$/;
/** The lines that we send people in need to, which must stay readable; the short ones (999, 111) are no match to begin with. */
const publicLines = new Set(
  nations.flatMap((nation) =>
    categories.flatMap((category) =>
      signposts(nation, category, 'en').flatMap((line) =>
        [...line.matchAll(/\d[\d ]+\d/g)].map(([number]) => number.replaceAll(' ', '')),
      ),
    ),
  ),
);
const between = /^(?:[ \n]{0,2}[.\-/()_*]?[ \n]?|\) ?\(?|[ \n]?\(0\)[ \n]?)$/;
/** What few put there: only in what is a British number from its first four digits on, or digit by digit. */
const oddBetween = /^[ \n]{0,2}[.\-/()_*,:;=~|#+…]{0,3}[ \n]{0,2}$/;
const LEAST = 8;
const MOST = 15;
const date = /^\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d{2}(?!\d)/;
/** "O77OO 9OO123": the letter for the digit, in what is otherwise one. */
const letterO = /(?<![\p{L}\p{N}])[oO\d]{3,}(?![\p{L}\p{N}])/gu;

/** After these a number is a telephone number, whatever it looks like. */
const cueWords =
  /(?<![\p{L}\p{M}])(?:(?:tele)?phone(?: me)?|tel|mob(?:ile)?|(?:call|ring|text|txt|phone|reach|bell) (?:me|us|him|her|them)|(?:my|our|best|home|new) (?:number|no)|ffôn|ffoniwch|symudol|telefon\p{L}*|mój numer|komórk\p{L}*|suna[țt]i-m[ăa]|num[ăa]rul meu|ফোন|মোবাইল|فون|موبائل)(?![\p{L}\p{M}])[^\d\n[\]{}<>]{0,14}/u
    .source;
const cue = new RegExp(`${cueWords}(?=\\d)`, 'giu');
const cueBefore = new RegExp(`${cueWords}$`, 'iu');
/** Of which people also say how many are in a group. */
const chat = /(?<![\p{L}\p{M}])whats ?app(?![\p{L}\p{M}])[^\d\n[\]{}<>]{0,14}(?=\d)/giu;
const mobile = /^(?:44|0044|0)?7\d{9}$/;
const afterCue = /(?:\d[ .-]?){6,11}\d/y;

/** Telephone numbers in a text whose digits are 0 to 9. */
export function phonesIn(original: string): Span[] {
  const text = original.replace(letterO, (found) =>
    /\d.*\d/.test(found) ? found.replace(/[oO]/g, '0') : found,
  );
  const groups = groupsIn(text);
  const found: Span[] = [];
  let until = 0;
  for (const [index, { start }] of groups.entries()) {
    if (start < until) continue;
    const phone = phoneAt(text, groups, index);
    if (phone === undefined) continue;
    found.push(phone);
    until = phone.end;
  }
  return [...found, ...cued(text)];
}

function phoneAt(text: string, groups: readonly Span[], index: number): Span | undefined {
  const start = groups[index]?.start ?? 0;
  const runs = runsFrom(text, groups, index, { between, least: LEAST, most: MOST })
    .filter((run) => endsAlone(text, run.end) || isMobile(run))
    .reverse();
  const plus = /\+\(?$/.exec(text.slice(Math.max(0, start - 2), start));
  if (plus !== null) {
    if (/\d$/.test(text.slice(0, start - plus[0].length).slice(-1))) return undefined;
    const run = runs.find(({ digits }) => isBritish(digits, ['44'])) ?? abroad(runs);
    return run && { start: opened(text, { start: start - plus[0].length, end: run.end }), end: run.end };
  }
  const alone = startsAlone(text, start);
  const run = runs.find(
    (one) =>
      isBritish(one.digits, ['', '0044', '44']) &&
      !isPublic(one.digits) &&
      (alone || isMobile(one)) &&
      !date.test(text.slice(one.start, one.start + 12)) &&
      isGrouped(one),
  );
  const odd = alone ? oddAt(text, groups, index) : undefined;
  const any = run ?? odd ?? (alone && text.startsWith('00', start) ? abroad(runs, 2) : undefined);
  return any && { start: opened(text, any), end: any.end };
}

function oddAt(text: string, groups: readonly Span[], index: number): Run | undefined {
  return runsFrom(text, groups, index, { between: oddBetween, least: LEAST, most: MOST }).findLast(
    (run) =>
      isBritish(run.digits, ['', '0044', '44']) &&
      !isPublic(run.digits) &&
      ((run.groups[0] ?? 0) >= 4 || run.groups.every((length) => length === 1)) &&
      endsAlone(text, run.end) &&
      (isMobileNumber(run.digits) || isOneNumber(text, run)),
  );
}

/** Several numbers may begin as a telephone number does: "0115, 2020, 150 people came". */
function isOneNumber(text: string, { start, end }: Run): boolean {
  const kinds = new Set(
    text
      .slice(start, end)
      .match(/\D+/g)
      ?.map((one) => one.replace(/[ \n]/g, '')),
  );
  if (kinds.size !== 1) return false;
  return ![...kinds].some((one) => one.includes(',')) || isCued(text, start);
}

/** Whether the words before this say that a telephone number follows. */
export function isCued(text: string, at: number): boolean {
  return cueBefore.test(text.slice(Math.max(0, at - 60), at));
}

/** No other numbers in a row are so long and begin so. */
export function isMobileNumber(digits: string): boolean {
  return mobile.test(digits);
}

/** A line that we send people in need to. */
export function isPublic(digits: string): boolean {
  return publicLines.has(digits);
}

export function isBritish(digits: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => {
    if (!digits.startsWith(prefix)) return false;
    const rest = digits.slice(prefix.length);
    // Without a prefix the 0 is needed; behind +44 it is often left in.
    if (rest.startsWith('0')) return british.test(rest.slice(1));
    return prefix !== '' && british.test(rest);
  });
}

/** One that hangs on a word ("mob07700900123", "07700 900123pls") is still one. */
function isMobile({ digits, groups }: Run): boolean {
  const shape = groups.join('-');
  return digits.length === 11 && digits.startsWith('07') && (shape === '11' || shape === '5-6');
}

// Several numbers may stand in a row, with nothing but a comma between.
function startsAlone(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return !/[\p{L}\p{M}\p{N}£$€]$/u.test(before) && !/\d[.:]$/.test(before);
}

function endsAlone(text: string, end: number): boolean {
  return !/^(?:[\p{L}\p{M}\p{N}%]|[.:]\d)/u.test(text.slice(end, end + 2));
}

/** Numbers in a row ("01 02 03 04 05 6") are no telephone number; one that is spelled digit by digit is. */
function isGrouped({ groups }: Run): boolean {
  return groups.some((length) => length > 2) || groups.every((length) => length === 1);
}

/** The bracket of "(0161) 496 0123" belongs to it. */
function opened(text: string, { start, end }: Span): number {
  return text[start - 1] === '(' && text.slice(start, end).includes(')') ? start - 1 : start;
}

/** The longest that some country has; behind a + the longest that it could be. */
function abroad(runs: readonly Run[], prefix = 0): Run | undefined {
  const asked = runs.filter(({ digits }) => digits.length - prefix >= LEAST);
  if (asked.length === 0) return undefined;
  const parsed = (digits: string) => library().parsePhoneNumberFromString(`+${digits.slice(prefix)}`);
  const valid = asked.find(({ digits }) => parsed(digits)?.isValid() === true);
  if (valid !== undefined || prefix > 0) return valid;
  return asked.find(({ digits }) => parsed(digits)?.isPossible() === true);
}

let loaded: typeof Library | undefined;

/** A tenth of a second to load, and few texts need it. */
function library(): typeof Library {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof Library;
  return loaded;
}

function cued(text: string): Span[] {
  return [...after(text, cue), ...after(text, chat, mobile)];
}

function after(text: string, words: RegExp, shape = /^/): Span[] {
  return [...text.matchAll(words)].flatMap(({ 0: said, index }) => {
    afterCue.lastIndex = index + said.length;
    const number = afterCue.exec(text)?.[0];
    const digits = number?.replace(/\D/g, '') ?? '';
    if (number === undefined || isPublic(digits) || !shape.test(digits)) return [];
    const span = { start: afterCue.lastIndex - number.length, end: afterCue.lastIndex };
    return date.test(number) || !endsAlone(text, span.end) ? [] : [span];
  });
}
