import { wordsOf } from './words.ts';

/** A text as a sparse vector of length 1: feature numbers and their weights, side by side. */
export interface Vector {
  features: Int32Array;
  weights: Float64Array;
  /** How much of the text's weight (0..1) is in features that have a number; the rest was never seen before. */
  known: number;
}

/** A word's own feature, and those of its pieces of 3 to 5 letters, so that typos and endings still meet. */
interface KnownWord {
  whole: string;
  pieces: string[];
}

/** Below this many texts a feature seen once may be all there is; above it, it is noise and memory. */
const enoughTexts = 500;
/** Words are cached, not texts; somebody who pastes a dictionary must not fill the memory. */
const cachedWords = 200_000;

/**
 * Turns texts into vectors: words and neighbouring pairs of words (which keep "not clean" apart from "clean"), and
 * pieces of words, each kind weighed by how rare it is (TF-IDF) and given equal say.
 */
export class Features {
  readonly #numbers = new Map<string, number>();
  readonly #rarity: Float64Array;
  readonly #rarest: number;
  readonly #words = new Map<string, KnownWord>();

  /** @param kept texts whose every feature counts (themes); @param others texts that only say what is common. */
  constructor(kept: string[], others: string[]) {
    const seenIn = new Map<string, number>();
    for (const text of kept) this.#see(text, seenIn);
    const always = new Set(seenIn.keys());
    for (const text of others) this.#see(text, seenIn);
    const texts = kept.length + others.length;
    const least = texts > enoughTexts ? 2 : 1;
    const rarity: number[] = [];
    for (const [key, times] of seenIn) {
      if (times < least && !always.has(key)) continue;
      this.#numbers.set(key, rarity.length);
      rarity.push(rarityOf(times, texts));
    }
    this.#rarity = Float64Array.from(rarity);
    this.#rarest = rarityOf(0, texts);
  }

  get size(): number {
    return this.#numbers.size;
  }

  vector(text: string): Vector {
    const features: number[] = [];
    const weights: number[] = [];
    let known = 0;
    const [words, pieces] = this.#count(text);
    for (const counts of [words, pieces]) {
      const from = weights.length;
      let mass = 0;
      let knownMass = 0;
      for (const [key, times] of counts) {
        const feature = this.#numbers.get(key);
        const rarity = feature === undefined ? this.#rarest : (this.#rarity[feature] ?? 0);
        const weight = (1 + Math.log(times)) * rarity;
        mass += weight * weight;
        if (feature === undefined) continue;
        knownMass += weight * weight;
        features.push(feature);
        weights.push(weight);
      }
      // Half each, so that the whole has length 1 if nothing in it is new.
      const scale = Math.sqrt(0.5 / (mass || 1));
      for (let at = from; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * scale;
      known += (0.5 * knownMass) / (mass || 1);
    }
    return { features: Int32Array.from(features), weights: Float64Array.from(weights), known };
  }

  #see(text: string, seenIn: Map<string, number>): void {
    for (const counts of this.#count(text)) {
      for (const key of counts.keys()) seenIn.set(key, (seenIn.get(key) ?? 0) + 1);
    }
  }

  #count(text: string): [words: Map<string, number>, pieces: Map<string, number>] {
    const words = new Map<string, number>();
    const pieces = new Map<string, number>();
    let before: string | undefined;
    for (const { form } of wordsOf(text)) {
      const word = this.#know(form);
      add(words, word.whole);
      if (before !== undefined) add(words, `${before} ${form}`);
      for (const piece of word.pieces) add(pieces, piece);
      before = form;
    }
    return [words, pieces];
  }

  #know(form: string): KnownWord {
    const known = this.#words.get(form);
    if (known) return known;
    const letters = Array.from(`_${form}_`);
    const pieces: string[] = [];
    for (let length = 3; length <= 5; length += 1) {
      for (let at = 0; at + length <= letters.length; at += 1) {
        pieces.push(`#${letters.slice(at, at + length).join('')}`);
      }
    }
    const fresh = { whole: form, pieces };
    if (this.#words.size < cachedWords) this.#words.set(form, fresh);
    return fresh;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function rarityOf(seenIn: number, texts: number): number {
  return Math.log((1 + texts) / (1 + seenIn)) + 1;
}
