import type { Span } from '#theming/evidence.ts';

/** The marks of the scripts we meet, what closes after them, or a new line. */
const ends = /(?:[.!?\u2026\u061f\u06d4\u0964]+["'\u2019\u201d)]*(?=\s|$))|\n+/gu;
/** Nobody ends a sentence after these. */
const abbreviation = /(?:^|\s)(?:mr|mrs|ms|dr|st|no|cllr|rd|ave|e\.g|i\.e)\.$/iu;

/** The sentences of a text, without blanks around them and with the marks that end them: a question mark is evidence. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    const end = from + piece.trimEnd().length;
    if (start < end) spans.push({ start, end });
    from = to;
  };
  for (const { 0: found, index } of text.matchAll(ends))
    if (!abbreviation.test(text.slice(from, index + found.length))) add(index + found.length);
  add(text.length);
  return spans;
}
