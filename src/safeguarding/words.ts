import { normalise } from '#domain/normalise.ts';

/** Stands where a benign phrase was taken out: no word, and no gap reaches over it. */
export const takenOut = '\u00b7';

const digitLetters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
/** "d1e", "w4nt": a digit between letters stands for the letter that it looks like. */
const digitInWord = /(?<=\p{L})[013457](?=\p{L})/gu;
/** "k i l l": three or more letters on their own are one word. */
const spelledOut = /(?<= )\p{L}(?: \p{L}){2,}(?= )/gu;
/** From the first of a run of them, or a line of dots would be tried from each. */
const partEnds = /((?<![.!?\u2026])[.!?\u2026]+(?=\s|$)|[\r\n]+)/u;
/** Who falters writes "I want to... die", and a new line may come anywhere. */
const sentenceEnd = /^\.$|[!?]/;

/** The words of a message as phrases are compared with them: apostrophes go too, because phones differ over them. */
export function wordsOf(text: string): string {
  return ` ${normalise(text).replaceAll("'", '')} `
    .replace(digitInWord, (digit) => digitLetters[digit] ?? digit)
    .replace(spelledOut, (letters) => letters.replaceAll(' ', ''));
}

/** A sentence, or a line of it. */
export interface Part {
  words: string;
  /** The same for all the parts of one sentence. */
  sentence: number;
}

/** The words of each part of a message: what is said of the past in one must not hush the next. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let sentence = 0;
  for (const [index, piece] of text.split(partEnds).entries()) {
    if (index % 2 === 0) parts.push({ words: wordsOf(piece), sentence });
    else if (sentenceEnd.test(piece)) sentence += 1;
  }
  return parts.filter(({ words }) => words.trim() !== '');
}
