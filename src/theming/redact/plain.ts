import type { Span } from '#theming/evidence.ts';

/** A text as the rules read it, and the way back. */
export interface Plain {
  text: string;
  /** Where a stretch of `text` stands in the original. */
  back(span: Span): Span;
}

const unseen = /\p{Cf}|\p{Me}|\p{Variation_Selector}/u;
const digit = /\p{Nd}/u;
const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/;
const dashes = /[\u2010-\u2015\u2212]/;
const apostrophes = /[\u2018\u2019\u02bc\u2032]/;
const onlyAscii = /^[\x20-\x7e\n]*$/;
const twoBlanks = / {2}| \n|\n /;
const FULL_WIDTH = 0xfee0;

/**
 * Phones put unseen characters between letters, and people write digits in their own script: the first are left out,
 * the others become 0 to 9, circled and raised ones too. Blanks, dashes and apostrophes become the plain ones, and several
 * blanks one.
 */
export function plainOf(original: string): Plain {
  if (onlyAscii.test(original) && !twoBlanks.test(original)) return { text: original, back: (span) => span };
  const units: string[] = [];
  // Where each unit of the text begins in the original; one more for the end.
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = plainCharacter(character);
    const last = units.at(-1);
    if (plain === '\n' && last === ' ') units[units.length - 1] = plain;
    else if (plain !== ' ' || (last !== ' ' && last !== '\n')) {
      for (let unit = 0; unit < plain.length; unit += 1) {
        units.push(plain[unit] ?? '');
        from.push(at + (plain === character ? unit : 0));
      }
    }
    at += character.length;
  }
  from.push(at);
  // An end goes up to where the next character begins, so that what nobody sees goes with what it follows.
  const place = (unit: number) => from[unit] ?? at;
  return { text: units.join(''), back: ({ start, end }) => ({ start: place(start), end: place(end) }) };
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return character === '\t' || character === '\r' ? ' ' : character;
  if (unseen.test(character)) return '';
  if (digit.test(character)) return String(digitValue(code));
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - FULL_WIDTH);
  const drawn = drawnDigit(character, code);
  if (drawn !== null) return drawn;
  if (code >= 0xfe50 && code <= 0xfe6b) return character.normalize('NFKC');
  if (spaces.test(character)) return ' ';
  if (dashes.test(character)) return '-';
  return apostrophes.test(character) ? "'" : character;
}

/** Circles that Unicode folds into no digit: where those for 1 begin. */
const circles = [0x24f5, 0x2776, 0x2780, 0x278a];

/** "②", "❷" and "²" are 2. */
function drawnDigit(character: string, code: number): string | null {
  if (code === 0x24ff) return '0';
  const circle = circles.find((one) => code >= one && code < one + 9);
  if (circle !== undefined) return String(code - circle + 1);
  if (!/\p{No}/u.test(character)) return null;
  const folded = character.normalize('NFKC');
  return /^\d$/.test(folded) ? folded : null;
}

const lookalikes: Record<string, string> = Object.fromEntries(
  [...'АВЕІЈКМНОРЅСТУХ'].map((letter, at) => [letter, 'ABEIJKMHOPSCTYX'[at] ?? '']),
);

/** With capitals of other scripts that look like ours as ours, as long as it was. */
export function latin(text: string): string {
  return text.replace(/[АВЕІЈКМНОРЅСТУХ]/g, (letter) => lookalikes[letter] ?? letter);
}

/** Unicode keeps the ten digits of a script together and in order. Mathematical ones stand five sets in a row. */
function digitValue(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
