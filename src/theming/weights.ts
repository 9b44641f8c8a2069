import type { KnownWord, Vector, Worded } from './features.ts';
import { type Scores, zeros } from './scores.ts';
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
  add(vector: Vector, shares: Scores, times = 1): void {
    this.#words.forget();
    const { cells, classes } = this;
    const { features, weights } = vector;
    // Most shares are 0: a response has one theme or two.
    for (let k = 0; k < classes; k += 1) {
      const share = shares[k] ?? 0;
      if (share === 0) continue;
      for (let at = 0; at < features.length; at += 1) {
        const cell = (features[at] ?? 0) * classes + k;
        cells[cell] = (cells[cell] ?? 0) + (weights[at] ?? 0) * times * share;
      }
    }
  }

  /** The same, and every cell takes as much of it as `pace` says for that cell. */
  addEach(vector: Vector, shares: Scores, pace: Float32Array): void {
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

  /** What each class's column adds up to, or the squares in it. */
  totals(power: 1 | 2 = 1): Scores {
    const { cells, classes } = this;
    const totals = zeros(classes);
    for (let k = 0; k < classes; k += 1) totals[k] = columnTotal(cells, k, classes, power);
    return totals;
  }

  /** Each class's column times the text, added to `into`. */
  score(text: Vector | Worded, into: Scores): Scores {
    if (!('loose' in text)) return this.#sum(text, into);
    this.#sum(text.loose, into);
    for (let at = 0; at < text.words.length; at += 1) {
      const word = text.words[at];
      if (word !== undefined) this.#words.add(word, text.times[at] ?? 0, into);
    }
    return into;
  }

  #pieces({ pieces, rarity }: KnownWord, into: Scores): void {
    const { cells, classes } = this;
    for (let at = 0; at < pieces.length; at += 1) {
      const row = (pieces[at] ?? 0) * classes;
      const weight = rarity[at] ?? 0;
      for (let k = 0; k < classes; k += 1) into[k] = (into[k] ?? 0) + weight * (cells[row + k] ?? 0);
    }
  }

  /** Four classes at a time: their sums then stay in registers, and each row is in the cache for the next four. */
  #sum({ features, weights }: Vector, into: Scores): Scores {
    const { cells, classes } = this;
    const fours = classes - (classes % 4);
    for (let k = 0; k < fours; k += 4) {
      let [one, two, three, four] = [into[k] ?? 0, into[k + 1] ?? 0, into[k + 2] ?? 0, into[k + 3] ?? 0];
      for (let at = 0; at < features.length; at += 1) {
        const cell = (features[at] ?? 0) * classes + k;
        const weight = weights[at] ?? 0;
        one += weight * (cells[cell] ?? 0);
        two += weight * (cells[cell + 1] ?? 0);
        three += weight * (cells[cell + 2] ?? 0);
        four += weight * (cells[cell + 3] ?? 0);
      }
      into[k] = one;
      into[k + 1] = two;
      into[k + 2] = three;
      into[k + 3] = four;
    }
    for (let k = fours; k < classes; k += 1) {
      let sum = into[k] ?? 0;
      for (let at = 0; at < features.length; at += 1)
        sum += (weights[at] ?? 0) * (cells[(features[at] ?? 0) * classes + k] ?? 0);
      into[k] = sum;
    }
    return into;
  }
}

function columnTotal(cells: Float32Array, column: number, classes: number, power: 1 | 2): number {
  let total = 0;
  for (let at = column; at < cells.length; at += classes) total += (cells[at] ?? 0) ** power;
  return total;
}
