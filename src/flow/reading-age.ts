import { daleChall } from 'dale-chall';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** How hard an English text is to read. */
export interface Reading {
  words: number;
  /** Flesch-Kincaid: the age in years at which most people can read it; null where it is too short to say. */
  age: number | null;
  /** Three syllables or more and not among the 3,000 words that children know (Dale-Chall 1995), the most frequent first. */
  hard: string[];
}

/** Fewer words than this say little: one long name would make a short question unreadable. */
const enough = 25;
/** A school grade of the United States plus this is an age. */
const firstGradeAt = 5;

const known = new Set(daleChall);
/** What every council and charity must be able to say, and everybody who hears from one has met. */
const unavoidable = new Set(['council', 'councillor', 'charity', 'councillors', 'charities', 'disability']);

export function readingOf(text: string): Reading {
  const sentences = text.split(/[.!?:;]+(?:\s|$)|\n+/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}'-]*\p{L}[\p{L}'-]*/gu) ?? []);
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  };
  const age = words.length < enough ? null : Math.round(fleschKincaid(counts) + firstGradeAt);
  return { words: words.length, age, hard: hardest(sentences) };
}

function hardest(sentences: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const sentence of sentences) {
    const words = sentence.match(/[\p{L}'-]*\p{L}[\p{L}'-]*/gu) ?? [];
    words.forEach((word, i) => {
      // A capital in the middle of a sentence is a name, and names cannot be plainer.
      if (i > 0 && /^\p{Lu}/u.test(word)) return;
      const lower = word.toLowerCase();
      if (isHard(lower)) times.set(lower, (times.get(lower) ?? 0) + 1);
    });
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

function isHard(word: string): boolean {
  return syllable(word) >= 3 && !stems(word).some((stem) => known.has(stem) || unavoidable.has(stem));
}

/** "agencies" is as easy as "agency"; "happily" as "happy". */
function stems(word: string): string[] {
  const bare = word.replace(/'s?$/, '');
  return [
    bare,
    ...['s', 'es', 'd', 'ed', 'er', 'ing', 'ly', 'r'].flatMap((ending) =>
      bare.endsWith(ending) ? [bare.slice(0, -ending.length), `${bare.slice(0, -ending.length)}e`] : [],
    ),
    bare.replace(/ies$|ied$|ily$|ier$/, 'y'),
    ...bare.split('-').slice(0, 1),
  ];
}
