import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { matcherOf, needed, patternOf, type Sets, takenOut } from './phrase.ts';

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
  const index = new Map<string, { entry: P; order: number }[]>();
  for (const [order, entry] of phrases.entries()) {
    for (const word of needed(entry.phrase, entry.sets))
      index.set(word, [...(index.get(word) ?? []), { entry, order }]);
  }
  /** In the order of the lists. */
  return (words: readonly string[]) => {
    const found = new Map<number, P>();
    for (const word of words) for (const { entry, order } of index.get(word) ?? []) found.set(order, entry);
    return [...found].sort(([one], [other]) => one - other).map(([, entry]) => entry);
  };
}

/** Finds the first of these phrases in the words of a message (see `wordsOf`), once the benign ones are taken out of them. */
export function finder<P extends Phrase>(benign: Phrase[], phrases: P[]) {
  const benignOf = byWord(
    benign.map((entry) => ({ ...entry, pattern: patternOf(entry.phrase, entry.sets) })),
  );
  const phrasesOf = byWord(
    phrases.map((entry) => ({ entry, ...entry, isIn: matcherOf(entry.phrase, entry.sets) })),
  );
  return (words: string): P | null => {
    const each = words.split(' ');
    const left = benignOf(each).reduce((said, { pattern }) => said.replace(pattern, ` ${takenOut}`), words);
    return phrasesOf(each).find(({ isIn }) => isIn(left))?.entry ?? null;
  };
}
