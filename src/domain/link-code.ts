import { normalise } from './normalise.ts';

/** No vowel, so that no code is a word, and nothing that looks like something else: not 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B. */
export const codeLetters = 'CDFHJKMNPRTVWXY';
export const codeDigits = '34679';

/** Characters of each half: letters first, then digits. */
export const HALF = 4;

const word = '(?:link|linc|cysylltu|połącz|polacz|conectează|conecteaza|leagă|leaga|লিংক|লিঙ্ক|لنک)';
/** Also what is nearly one, so that somebody who mistyped it is told so: consonants and at least one digit, no word. */
const afterWord = new RegExp(`^${word} ?(?=[^0-9]*[0-9])((?:[b-df-hj-np-tv-z0-9] ?){6,10})$`, 'u');
const alone = new RegExp(`^([${codeLetters.toLowerCase()}]{${HALF}} ?[${codeDigits}]{${HALF}})$`, 'u');

/** The code that the whole message is, with LINK before it or without; null where it is none. As `codeLetters` has them, without a gap. */
export function linkCodeIn(text: string): string | null {
  if (text.length > 60) return null;
  const said = normalise(text);
  const found = afterWord.exec(said)?.[1] ?? alone.exec(said)?.[1];
  return found === undefined ? null : found.replaceAll(' ', '').toUpperCase();
}

/** As people read it out and type it: "CDFH-3467". */
export function inGroups(code: string): string {
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`;
}
