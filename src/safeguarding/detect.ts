import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { patternOf, takenOut, wordsOf } from './phrase.ts';

/** From the most to the least urgent; a message is held against them in this order. */
export const categories = ['immediateDanger', 'selfHarm', 'abuse', 'crime'] as const;
export type Category = (typeof categories)[number];

export interface Danger {
  category: Category;
  /** The line of the phrase list that was found: never the resident's own words, so it may be logged. */
  phrase: string;
}

const phrases = z.array(z.string().trim().min(1)).min(1);
const listSchema = z.strictObject({
  benign: phrases,
  immediateDanger: phrases,
  selfHarm: phrases,
  abuse: phrases,
  crime: phrases,
});

const lists = ['phrases.en.yaml', 'phrases.cy.yaml'].map((file) =>
  listSchema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8'))),
);
const benign = lists.flatMap((list) => list.benign.map(patternOf));
const dangers = categories.flatMap((category) =>
  lists.flatMap((list) => list[category].map((phrase) => ({ category, phrase, pattern: patternOf(phrase) }))),
);

/**
 * Whether a message says that someone may come to harm now. Deterministic and of both languages, whatever language
 * the resident chose; it knows obvious phrases only. Null means "nothing found", not "nothing is wrong": staff read
 * every answer.
 */
export function detect(text: string): Danger | null {
  const words = benign.reduce((said, pattern) => said.replace(pattern, ` ${takenOut}`), wordsOf(text));
  for (const { category, phrase, pattern } of dangers) {
    pattern.lastIndex = 0;
    if (pattern.test(words)) return { category, phrase };
  }
  return null;
}
