/** One word of a text: what to compare it by, and where it stands (UTF-16 offsets, end exclusive). */
export interface Word {
  form: string;
  start: number;
  end: number;
}

// Marks and joiners belong to their word: without them Bengali, Hindi and Urdu fall apart into letters.
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u200c\u200d]|['’ʼ](?=\p{L}))*/gu;
const plainAscii = /^[a-z0-9]+$/;

/** The words of a text in order. Emoji and punctuation are no words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    words.push({ form: formOf(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/**
 * How a word is compared: people on phones leave out capitals, apostrophes and Latin accents ("dont", "dwr" for
 * "dŵr"), so all three are dropped. Only Latin accents: the vowel signs of Bengali or Urdu change the word.
 */
function formOf(word: string): string {
  const lower = word.toLowerCase();
  if (plainAscii.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/['’ʼ]|\u200c|\u200d|[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .normalize('NFC');
}
