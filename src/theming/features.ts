import { wordsOf } from './words.ts';

/** A text as a sparse vector: feature numbers in order, and their weights beside them. */
export interface Vector {
  features: Int32Array;
  weights: Float32Array;
}

/** What a resident wrote, and which question it answers where that is known. */
export interface Said {
  text: string;
  question?: string;
}

/** Words and pieces have length 1 each, so a vector with nothing new in it has this length. */
export const fullLength = Math.SQRT2;

/** A word's own feature, and those of its pieces of 3 to 5 letters, so that typos and endings still meet. */
interface KnownWord {
  whole: number;
  pieces: number[];
}

const unseen = -1;
/** How long the part of a vector is that says which question was asked; more, and it drowns what was answered. */
const questionLength = 0.22;
/** Seen too rarely to learn from. */
const dropped = -2;
/** How a text begins and ends says much about it: "Nothing", "Nothing was too much trouble". */
const edge = '|';
/** Below this many texts a feature seen once may be all there is; above it, it is noise. */
const enoughTexts = 500;
/** Words are remembered, not texts; somebody who pastes a dictionary must not fill the memory. */
const rememberedWords = 100_000;
const longestRemembered = 40;

/**
 * Turns texts into vectors: words and neighbouring pairs of words (which keep "not clean" apart from "clean"), and
 * pieces of words, each weighed by how rare it is (TF-IDF). A vector is shorter the more of its text is new.
 */
export class Features {
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, KnownWord>();
  readonly #rarity: Float64Array;
  readonly #rarest: number;
  #learning = true;

  /** @param kept texts whose every feature counts (themes); @param others texts that also say what is common. */
  constructor(kept: string[], others: Said[]) {
    const seenIn: number[] = [];
    const see = (said: Said) => {
      for (const features of this.#read(said)) {
        features.forEach((feature, at) => {
          if (feature !== features[at - 1]) seenIn[feature] = (seenIn[feature] ?? 0) + 1;
        });
      }
    };
    for (const text of kept) see({ text });
    const always = seenIn.length;
    for (const said of others) see(said);
    const texts = kept.length + others.length;
    const least = texts > enoughTexts ? 2 : 1;
    const rarity: number[] = [];
    for (const [key, number] of this.#numbers) {
      const times = seenIn[number] ?? 0;
      const keep = times >= least || number < always;
      this.#numbers.set(key, keep ? rarity.push(rarityOf(times, texts)) - 1 : dropped);
    }
    this.#words.clear();
    this.#rarity = Float64Array.from(rarity);
    this.#rarest = rarityOf(0, texts);
    this.#learning = false;
  }

  get size(): number {
    return this.#rarity.length;
  }

  vector(said: Said): Vector {
    const features: number[] = [];
    const weights: number[] = [];
    for (const [place, kind] of this.#read(said).entries()) {
      const from = weights.length;
      let mass = 0;
      for (let at = 0; at < kind.length; ) {
        const feature = kind[at] ?? unseen;
        if (feature === dropped) {
          at += 1;
          continue;
        }
        let times = 1;
        // Nobody knows whether two unseen ones are the same, so they do not add up.
        while (feature !== unseen && kind[at + times] === feature) times += 1;
        at += times;
        const rarity = feature === unseen ? this.#rarest : (this.#rarity[feature] ?? 0);
        const weight = (1 + Math.log(times)) * rarity;
        mass += weight * weight;
        if (feature === unseen) continue;
        features.push(feature);
        weights.push(weight);
      }
      const length = Math.sqrt(mass) || 1;
      for (let at = from; at < weights.length; at += 1)
        weights[at] = ((place === 2 ? questionLength : 1) * (weights[at] ?? 0)) / length;
    }
    return { features: Int32Array.from(features), weights: Float32Array.from(weights) };
  }

  /** The feature numbers in a text, sorted: words and pairs first, then pieces, then the question. */
  #read({ text, question }: Said): [words: Int32Array, pieces: Int32Array, question: Int32Array] {
    const words: number[] = [];
    const pieces: number[] = [];
    let before = edge;
    for (const { form } of wordsOf(text)) {
      const word = this.#know(form);
      words.push(word.whole);
      words.push(this.#number(`${before} ${form}`));
      for (const piece of word.pieces) pieces.push(piece);
      before = form;
    }
    if (before !== edge) words.push(this.#number(`${before} ${edge}`));
    const asked = question === undefined ? [] : [this.#number(`?${question}`)];
    return [Int32Array.from(words).sort(), Int32Array.from(pieces).sort(), Int32Array.from(asked)];
  }

  #know(form: string): KnownWord {
    const known = this.#words.get(form);
    if (known) return known;
    const letters = Array.from(`_${form}_`);
    const pieces: number[] = [];
    for (let length = 3; length <= 5; length += 1) {
      for (let at = 0; at + length <= letters.length; at += 1) {
        pieces.push(this.#number(`#${letters.slice(at, at + length).join('')}`));
      }
    }
    const word = { whole: this.#number(form), pieces };
    if (this.#words.size < rememberedWords && letters.length <= longestRemembered)
      this.#words.set(form, word);
    return word;
  }

  #number(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (!this.#learning) return unseen;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function rarityOf(seenIn: number, texts: number): number {
  return Math.log((1 + texts) / (1 + seenIn)) + 1;
}
