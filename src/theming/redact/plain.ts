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
const FULL_WIDTH = 0xfee0;

/**
 * Phones put unseen characters between letters, and people write digits in their own script: the first are left out,
 * the others become 0 to 9. Blanks, dashes and apostrophes become the plain ones.
 */
export function plainOf(original: string): Plain {
  if (onlyAscii.test(original)) return { text: original, back: (span) => span };
  let text = '';
  // Where each unit of `text` begins in the original; one more for the end.
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = plainCharacter(character);
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at + (plain === character ? unit : 0));
    text += plain;
    at += character.length;
  }
  from.push(at);
  // An end goes up to where the next character begins, so that what nobody sees goes with what it follows.
  const place = (unit: number) => from[unit] ?? at;
  return { text, back: ({ start, end }) => ({ start: place(start), end: place(end) }) };
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return character === '\t' || character === '\r' ? ' ' : character;
  if (unseen.test(character)) return '';
  if (digit.test(character)) return String(digitValue(code));
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - FULL_WIDTH);
  if (spaces.test(character)) return ' ';
  if (dashes.test(character)) return '-';
  return apostrophes.test(character) ? "'" : character;
}

/** Unicode keeps the ten digits of a script together and in order. Mathematical ones stand five sets in a row. */
function digitValue(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
