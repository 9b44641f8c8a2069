/**
 * How far two ways of grouping the same things agree: 1 where they are the same, 0 where they agree no more than by
 * chance. Adjusted mutual information with the mean of the entropies as its upper bound, as scikit-learn's
 * adjusted_mutual_info_score has it. Vinh, Epps and Bailey (2010), https://jmlr.org/papers/v11/vinh10a.html
 */
export function adjustedMutualInformation(one: readonly string[], other: readonly string[]): number {
  const count = one.length;
  const [ones, others] = [counted(one), counted(other)];
  if (count === 0 || (ones.size === 1 && others.size === 1)) return 1;
  const pairs = Map.groupBy(one.keys(), (at) => JSON.stringify([one[at], other[at]]));
  let shared = 0;
  for (const [at = 0, ...more] of pairs.values()) {
    const both = more.length + 1;
    const expected = ((ones.get(one[at] ?? '') ?? 0) * (others.get(other[at] ?? '') ?? 0)) / count;
    shared += (both / count) * Math.log(both / expected);
  }
  const byChance = expectedInformation([...ones.values()], [...others.values()], count);
  const bound = (entropy(ones, count) + entropy(others, count)) / 2;
  const room = bound - byChance;
  return Math.abs(room) < Number.EPSILON ? 0 : (shared - byChance) / room;
}

function counted(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function entropy(counts: Map<string, number>, total: number): number {
  let sum = 0;
  for (const count of counts.values()) sum -= (count / total) * Math.log(count / total);
  return sum;
}

/** Over all ways to deal the labels out anew: the hypergeometric model. */
function expectedInformation(ones: number[], others: number[], count: number): number {
  const log = logFactorials(count);
  const of = (n: number) => log[n] ?? 0;
  let sum = 0;
  for (const a of ones) {
    for (const b of others) {
      for (let both = Math.max(1, a + b - count); both <= Math.min(a, b); both += 1) {
        const chance = Math.exp(
          of(a) +
            of(b) +
            of(count - a) +
            of(count - b) -
            of(count) -
            of(both) -
            of(a - both) -
            of(b - both) -
            of(count - a - b + both),
        );
        sum += (both / count) * Math.log((count * both) / (a * b)) * chance;
      }
    }
  }
  return sum;
}

function logFactorials(most: number): Float64Array {
  const log = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) log[n] = (log[n - 1] ?? 0) + Math.log(n);
  return log;
}
