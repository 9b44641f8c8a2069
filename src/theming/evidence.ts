import { type Word, wordsOf } from './words.ts';

export interface Span {
  start: number;
  end: number;
}

/** The marks of the scripts we meet: Latin, Arabic and Urdu, Bengali and Hindi, Chinese. */
const sentenceEnd = /[.!?…\n؟۔।。！？]/u;
const clauseEnd = /[;:,()–—؛،，、]|\s-\s/u;
const longestClause = 24;
const shortestClause = 3;
const shortestSentence = 2;

/**
 * The stretches of a text that can stand as evidence. Each starts and ends at a word, so none has blank edges or
 * cuts a word or a surrogate pair. A very short clause ("Yes,") goes with its neighbour; a very long one is read
 * through overlapping windows.
 */
export function clauses(text: string): Span[] {
  const groups: Word[][] = [];
  let last: Word | undefined;
  for (const word of wordsOf(text)) {
    const group = groups.at(-1);
    const between = last ? text.slice(last.end, word.start) : '';
    const length = group?.length ?? 0;
    const ends =
      (length >= shortestSentence && sentenceEnd.test(between)) ||
      (length >= shortestClause && clauseEnd.test(between));
    if (!group || ends) groups.push([word]);
    else group.push(word);
    last = word;
  }
  const tail = groups.at(-1);
  if (groups.length > 1 && tail && tail.length < shortestSentence)
    groups.at(-2)?.push(...(groups.pop() ?? []));
  return groups.flatMap(windows);
}

function windows(words: Word[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at === 0 || at + longestClause / 2 < words.length; at += longestClause / 2) {
    const first = words[at];
    const last = words[Math.min(at + longestClause, words.length) - 1];
    if (first && last) spans.push({ start: first.start, end: last.end });
  }
  return spans;
}
