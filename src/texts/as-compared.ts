import { normalise } from '#domain/normalise.ts';

const latinMarks = /(?<=\p{Script=Latin}[\u0300-\u036f]*)[\u0300-\u036f]/gu;
const arabicMarks = /[\u0640\u064b-\u065f\u0670]/gu;
const alike: Record<string, string> = { ł: 'l', ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ' };
const lookalikes = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

/** Where the digits of other keyboards begin: Bengali, Arabic, Urdu. */
const noughts = [0x9e6, 0x660, 0x6f0];
const otherDigits = /[\u09e6-\u09ef\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * What a short message is compared as: normalised, and without what people leave out on a phone: accents and
 * apostrophes, the vowel marks of Urdu and the difference between its like letters. Digits are 0 to 9. Lists go
 * through it too, so they are written as words are spelt. Never stored and never shown.
 */
export function asCompared(text: string): string {
  if (text !== latest.text) latest = { text, compared: bare(normalise(text)) };
  return latest.compared;
}

/** Each list is held against the same message, one after the other. */
let latest = { text: '', compared: '' };

const plain = /^[\0-\x7f]*$/;

/** The same for the source of a pattern, which must keep its signs. */
export function bare(text: string): string {
  const joined = text.replaceAll("'", '');
  if (plain.test(joined)) return joined;
  return joined
    .normalize('NFD')
    .replace(latinMarks, '')
    .replace(arabicMarks, '')
    .normalize('NFC')
    .replace(lookalikes, (letter) => alike[letter] ?? letter)
    .replace(otherDigits, digit);
}

function digit(character: string): string {
  const code = character.charCodeAt(0);
  return String(code - (noughts.findLast((nought) => nought <= code && code < nought + 10) ?? code));
}

/** A list as people read it: phrases with bars or new lines between. */
export function phrases(list: string): string[] {
  return list
    .split(/[|\n]/)
    .map(asCompared)
    .filter((phrase) => phrase !== '');
}
