import { type KnownWord, mostRemembered, noPlace } from './features.ts';

/** What is said of the pieces of a word, worked out when the word is first met and kept as long as it stays true. */
export class WordSums {
  readonly #width: number;
  readonly #most: number;
  #rows: (Float32Array | undefined)[] = [];

  /** @param width numbers a word; @param most words that are remembered: each takes four bytes a number. */
  constructor(width: number, most = mostRemembered) {
    this.#width = width;
    this.#most = most;
  }

  forget(): void {
    if (this.#rows.length > 0) this.#rows = [];
  }

  /** Adds what is said of the word, so many times, to `into`. */
  add(
    word: KnownWord,
    times: number,
    into: Float64Array,
    work: (word: KnownWord, into: Float64Array) => void,
  ) {
    const row = this.#rows[word.place] ?? this.#workOut(word, work);
    for (let k = 0; k < row.length; k += 1) into[k] = (into[k] ?? 0) + times * (row[k] ?? 0);
  }

  /** Rounded also where it is not kept: what comes out may not depend on what was met before. */
  #workOut(word: KnownWord, work: (word: KnownWord, into: Float64Array) => void): Float32Array {
    const sum = new Float64Array(this.#width);
    work(word, sum);
    const row = Float32Array.from(sum);
    if (word.place !== noPlace && word.place < this.#most) this.#rows[word.place] = row;
    return row;
  }
}
