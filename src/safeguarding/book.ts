import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { needed, patternOf, type Sets, takenOut } from './phrase.ts';

interface Phrase {
  sets: Sets;
  phrase: string;
}

/** One language's phrase file in this folder, as its schema reads it. Throws where the file is not so. */
export function readList<S extends z.ZodType>(schema: S, file: string): z.infer<S> {
  return schema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
}

/** Phrases by the words of which they need one, so that a message is held against those few that it could hold. */
function byWord<P extends Phrase>(phrases: P[]) {
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

/** Finds the first of these phrases in the words of a message (see `wordsOf`), once the benign ones are taken out of them. */
export function finder<P extends Phrase>(benign: Phrase[], phrases: P[]) {
  const benignOf = byWord(benign);
  const phrasesOf = byWord(phrases);
  return (words: string): P | null => {
    const each = words.split(' ');
    const left = benignOf(each).reduce((said, { pattern }) => said.replace(pattern, ` ${takenOut}`), words);
    for (const entry of phrasesOf(each)) {
      entry.pattern.lastIndex = 0;
      if (entry.pattern.test(left)) return entry;
    }
    return null;
  };
}
