import { normalise } from '#domain/normalise.ts';

/** Stands where a benign phrase was taken out: no word, and no gap reaches over it. */
export const takenOut = '\u00b7';

const digitLetters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
/** "d1e", "w4nt": a digit between letters stands for the letter that it looks like. */
const digitInWord = /(?<=\p{L})[013457](?=\p{L})/gu;
/** "k i l l": three or more letters on their own are one word. */
const spelledOut = /(?<= )\p{L}(?: \p{L}){2,}(?= )/gu;
/** From the first of a run of them, or a line of dots would be tried from each. */
const sentenceEnds = /(?<![.!?\u2026])[.!?\u2026]+(?=\s|$)|[\r\n]+/u;

/** The words of a message as phrases are compared with them: apostrophes go too, because phones differ over them. */
export function wordsOf(text: string): string {
  return ` ${normalise(text).replaceAll("'", '')} `
    .replace(digitInWord, (digit) => digitLetters[digit] ?? digit)
    .replace(spelledOut, (letters) => letters.replaceAll(' ', ''));
}

/** The words of each sentence of a message: what is said of the past in one must not hush the next. */
export function sentencesOf(text: string): string[] {
  return text
    .split(sentenceEnds)
    .map(wordsOf)
    .filter((words) => words.trim() !== '');
}
