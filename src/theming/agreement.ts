/** What two judges said that one response is about: ids of themes. */
export interface Judged {
  one: readonly string[];
  other: readonly string[];
  /** The themes that both could have named. */
  among: readonly string[];
}

/** A figure and its 95% interval, each 0..1; kappas from -1. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** How often, and of how many. */
export interface Rate extends Estimate {
  hits: number;
  of: number;
}

/** A yes-or-no question put to two judges many times: how often both, only one, or neither said yes. */
export interface Cells {
  both: number;
  one: number;
  other: number;
  neither: number;
}

/**
 * Cohen's kappa: agreement beyond what chance would give. `same`: they never differed, so that nothing tells how sure
 * that is. `unsaid`: both always said the same one thing, all yes or all no; then chance alone would have them agree,
 * and kappa is 0 divided by 0.
 */
export type Kappa = ({ kind: 'estimate' } & Estimate) | { kind: 'same' } | { kind: 'unsaid' };

/** The standard normal deviate of a two-sided 95% interval. */
const Z = 1.959963984540054;

/** A share with Wilson's interval, which stays within 0..1 and holds for few; null of none. Wilson 1927, JASA 22:209. */
export function rate(hits: number, of: number): Rate | null {
  if (of === 0) return null;
  const value = hits / of;
  const spread = Z * Math.sqrt((value * (1 - value)) / of + (Z * Z) / (4 * of * of));
  const middle = value + (Z * Z) / (2 * of);
  const whole = 1 + (Z * Z) / of;
  // Rounding may lead a hair past the value itself.
  const low = Math.min(value, Math.max(0, (middle - spread) / whole));
  const high = Math.max(value, Math.min(1, (middle + spread) / whole));
  return { hits, of, value, low, high };
}

/** How alike the two sets of themes are: 1 where they are the same, as two empty ones are, and 0 where they share none. */
export function f1({ one, other }: Pick<Judged, 'one' | 'other'>): number {
  const both = one.filter((id) => other.includes(id)).length;
  return one.length + other.length === 0 ? 1 : (2 * both) / (one.length + other.length);
}

/** The mean of `f1` over the responses: sample-F1. */
export function sampleF1(judged: readonly Judged[]): Estimate | null {
  const mean = overResponses(
    judged.map((pair) => [f1(pair), 1]),
    ([sum = 0, count = 0]) => (count === 0 ? null : sum / count),
  );
  return asShare(mean, judged.length);
}

/** How often both named exactly the same themes. */
export function exactly(judged: readonly Judged[]): Rate | null {
  return rate(judged.filter((pair) => f1(pair) === 1).length, judged.length);
}

/** Of all the themes that `other` named, the share that `one` named too: precision, where `other` is the machine. */
export function named(judged: readonly Judged[]): Estimate | null {
  const share = overResponses(
    judged.map(({ one, other }) => [other.filter((id) => one.includes(id)).length, other.length]),
    ([hits = 0, of = 0]) => (of === 0 ? null : hits / of),
  );
  return asShare(
    share,
    judged.reduce((sum, { other }) => sum + other.length, 0),
  );
}

/** The two judges the other way round. */
export function turned(judged: readonly Judged[]): Judged[] {
  return judged.map(({ one, other, among }) => ({ one: other, other: one, among }));
}

/** Of one theme, over the responses where both could have named it. */
export function cellsOf(judged: readonly Judged[], themeId: string): Cells {
  return add(judged.map((pair) => cellOf(pair, themeId)));
}

