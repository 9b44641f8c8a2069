import { Features, type Vector } from './features.ts';

/** Directions beyond these hold noise (docs/theming.md has what was tried). */
const mostDirections = 12;
/** After so many steps the directions no longer turn. */
const steps = 30;

/**
 * Where each text stands among the others: texts about the same thing stand close together, also where they share no
 * word but words that go together elsewhere (latent semantic analysis, Deerwester et al. 1990). Rows are of length 1, and
 * the same texts always give the same rows. Time and memory grow with the square of the number of texts.
 *
 * @param most a feature in more of the texts than this tells none of them apart: the words of the question itself.
 */
export function embed(texts: readonly string[], most: number): Float64Array[] {
  const likeness = centred(likenesses(telling(texts, most)));
  const directions = principal(likeness, Math.min(mostDirections, texts.length));
  return texts.map((_, at) =>
    unit(directions.map(({ axis, weight }) => (axis[at] ?? 0) * Math.sqrt(weight))),
  );
}

/** Each text as the features that it shares with some of the others. */
function telling(texts: readonly string[], most: number): Map<number, number>[] {
  const said = texts.map((text) => ({ text }));
  const features = new Features([], said);
  const vectors = said.map((one) => features.vector(one));
  const times = new Int32Array(features.size);
  for (const vector of vectors)
    for (const feature of vector.features) times[feature] = (times[feature] ?? 0) + 1;
  const tells = (feature: number) => (times[feature] ?? 0) >= 2 && (times[feature] ?? 0) <= most;
  return vectors.map((vector) => scaled(vector, tells));
}

function scaled({ features, weights }: Vector, tells: (feature: number) => boolean): Map<number, number> {
  const kept = new Map<number, number>();
  let mass = 0;
  features.forEach((feature, at) => {
    if (!tells(feature)) return;
    const weight = weights[at] ?? 0;
    kept.set(feature, weight);
    mass += weight * weight;
  });
  const length = Math.sqrt(mass) || 1;
  for (const [feature, weight] of kept) kept.set(feature, weight / length);
  return kept;
}

function likenesses(vectors: readonly Map<number, number>[]): Float64Array[] {
  const table = vectors.map(() => new Float64Array(vectors.length));
  // By feature, so that texts which share none are never looked at.
  const holders = new Map<number, [text: number, weight: number][]>();
  vectors.forEach((vector, text) => {
    for (const [feature, weight] of vector) {
      const known = holders.get(feature) ?? [];
      for (const [other, otherWeight] of known) {
        const row = table[text];
        if (row !== undefined) row[other] = (row[other] ?? 0) + weight * otherWeight;
      }
      known.push([text, weight]);
      holders.set(feature, known);
    }
  });
  table.forEach((row, text) => {
    row[text] = (vectors[text]?.size ?? 0) > 0 ? 1 : 0;
    for (let other = 0; other < text; other += 1) {
      const mirrored = table[other];
      if (mirrored !== undefined) mirrored[text] = row[other] ?? 0;
    }
  });
  return table;
}

/** What all texts have in common is taken away. */
function centred(table: Float64Array[]): Float64Array[] {
  const means = table.map(meanOf);
  const overall = meanOf(Float64Array.from(means));
  return table.map((row, one) =>
    row.map((value, other) => value - (means[one] ?? 0) - (means[other] ?? 0) + overall),
  );
}

function meanOf(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value, 0) / (row.length || 1);
}

interface Direction {
  axis: Float64Array;
  weight: number;
}

/** The directions in which the texts differ most, by orthogonal iteration from a fixed start. */
function principal(table: Float64Array[], count: number): Direction[] {
  let axes: Float64Array[] = Array.from({ length: count }, (_, one) =>
    Float64Array.from({ length: table.length }, (__, at) => Math.sin((one + 1) * (at + 1) * 12.9898)),
  );
  orthogonal(axes);
  for (let step = 0; step < steps; step += 1) {
    axes = axes.map((axis) => through(table, axis));
    orthogonal(axes);
  }
  return axes.map((axis) => ({ axis, weight: Math.max(0, product(through(table, axis), axis)) }));
}

function through(table: Float64Array[], axis: Float64Array): Float64Array {
  return Float64Array.from(table, (row) => product(row, axis));
}

/** Gram and Schmidt: each axis loses what it shares with those before it, and has length 1. */
function orthogonal(axes: Float64Array[]): void {
  axes.forEach((axis, at) => {
    for (const before of axes.slice(0, at)) {
      const shared = product(axis, before);
      for (let i = 0; i < axis.length; i += 1) axis[i] = (axis[i] ?? 0) - shared * (before[i] ?? 0);
    }
    const length = Math.sqrt(product(axis, axis)) || 1;
    for (let i = 0; i < axis.length; i += 1) axis[i] = (axis[i] ?? 0) / length;
  });
}

function unit(values: number[]): Float64Array {
  const row = Float64Array.from(values);
  const length = Math.sqrt(product(row, row)) || 1;
  return row.map((value) => value / length);
}

export function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
