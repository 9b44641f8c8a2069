/** Rows between two moments, ms: `from` is in it, `to` is not. */
export interface Span<Row> {
  from: number;
  to: number;
  rows: readonly Row[];
}

/** About so many, but none for only a few rows. */
const SPANS = 32;
const FEWEST = 100;

/** All there is, when nothing of it is known yet. */
export function wholeSpan<Row>(): Span<Row> {
  return { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER, rows: [] };
}

/** Cut anew into spans of as many rows each where one has become far larger than the others, else as they are. */
export function evenly<Row extends { at: number }>(spans: readonly Span<Row>[]): readonly Span<Row>[] {
  const count = spans.reduce((sum, { rows }) => sum + rows.length, 0);
  const each = Math.max(FEWEST, Math.ceil(count / SPANS));
  if (spans.every(({ rows }) => rows.length <= 2 * each)) return spans;
  const rows = spans.flatMap((span) => span.rows).sort((one, other) => one.at - other.at);
  const cut: Span<Row>[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = Math.min(from + each, rows.length);
    // What came in the same moment stays together.
    while (to < rows.length && rows[to]?.at === rows[to - 1]?.at) to += 1;
    cut.push({
      from: from === 0 ? Number.MIN_SAFE_INTEGER : (rows[from]?.at ?? 0),
      to: rows[to]?.at ?? Number.MAX_SAFE_INTEGER,
      rows: rows.slice(from, to),
    });
    from = to;
  }
  return cut;
}
