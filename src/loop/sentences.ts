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

/**
 * As many of them, from the first, as are no longer than `longest` together and say nothing twice; null where not even
 * one is. Where a part that comes again would end that before there is `enough`, it begins after the first time: "Help!
 * Help! The stairs are broken."
 */
export function runOf(text: string, parts: readonly Span[], longest: number, enough: number): Span | null {
  let [found, next] = runFrom(text, parts, 0, longest);
  const first = found;
  while (found !== null && found.end - found.start < enough) {
    if (next === null) return first;
    [found, next] = runFrom(text, parts, next, longest);
  }
  return found ?? first;
}

/** From this one on; and where to begin instead, where it ends because a part comes again. */
function runFrom(
  text: string,
  parts: readonly Span[],
  from: number,
  longest: number,
): [Span | null, number | null] {
  const start = parts[from]?.start ?? 0;
  const said = new Map<string, number>();
  let run: Span | null = null;
  for (let at = from; at < parts.length; at += 1) {
    const part = parts[at] as Span;
    if (part.end - start > longest) break;
    const words = normalise(text.slice(part.start, part.end));
    const before = words === '' ? undefined : said.get(words);
    if (before !== undefined) return [run, before + 1];
    said.set(words, at);
    run = { start, end: part.end };
  }
  return [run, null];
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
