import type { Span } from '#theming/evidence.ts';

/** In order; what overlaps becomes one, of the kind of whichever is longer. What only touches stays two. */
export function joined<One extends Span>(spans: readonly One[]): One[] {
  const result: One[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) {
      result.push({ ...span });
      continue;
    }
    const { start, end } = last;
    const longer = span.end - span.start > end - start ? span : last;
    result[result.length - 1] = { ...longer, start, end: Math.max(end, span.end) };
  }
  return result;
}

/** What is left of a stretch without these, which are in order and overlap none another. */
export function without({ start, end }: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = start;
  for (const one of taken) {
    if (one.end <= at || one.start >= end) continue;
    if (one.start > at) left.push({ start: at, end: one.start });
    at = one.end;
  }
  return at < end ? [...left, { start: at, end }] : left;
}