/** Large-sample interval of one yes-or-no question a response. Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323. */
export function kappa(cells: Cells): Kappa {
  const value = kappaOf(cells);
  if (value === null) return { kind: 'unsaid' };
  if (cells.one + cells.other === 0) return { kind: 'same' };
  const total = cells.both + cells.one + cells.other + cells.neither;
  const [both, onlyOne, onlyOther, neither] = [cells.both, cells.one, cells.other, cells.neither].map(
    (count) => count / total,
  ) as [number, number, number, number];
  const [one, other] = [both + onlyOne, both + onlyOther];
  const chance = one * other + (1 - one) * (1 - other);
  const rest = 1 - value;
  const agreed = both * (1 - (one + other) * rest) ** 2 + neither * (1 - (1 - one + (1 - other)) * rest) ** 2;
  const differed = rest ** 2 * (onlyOne * (other + (1 - one)) ** 2 + onlyOther * (1 - other + one) ** 2);
  const variance = (agreed + differed - (value - chance * rest) ** 2) / (total * (1 - chance) ** 2);
  const spread = Z * Math.sqrt(Math.max(0, variance));
  return { kind: 'estimate', value, low: Math.max(-1, value - spread), high: Math.min(1, value + spread) };
}

/**
 * One kappa over every theme of every response. The themes of one response hang together, so that the large-sample
 * interval would be too narrow: whole responses are left out in turn instead.
 */
export function pooledKappa(judged: readonly Judged[]): Kappa {
  const each = judged.map((pair) => add(pair.among.map((themeId) => cellOf(pair, themeId))));
  const all = add(each);
  if (kappaOf(all) === null) return { kind: 'unsaid' };
  if (all.one + all.other === 0) return { kind: 'same' };
  const estimate = overResponses(
    each.map(({ both, one, other, neither }) => [both, one, other, neither]),
    ([both = 0, one = 0, other = 0, neither = 0]) => kappaOf({ both, one, other, neither }),
  );
  if (estimate === null) return { kind: 'unsaid' };
  const { value, low, high } = estimate;
  return { kind: 'estimate', value, low: Math.max(-1, low), high: Math.min(1, high) };
}

function cellOf({ one, other }: Judged, themeId: string): Cells {
  const [said, meant] = [one.includes(themeId), other.includes(themeId)];
  return {
    both: said && meant ? 1 : 0,
    one: said && !meant ? 1 : 0,
    other: !said && meant ? 1 : 0,
    neither: said || meant ? 0 : 1,
  };
}

function add(all: readonly Cells[]): Cells {
  const sum: Cells = { both: 0, one: 0, other: 0, neither: 0 };
  for (const cells of all)
    for (const key of ['both', 'one', 'other', 'neither'] as const) sum[key] += cells[key];
  return sum;
}

/** Null where chance would have them agree each time. */
function kappaOf({ both, one, other, neither }: Cells): number | null {
  const total = both + one + other + neither;
  // (observed - chance) / (1 - chance), with whole numbers above and below, so that 0 is 0.
  const below = (both + one) * (one + neither) + (both + other) * (other + neither);
  return total === 0 || below === 0 ? null : (2 * (both * neither - one * other)) / below;
}

/**
 * A figure of sums over responses, with the interval of the jackknife: how much it moves as each response in turn is
 * left out. It knows that what hangs together within a response is no evidence of its own, and draws nothing by chance,
 * so that a page shows the same interval twice. Fleiss and Davies 1982, American Journal of Epidemiology 115:841.
 * Leaving one out that alone says anything is passed over.
 */
function overResponses(
  each: readonly number[][],
  figure: (sums: number[]) => number | null,
): Estimate | null {
  const total = (each[0] ?? []).map((_, column) => each.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const value = each.length === 0 ? null : figure(total);
  if (value === null) return null;
  const without = each
    .map((row) => figure(total.map((sum, column) => sum - (row[column] ?? 0))))
    .filter((left) => left !== null);
  const mean = without.reduce((sum, left) => sum + left, 0) / without.length;
  const squares = without.reduce((sum, left) => sum + (left - mean) ** 2, 0);
  const spread = Z * Math.sqrt((squares * (without.length - 1)) / without.length);
  return { value, low: value - spread, high: value + spread };
}

/** Of a share: within 0..1, and as wide as Wilson's where all or none of `of` were hits and nothing moves. */
function asShare(estimate: Estimate | null, of: number): Estimate | null {
  if (estimate === null) return null;
  const { value, low, high } = estimate;
  if (value === 1 || value === 0) return rate(value * of, of);
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}
