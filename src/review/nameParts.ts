import { folded, occurrences } from '#domain/occurrences.ts';
import { wordsOf } from '#store/redactions.ts';
import type { RedactionRow } from '#store/schema.ts';
import type { Span } from '#theming/evidence.ts';
import type { Decided } from '#theming/redact/hiddenIn.ts';
import { redact } from '#theming/redact/redact.ts';

/** Who is Sarah Jones once is Sarah afterwards. */
export function withParts(text: string, name: Span): Span[] {
  const parts = [...text.slice(name.start, name.end).matchAll(/[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]{2,}/gu)];
  const spans = parts.map(({ 0: { length }, index }) => ({
    start: name.start + index,
    end: name.start + index + length,
  }));
  return [name, ...spans.filter(({ start, end }) => end - start < name.end - name.start)];
}

interface Hidden {
  text: string;
  /** Officers' decisions about it, the oldest first. */
  rows: readonly RedactionRow[];
  pieces: Decided['pieces'];
}

/**
 * The parts of a name that are hidden only because it is: they are so no more once it is shown. What an officer hides for
 * itself is not among them, nor what belongs to another name that stays hidden.
 */
export function partsOnlyOf({ text, rows, pieces }: Hidden, name: Span): Span[] {
  const of = (span: Span) => folded(text.slice(span.start, span.end));
  const hiding = hidingNow(text, rows);
  if (!(hiding.get(of(name)) ?? []).some(({ row }) => row.confirmed === 1)) return [];
  const [, ...parts] = withParts(text, name);
  const own = new Set([name, ...parts].map(of));
  const othersLeft = redact(text).possibleNames.filter(
    (other) =>
      of(other) !== of(name) &&
      pieces.some((piece) => other.start <= piece.start && piece.end <= other.end && !own.has(of(piece))),
  );
  const stays = (part: string) =>
    (hiding.get(part) ?? []).some(
      ({ wholes }) => wholes === null || wholes.some((one) => one !== of(name)),
    ) || othersLeft.some(({ start, end }) => occurrences(text.slice(start, end), part).length > 0);
  return parts.filter((part) => hiding.has(of(part)) && !stays(of(part)));
}

/** Whether an officer hides these words for themselves, and not just as a part of a name. */
export function isHiddenForItself(text: string, rows: readonly RedactionRow[], words: string): boolean {
  return (hidingNow(text, rows).get(folded(words)) ?? []).some(({ wholes }) => wholes === null);
}

/** A decision that still hides its words. */
interface Hiding {
  row: RedactionRow;
  /** The names that stay hidden of which these words are a part; null where they are hidden for themselves. */
  wholes: string[] | null;
}

/** By the words as they are compared. What was hidden before somebody showed it counts no more. */
function hidingNow(text: string, rows: readonly RedactionRow[]): Map<string, Hiding[]> {
  const standing = new Map<string, RedactionRow[]>();
  for (const row of rows) {
    const words = wordsOf(text, row);
    if (words === null) continue;
    const key = folded(words);
    standing.set(key, row.decision === 'hidden' ? [...(standing.get(key) ?? []), row] : []);
  }
  const partsOf = ({ startAt, endAt }: RedactionRow) =>
    withParts(text, { start: startAt, end: endAt })
      .slice(1)
      .map(({ start, end }) => folded(text.slice(start, end)));
  /** Names that were confirmed in the same breath: their parts have no other reason. */
  const namesWith = (part: string, row: RedactionRow) =>
    rows.filter(
      (whole) =>
        whole.confirmed === 1 &&
        whole.createdAt === row.createdAt &&
        whole.officerId === row.officerId &&
        wordsOf(text, whole) !== null &&
        partsOf(whole).includes(part),
    );
  const nameOf = ({ startAt, endAt }: RedactionRow) => folded(text.slice(startAt, endAt));
  return new Map(
    [...standing]
      .filter(([, some]) => some.length > 0)
      .map(([part, some]) => [
        part,
        some.map((row) => {
          const wholes = row.confirmed === 1 ? namesWith(part, row) : [];
          if (wholes.length === 0) return { row, wholes: null };
          return { row, wholes: wholes.map(nameOf).filter((one) => (standing.get(one) ?? []).length > 0) };
        }),
      ]),
  );
}
