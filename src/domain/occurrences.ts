const partOfWord = /[\p{L}\p{M}\p{N}]/u;
/** A character with all that is put on it or seen by nobody; or blanks. */
const cluster = /\s+|[^\s][\p{M}\p{Cf}\p{Variation_Selector}]*/gsu;
const unseen = /\p{Cf}|\p{Variation_Selector}/gu;
const apostrophes = /[\u2018\u2019\u02bc\u2032]/g;
const plainAscii = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;

/** A text as words are compared in it, and the way back. */
interface Folded {
  text: string;
  /** Where each unit of `text` begins in the original; one more for the end. */
  from: readonly number[] | null;
}

/**
 * Words as they are compared: people and phones write the same word with other capitals, with its accents apart, with
 * characters that nobody sees, over two lines.
 */
export function folded(words: string): string {
  return foldOf(words).text;
}

/**
 * Where these words stand in a text, however they are written there, as whole words: "Jo" is not in "Jones". One after
 * the other, none overlapping.
 */
export function occurrences(text: string, words: string): { start: number; end: number }[] {
  return occurrencesIn(text)(words);
}

/** The same for many words: the text is folded once. */
export function occurrencesIn(text: string): (words: string) => { start: number; end: number }[] {
  const within = foldOf(text);
  return (words) => placesIn(within, folded(words));
}

function placesIn({ text: within, from }: Folded, sought: string): { start: number; end: number }[] {
  if (sought === '') return [];
  const found: { start: number; end: number }[] = [];
  let start = within.indexOf(sought);
  while (start >= 0) {
    const end = start + sought.length;
    const whole = isEdge(within, from, start) && isEdge(within, from, end);
    if (whole) found.push({ start: from?.[start] ?? start, end: from?.[end] ?? end });
    start = within.indexOf(sought, whole ? end : start + 1);
  }
  return found;
}

function foldOf(original: string): Folded {
  if (plainAscii.test(original)) return { text: original.toLowerCase(), from: null };
  let text = '';
  const from: number[] = [];
  for (const { 0: written, index } of original.matchAll(cluster)) {
    const one = foldCluster(written);
    for (let unit = 0; unit < one.length; unit += 1) from.push(index);
    text += one;
  }
  return { text, from: [...from, original.length] };
}

/** By way of the capital: "straße" is "STRASSE". */
function foldCluster(written: string): string {
  if (/^\s/.test(written)) return ' ';
  const seen = written.replace(unseen, '').replace(apostrophes, "'").normalize('NFKC');
  return seen.toUpperCase().toLowerCase().normalize('NFC');
}

/** Whether a character begins or ends here, and no word goes on across. */
function isEdge(text: string, from: Folded['from'], at: number): boolean {
  if (from !== null && at > 0 && from[at] === from[at - 1]) return false;
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return !(partOfWord.test(before) && partOfWord.test(after));
}
