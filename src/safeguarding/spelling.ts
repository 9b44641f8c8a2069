const accents = /\p{M}+/gu;
/** "heeelp": nobody's spelling has a letter three times. */
const drawnOut = /(\p{L})\1{2,}/gu;
const doubled = /(\p{L})\1/gu;
/** Shorter words are too easily another word: "hoping" and "hopping" are not, "later" and "latter" are. */
const shortest = 6;
/** Longer ones are no word, and would only be slow. */
const longest = 20;

/** A word as two spellings of it are compared: "gŵr" and "gwr" are one word on a phone. */
export function plain(word: string): string {
  return word.normalize('NFD').replace(accents, '').normalize('NFC');
}

/** A line of the lists with the words that `meant` knows spelled as the rest of the lists spells them; names of sets stay. */
export function spelledAs(line: string, meant: ReadonlyMap<string, string>): string {
  return line.replace(
    /(?<![<~\p{L}\p{N}'])[\p{L}\p{M}\p{N}']+(?![>\p{L}])/gu,
    (word) => meant.get(plain(word)) ?? word,
  );
}

interface Spellings {
  /** The words of each language's lists, and what it joins on to a word: "husbands", "torri'n". */
  known: readonly { words: readonly string[]; endings: readonly string[] }[];
  meant: ReadonlyMap<string, string>;
  misspelt: readonly string[];
}

/**
 * Spells the words of a message as the lists spell them, where they are one slip away from a word of the lists: text
 * speak that `meant` names, letters drawn out ("heeelp"), a letter doubled or not ("abussed"), a dropped g ("hittin"),
 * and for the long words of `misspelt` any one letter too many, missing, wrong, or out of its place.
 */
export function speller({ known, meant, misspelt }: Spellings): (words: string) => string {
  const words = new Set(known.flatMap((language) => language.words));
  const stems = new Map<string, string>();
  for (const language of known)
    for (const word of language.words.filter(({ length }) => length > 3))
      for (const ending of language.endings) stems.set(word + ending, word);
  const singly = new Map<string, string>();
  for (const word of words) if (word.length >= shortest) singly.set(single(word), word);
  const slips = new Map<string, string>();
  for (const word of misspelt) for (const slip of without(word)) slips.set(slip, word);

  const spell = (written: string): string => {
    const word = plain(written);
    const said = meant.get(word);
    if (said !== undefined) return said;
    if (words.has(word)) return word;
    const stem = stems.get(word);
    if (stem !== undefined) return stem;
    const once = word.replace(drawnOut, '$1');
    if (once !== word) {
      const twice = word.replace(drawnOut, '$1$1');
      return words.has(twice) ? twice : (meant.get(once) ?? once);
    }
    if (word.length < 5) return word;
    if (word.endsWith('in') && words.has(`${word}g`)) return `${word}g`;
    if (word.length < shortest) return word;
    return singly.get(single(word)) ?? slipOf(word, slips) ?? word;
  };
  return (text) => text.split(' ').map(spell).join(' ');
}

function single(word: string): string {
  return word.replace(doubled, '$1');
}

function slipOf(word: string, slips: ReadonlyMap<string, string>): string | undefined {
  if (word.length < 7 || word.length > longest) return undefined;
  for (const slip of without(word)) {
    const meant = slips.get(slip);
    if (meant !== undefined && Math.abs(meant.length - word.length) <= 1) return meant;
  }
  return undefined;
}

/** The word, and the word without each of its letters: two words that share one of these are a slip apart. */
function without(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
