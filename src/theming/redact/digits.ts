import type { Span } from '#theming/evidence.ts';

/** Digits that may belong together, with blanks and the like between them. */
export interface Run extends Span {
  digits: string;
  /** How many digits stand together, in order: 5, 6 for "07700 900123". */
  groups: number[];
}

/** Every stretch of digits without anything between them. */
export function groupsIn(text: string): Span[] {
  return [...text.matchAll(/\d+/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/**
 * What begins with the group at `first` and goes on as long as `between` is what stands before the next one, of `least`
 * to `most` digits: the shortest first.
 */
export function runsFrom(
  text: string,
  groups: readonly Span[],
  first: number,
  { between, least, most }: { between: RegExp; least: number; most: number },
): Run[] {
  const runs: Run[] = [];
  let digits = '';
  const lengths: number[] = [];
  const start = groups[first]?.start ?? 0;
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at];
    const before = groups[at - 1];
    if (group === undefined || digits.length + group.end - group.start > most) break;
    if (at > first && before !== undefined) {
      if (group.start - before.end > 4 || !between.test(text.slice(before.end, group.start))) break;
    }
    digits += text.slice(group.start, group.end);
    lengths.push(group.end - group.start);
    if (digits.length >= least) runs.push({ start, end: group.end, digits, groups: [...lengths] });
  }
  return runs;
}

/** Whether nothing goes on before and after it that would make it something else: a letter, a price, a decimal. */
export function standsAlone(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[\p{L}\p{M}\p{N}_£$€]$|\d[.,:]$/u.test(before)) return false;
  return !/^(?:[\p{L}\p{M}\p{N}_%]|[.,:]\d)/u.test(after);
}
