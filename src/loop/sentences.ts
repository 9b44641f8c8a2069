import { normalise } from '#domain/normalise.ts';
import type { Span } from '#theming/evidence.ts';

/**
 * Where sentences end: at their marks, with the quotation marks and brackets behind them, and at line breaks, because the
 * next line is another message. Not within "3.50", nor after "St." The marks of Latin need a blank behind them. Starting
 * only where a row of marks starts keeps a long row from being read again from each of its dots.
 */
const ends =
  /(?<!\b(?:st|mr|mrs|ms|dr|prof|e\.g|i\.e|approx))(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s|$)|[؟۔।。！？]+["'”’»)\]]*|\n/giu;
const clauseEnds = /[;:,،؛、](?=\s)|\s[-–—](?=\s)|[()—]/gu;

/** The sentences of a text, each with its marks and without the blanks around it. */
export function sentencesOf(text: string): Span[] {
  return between(text, { start: 0, end: text.length }, ends, true);
}

/** The clauses of one of its sentences, without the commas between them. */
export function clausesOf(text: string, sentence: Span): Span[] {
  return between(text, sentence, clauseEnds, false);
}

function between(text: string, { start, end }: Span, marks: RegExp, withMark: boolean): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(marks)) {
    const at = start + index;
    spans.push(trimmed(text, from, withMark ? at + mark.length : at));
    from = at + mark.length;
  }
  spans.push(trimmed(text, from, end));
  return spans.filter((span) => span.end > span.start);
}

/** As many of them, from the first, as are no longer than `longest` together and say nothing twice; null where not even one is. */
export function runOf(text: string, parts: readonly Span[], longest: number): Span | null {
  const [first] = parts;
  if (first === undefined) return null;
  const said = new Set<string>();
  let end: number | null = null;
  for (const part of parts) {
    const words = normalise(text.slice(part.start, part.end));
    if (part.end - first.start > longest || (words !== '' && said.has(words))) break;
    said.add(words);
    end = part.end;
  }
  return end === null ? null : { start: first.start, end };
}

/** Without blanks at its ends; empty where there is nothing else. */
export function trimmed(text: string, from: number, until: number): Span {
  const start = Math.min(Math.max(from, 0), text.length);
  const end = Math.min(Math.max(until, start), text.length);
  const slice = text.slice(start, end);
  const words = slice.trim();
  const lead = slice.length - slice.trimStart().length;
  return { start: start + (words === '' ? 0 : lead), end: start + (words === '' ? 0 : lead + words.length) };
}
