import type { Vector } from './features.ts';

/** A table of one row a feature and one column a class; what every model here learns. */
export class Weights {
  readonly cells: Float32Array;
  readonly classes: number;

  constructor(features: number, classes: number) {
    this.cells = new Float32Array(features * classes);
    this.classes = classes;
  }

  /** Adds the vector to every class's column, as much as `shares` says. */
  add(vector: Vector, shares: Float64Array, times = 1): void {
    const { cells, classes } = this;
    const { features, weights } = vector;
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * classes;
      const weight = (weights[at] ?? 0) * times;
      for (let k = 0; k < classes; k += 1) {
        cells[row + k] = (cells[row + k] ?? 0) + weight * (shares[k] ?? 0);
      }
    }
  }

  /** The same, and every cell takes as much of it as `pace` says for that cell. */
  addEach(vector: Vector, shares: Float64Array, pace: Float32Array): void {
    const { cells, classes } = this;
    const { features, weights } = vector;
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * classes;
      const weight = weights[at] ?? 0;
      for (let k = 0; k < classes; k += 1) {
        cells[row + k] = (cells[row + k] ?? 0) + weight * (pace[row + k] ?? 0) * (shares[k] ?? 0);
      }
    }
  }

  /** Each class's column times the vector, added to `into`. */
  score(vector: Vector, into: Float64Array): Float64Array {
    const { cells, classes } = this;
    const { features, weights } = vector;
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * classes;
      const weight = weights[at] ?? 0;
      for (let k = 0; k < classes; k += 1) into[k] = (into[k] ?? 0) + weight * (cells[row + k] ?? 0);
    }
    return into;
  }
}
