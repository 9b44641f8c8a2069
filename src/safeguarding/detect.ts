import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '#domain/words.ts';
import { needed, patternOf, type Sets, takenOut, wordsOf } from './phrase.ts';

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
  ...listSchema.parse(parse(readFileSync(new URL(`phrases.${language}.yaml`, import.meta.url), 'utf8'))),
}));
const benign = byWord(lists.flatMap(({ sets, ...list }) => list.benign.map((phrase) => ({ sets, phrase }))));
const dangers = byWord(
  categories.flatMap((category) =>
    lists.flatMap(({ language, sets, ...list }) =>
      list[category].map((phrase) => ({ category, language, sets, phrase })),
    ),
  ),
);

/** Phrases by the words of which they need one, so that a message is held against those few that it could hold. */
function byWord<P extends { phrase: string; sets: Sets }>(phrases: P[]) {
  const listed = phrases.map((phrase, order) => ({
    ...phrase,
    order,
    pattern: patternOf(phrase.phrase, phrase.sets),
  }));
  const index = new Map<string, typeof listed>();
  for (const entry of listed) {
    for (const word of needed(entry.phrase, entry.sets)) index.set(word, [...(index.get(word) ?? []), entry]);
  }
  /** In the order of the lists. */
  return (words: readonly string[]) => {
    const found = new Set<(typeof listed)[number]>();
    for (const word of words) for (const entry of index.get(word) ?? []) found.add(entry);
    return [...found].sort((one, other) => one.order - other.order);
  };
}

/**
 * Whether a message says that someone may come to harm now. Deterministic and of both languages, whatever language
 * the resident chose; it knows obvious phrases only. Null means "nothing found", not "nothing is wrong": staff read
 * every answer.
 */
export function detect(text: string): Danger | null {
  const all = wordsOf(text);
  const each = all.split(' ');
  const words = benign(each).reduce((said, { pattern }) => said.replace(pattern, ` ${takenOut}`), all);
  for (const { category, language, phrase, pattern } of dangers(each)) {
    pattern.lastIndex = 0;
    if (pattern.test(words)) return { category, language, phrase };
  }
  return null;
}
