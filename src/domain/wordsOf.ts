/** One word of a text: what to compare it by, and where it stands (UTF-16 offsets, end exclusive). */
export interface Word {
  form: string;
  start: number;
  end: number;
}

// Marks and joiners belong to their word: without them Bengali, Hindi and Urdu fall apart into letters.
// So does what nobody sees between its letters, a soft hyphen or a zero-width space, as long as a letter follows.
const wordPattern =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u200c\u200d]|['’ʼ](?=\p{L})|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+(?=[\p{L}\p{N}]))*/gu;
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
    .replace(/['’ʼ]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .normalize('NFC');
}
