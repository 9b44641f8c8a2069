import { z } from 'zod';
import type { Language } from '#domain/words.ts';
import { finder, readList } from './book.ts';
import { wordsOf } from './phrase.ts';

/** From the most to the least urgent; a message is held against them in this order. */
export const categories = ['immediateDanger', 'selfHarm', 'abuse', 'crime'] as const;
export type Category = (typeof categories)[number];

/** The languages that the gate can read. Words in any other must be put before a person. */
export const gateLanguages = ['en', 'cy'] as const satisfies readonly Language[];

export interface Danger {
  category: Category;
  /** The language of that line, in which the answer comes first. */
  language: Language;
  /** The line of the phrase list that was found: never the resident's own words, so it may be logged. */
  phrase: string;
}

const phrases = z.array(z.string().trim().min(1)).min(1);
const listSchema = z.strictObject({
  sets: z.record(
    z.string(),
    z.string().transform((words) => words.split('/')),
  ),
  benign: phrases,
  immediateDanger: phrases,
  selfHarm: phrases,
  abuse: phrases,
  crime: phrases,
});

const lists = gateLanguages.map((language) => ({
  language,
  ...readList(listSchema, `phrases.${language}.yaml`),
}));
const find = finder(
  lists.flatMap(({ sets, benign }) => benign.map((phrase) => ({ sets, phrase }))),
  categories.flatMap((category) =>
    lists.flatMap(({ language, sets, ...list }) =>
      list[category].map((phrase) => ({ category, language, sets, phrase })),
    ),
  ),
);

/**
 * Whether a message says that someone may come to harm now. Deterministic and of both languages, whatever language
 * the resident chose; it knows obvious phrases only. Null means "nothing found", not "nothing is wrong": staff read
 * every answer.
 */
export function detect(text: string): Danger | null {
  const found = find(wordsOf(text));
  if (found === null) return null;
  const { category, language, phrase } = found;
  return { category, language, phrase };
}
