import { product } from './embedding.ts';

/** Rounds in which a row may change its group; it settles long before. */
const mostRounds = 40;
/** Starts of which the tightest grouping is taken: one alone may end in a poor corner. */
const starts = 10;

/**
 * Puts rows of length 1 into `count` groups around their means (spherical k-means, Dhillon and Modha 2001). Returns the
 * group of each row. The same rows always give the same groups.
 */
export function groupsOf(rows: readonly Float64Array[], count: number): number[] {
  let best: { groups: number[]; tightness: number } = { groups: [], tightness: Number.NEGATIVE_INFINITY };
  for (let start = 0; start < starts; start += 1) {
    const found = settled(rows, farApart(rows, count, start));
    if (found.tightness > best.tightness) best = found;
  }
  return best.groups;
}

/** First middles, each the row that is least like those before; every start begins at another row. */
function farApart(rows: readonly Float64Array[], count: number, start: number): Float64Array[] {
  const first = rows[Math.floor((start * rows.length) / starts)];
  const middles = first === undefined ? [] : [first];
  const nearest = rows.map((row) => (first === undefined ? 0 : product(row, first)));
  while (middles.length < Math.min(count, rows.length)) {
    const far = nearest.indexOf(Math.min(...nearest));
    const next = rows[far];
    if (next === undefined) break;
    middles.push(next);
    rows.forEach((row, at) => {
      nearest[at] = Math.max(nearest[at] ?? 0, product(row, next));
    });
  }
  return middles;
}

function settled(
  rows: readonly Float64Array[],
  begin: Float64Array[],
): { groups: number[]; tightness: number } {
  let middles = begin;
  let groups: number[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const now = rows.map((row) => nearestTo(row, middles));
    if (now.every((group, at) => group === groups[at])) break;
    groups = now;
    middles = middles.map((middle, group) => {
      const members = rows.filter((_, at) => groups[at] === group);
      return members.length === 0 ? middle : middleOf(members);
    });
  }
  const tightness = rows.reduce((sum, row, at) => {
    const middle = middles[groups[at] ?? 0];
    return middle === undefined ? sum : sum + product(row, middle);
  }, 0);
  return { groups, tightness };
}

function nearestTo(row: Float64Array, middles: readonly Float64Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  middles.forEach((middle, group) => {
    const near = product(row, middle);
    if (near > most) [best, most] = [group, near];
  });
  return best;
}

/** The mean of some rows, of length 1. */
export function middleOf(rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (row[i] ?? 0);
  const length = Math.sqrt(product(sum, sum)) || 1;
  return sum.map((value) => value / length);
}
