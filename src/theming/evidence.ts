import { type Word, wordsOf } from './words.ts';

export interface Span {
  start: number;
  end: number;
}

/** A stretch of a text: its offsets, and which of the text's words it has (the end exclusive). */
export interface Clause extends Span {
  from: number;
  to: number;
}

/** The marks of the scripts we meet: Latin, Arabic and Urdu, Bengali and Hindi, Chinese. */
const sentenceEnd = /[.!?…\n؟۔।。！？]/u;
const clauseEnd = /[;:,()–—؛،，、]|\s-\s/u;
const longestClause = 24;
const shortestClause = 3;
const shortestSentence = 2;

/**
 * The stretches of a text that can stand as evidence. Each starts and ends at a word, so none has blank edges or
 * cuts a word or a surrogate pair. A very short clause ("Yes,") goes with its neighbour, but never over a line break: that
 * is another message, and "HELP" may be the one before. A very long one is read through overlapping windows.
 */
export function clauses(text: string, words: Word[] = wordsOf(text)): Clause[] {
  const starts: number[] = [];
  words.forEach((word, at) => {
    const last = words[at - 1];
    const between = last ? text.slice(last.end, word.start) : '';
    const length = at - (starts.at(-1) ?? 0);
    const ends =
      between.includes('\n') ||
      (length >= shortestSentence && sentenceEnd.test(between)) ||
      (length >= shortestClause && clauseEnd.test(between));
    if (at === 0 || ends) starts.push(at);
  });
  const tail = starts.at(-1) ?? 0;
  const before = text.slice(words[tail - 1]?.end ?? 0, words[tail]?.start ?? 0);
  if (starts.length > 1 && words.length - tail < shortestSentence && !before.includes('\n')) starts.pop();
  return starts.flatMap((from, at) => windows(words, from, starts[at + 1] ?? words.length));
}

function windows(words: Word[], begin: number, end: number): Clause[] {
  const spans: Clause[] = [];
  for (let from = begin; from === begin || from + longestClause / 2 < end; from += longestClause / 2) {
    const to = Math.min(from + longestClause, end);
    const [first, last] = [words[from], words[to - 1]];
    if (first && last) spans.push({ start: first.start, end: last.end, from, to });
  }
  return spans;
}
