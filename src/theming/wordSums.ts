import { type KnownWord, mostRemembered, noPlace } from './features.ts';
import { zeros } from './scores.ts';

/** What is said of the pieces of a word, worked out when the word is first met and kept as long as it stays true. */
export class WordSums {
  readonly #width: number;
  readonly #most: number;
  readonly #work: (word: KnownWord, into: number[]) => void;
  readonly #sum: number[];
  #rows: Float32Array | undefined;
  #known: Uint8Array;

  /**
   * @param width numbers a word. @param work adds them to `into`.
   * @param most words that are remembered: each takes four bytes a number.
   */
  constructor(width: number, work: (word: KnownWord, into: number[]) => void, most = mostRemembered) {
    this.#width = width;
    this.#work = work;
    this.#most = most;
    this.#sum = zeros(width);
    this.#known = new Uint8Array(0);
  }

  forget(): void {
    if (this.#known.length > 0) this.#known = new Uint8Array(0);
  }

  /** Adds what is said of the word, so many times, to `into`. */
  add(word: KnownWord, times: number, into: number[]): void {
    const { place } = word;
    if (place === noPlace || place >= this.#most) return this.#addOnce(word, times, into);
    this.#rows ??= new Float32Array(this.#width * this.#most);
    if (this.#known.length === 0) this.#known = new Uint8Array(this.#most);
    const [rows, width] = [this.#rows, this.#width];
    const row = place * width;
    if (this.#known[place] === 0) {
      rows.set(this.#workOut(word), row);
      this.#known[place] = 1;
    }
    for (let k = 0; k < width; k += 1) into[k] = (into[k] ?? 0) + times * (rows[row + k] ?? 0);
  }

  /** Rounded as what is kept is: what comes out may not depend on what was met before. */
  #addOnce(word: KnownWord, times: number, into: number[]): void {
    const sum = this.#workOut(word);
    for (let k = 0; k < sum.length; k += 1) into[k] = (into[k] ?? 0) + times * Math.fround(sum[k] ?? 0);
  }

  #workOut(word: KnownWord): number[] {
    this.#work(word, this.#sum.fill(0));
    return this.#sum;
  }
}
