import type { KnownWord, Vector, Worded } from './features.ts';
import { WordSums } from './wordSums.ts';

/** A table of one row a feature and one column a class; what every model here learns. */
export class Weights {
  readonly cells: Float32Array;
  readonly classes: number;
  readonly #words: WordSums;

  constructor(features: number, classes: number) {
    this.#words = new WordSums(classes, (word, into) => this.#pieces(word, into));
    this.cells = new Float32Array(features * classes);
    this.classes = classes;
  }

  /** Adds the vector to every class's column, as much as `shares` says. */
  add(vector: Vector, shares: Float64Array, times = 1): void {
    this.#words.forget();
    const { cells, classes } = this;
    const { features, weights } = vector;
    // Most shares are 0: a response has one theme or two.
    const chosen: number[] = [];
    for (let k = 0; k < classes; k += 1) if (shares[k] !== 0) chosen.push(k);
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * classes;
      const weight = (weights[at] ?? 0) * times;
      for (let place = 0; place < chosen.length; place += 1) {
        const k = chosen[place] ?? 0;
        cells[row + k] = (cells[row + k] ?? 0) + weight * (shares[k] ?? 0);
      }
    }
  }

  /** The same, and every cell takes as much of it as `pace` says for that cell. */
  addEach(vector: Vector, shares: Float64Array, pace: Float32Array): void {
    this.#words.forget();
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

  /** Each class's column times the text, added to `into`. */
  score(text: Vector | Worded, into: Float64Array): Float64Array {
    if (!('loose' in text)) return this.#sum(text, into);
    this.#sum(text.loose, into);
    for (let at = 0; at < text.words.length; at += 1) {
      const word = text.words[at];
      if (word !== undefined) this.#words.add(word, text.times[at] ?? 0, into);
    }
    return into;
  }

  #pieces({ pieces, rarity }: KnownWord, into: Float64Array): void {
    const { cells, classes } = this;
    for (let at = 0; at < pieces.length; at += 1) {
      const row = (pieces[at] ?? 0) * classes;
      const weight = rarity[at] ?? 0;
      for (let k = 0; k < classes; k += 1) into[k] = (into[k] ?? 0) + weight * (cells[row + k] ?? 0);
    }
  }

  #sum({ features, weights }: Vector, into: Float64Array): Float64Array {
    const { cells, classes } = this;
    for (let at = 0; at < features.length; at += 1) {
      const row = (features[at] ?? 0) * classes;
      const weight = weights[at] ?? 0;
      for (let k = 0; k < classes; k += 1) into[k] = (into[k] ?? 0) + weight * (cells[row + k] ?? 0);
    }
    return into;
  }
}
