import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { areNear, pieceOf, type Said, said } from './near.ts';
import { nearby, needed, patternOf, type Sets } from './phrase.ts';
import { takenOut } from './words.ts';

export interface Phrase {
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
    for (const word of needed(entry.phrase, entry.sets)) {
      const entries = index.get(word);
      if (entries === undefined) index.set(word, [{ entry, order }]);
      else entries.push({ entry, order });
    }
  }
  /** In the order of the lists. */
  return (words: Iterable<string>) => {
    const found = new Map<number, P>();
    for (const word of words) for (const { entry, order } of index.get(word) ?? []) found.set(order, entry);
    return [...found].sort(([one], [other]) => one - other).map(([, entry]) => entry);
  };
}

/** Whether a message holds the phrase: in its order, or for `a + b + c` near each other in any order. */
function matcherOf({ phrase, sets }: Phrase): (message: Said) => boolean {
  const pieces = nearby(phrase, sets);
  if (pieces !== null) {
    const near = pieces.near.map((together) => together.map(pieceOf));
    const looked = { near, unless: pieces.unless.map(pieceOf) };
    return (message) => areNear(looked, message);
  }
  const pattern = patternOf(phrase, sets);
  return ({ text }) => {
    pattern.lastIndex = 0;
    return pattern.test(text);
  };
}

/** Takes the phrases out of the words of a message; `gap` stays where each word of them was. */
export function remover(phrases: Phrase[], gap = ` ${takenOut}`): (words: string) => string {
  const candidates = byWord(
    phrases.map((entry) => ({ ...entry, pattern: patternOf(entry.phrase, entry.sets) })),
  );
  const gaps = (said: string) => gap.repeat(said.trim().split(' ').length);
  return (words) =>
    candidates(new Set(words.split(' '))).reduce((left, { pattern }) => left.replace(pattern, gaps), words);
}

/** Finds the first of these phrases in the words of a message (see `wordsOf`), which are of these sentences. */
export function finder<P extends Phrase>(phrases: P[]) {
  const candidates = byWord(phrases.map((entry) => ({ ...entry, entry, isIn: matcherOf(entry) })));
  return (
    words: string,
    keep: (entry: P) => boolean = () => true,
    sentences: readonly number[] = [],
  ): P | null => {
    const message = said(words, sentences);
    return (
      candidates(message.at.keys()).find(({ entry, isIn }) => keep(entry) && isIn(message))?.entry ?? null
    );
  };
}
