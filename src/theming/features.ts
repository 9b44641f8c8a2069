import { asked, dropped, edge, pairOf, piecesOf, unseen, Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** A text as a sparse vector: feature numbers, each once, and their weights beside them. */
export interface Vector {
  features: Int32Array;
  weights: Float32Array;
}

/** What a resident wrote, and which question it answers where that is known. */
export interface Said {
  text: string;
  question?: string;
}

/** The same as a vector, as a sum over its words: what a table says of a word's pieces is then worked out once a word. */
export interface Worded {
  /** Words, pairs of them and the question. */
  loose: Vector;
  words: KnownWord[];
  /** How much each word's pieces count. */
  times: Float64Array;
}

/** A word's own feature, and its pieces, each as heavy as it is rare. */
export interface KnownWord {
  /** A number of its own, or `noPlace` for one that is not remembered. */
  place: number;
  whole: number;
  pieces: Vector;
  /** How many of its pieces were never met. */
  newPieces: number;
}

/** A text whose words were looked up, so that its parts need not be read again. */
export interface Reading {
  words: Word[];
  known: KnownWord[];
  /** Each word together with the one before it; the first has none. */
  pairs: number[];
}

/** Words and pieces have length 1 each, so a vector with nothing new in it has this length. */
export const fullLength = Math.SQRT2;
/** Words are remembered, not texts; somebody who pastes a dictionary must not fill the memory. */
export const mostRemembered = 50_000;
export const noPlace = -1;
const longestRemembered = 40;
/** How long the part of a vector is that says which question was asked; more, and it drowns what was answered. */
const questionLength = 0.22;

/**
 * Turns texts into vectors: words and neighbouring pairs of words, and pieces of words, each weighed by how rare it is
 * (TF-IDF). A vector is shorter the more of its text is new.
 */
export class Features {
  readonly #vocabulary: Vocabulary;
  readonly #words = new Map<string, KnownWord>();
  /** All 0 but while a text's pieces are added up. */
  readonly #sums: Float64Array;

  /** @param kept texts whose every feature counts (themes); @param others texts that also say what is common. */
  constructor(kept: string[], others: Said[]) {
    this.#vocabulary = new Vocabulary(kept, others);
    this.#sums = new Float64Array(this.#vocabulary.size);
  }

  get size(): number {
    return this.#vocabulary.size;
  }

  read(text: string): Reading {
    const words = wordsOf(text);
    const known = words.map(({ form }) => this.#know(form));
    const pairs = words.map(({ form }, at) =>
      this.#vocabulary.number(pairOf(words[at - 1]?.form ?? edge, form)),
    );
    return { words, known, pairs };
  }

  /** The words from `from` to before `to` as if they were a text of their own. */
  part(reading: Reading, question: string | undefined, from = 0, to = reading.words.length): Worded {
    const said = new Map<string, { word: KnownWord; times: number }>();
    for (let at = from; at < to; at += 1) {
      const [word, known] = [reading.words[at], reading.known[at]];
      if (word === undefined || known === undefined) continue;
      const before = said.get(word.form);
      if (before === undefined) said.set(word.form, { word: known, times: 1 });
      else before.times += 1;
    }
    const words = Array.from(said.values(), ({ word }) => word);
    const times = Float64Array.from(said.values(), (one) => 1 + Math.log(one.times));
    const length = this.#lengthOf(words, times);
    for (let at = 0; at < times.length; at += 1) times[at] = (times[at] ?? 0) / length;
    return { loose: this.#loose(reading, question, from, to), words, times };
  }

  vector({ text, question }: Said): Vector {
    const { loose, words, times } = this.part(this.read(text), question);
    const pieces: number[] = [];
    this.#add(words, times, (piece) => pieces.push(piece));
    const own = loose.features.length;
    const features = new Int32Array(own + pieces.length);
    const weights = new Float32Array(own + pieces.length);
    features.set(loose.features);
    weights.set(loose.weights);
    features.set(pieces, own);
    for (let at = 0; at < pieces.length; at += 1) weights[own + at] = this.#take(pieces[at] ?? 0);
    return { features, weights };
  }

  /** Words, pairs of them and the question, each kind as long as it is to be. */
  #loose({ known, pairs, words }: Reading, question: string | undefined, from: number, to: number): Vector {
    const times = new Map<number, number>();
    let mass = 0;
    const see = (feature: number) => {
      if (feature === dropped) return;
      // Nobody knows whether two unseen ones are the same, so they do not add up.
      if (feature === unseen) mass += this.#vocabulary.rarest ** 2;
      else times.set(feature, (times.get(feature) ?? 0) + 1);
    };
    for (let at = from; at < to; at += 1) {
      see(known[at]?.whole ?? unseen);
      see(at > from ? (pairs[at] ?? unseen) : this.#vocabulary.number(pairOf(edge, words[at]?.form ?? '')));
    }
    if (to > from) see(this.#vocabulary.number(pairOf(words[to - 1]?.form ?? '', edge)));
    const about = question === undefined ? unseen : this.#vocabulary.number(asked(question));
    const features = new Int32Array(times.size + (about < 0 ? 0 : 1));
    const weights = new Float32Array(features.length);
    let at = 0;
    for (const [feature, count] of times) {
      const weight = (1 + Math.log(count)) * this.#vocabulary.rarity(feature);
      mass += weight * weight;
      features[at] = feature;
      weights[at] = weight;
      at += 1;
    }
    const length = Math.sqrt(mass) || 1;
    for (at = 0; at < times.size; at += 1) weights[at] = (weights[at] ?? 0) / length;
    if (about >= 0) {
      features[times.size] = about;
      weights[times.size] = questionLength;
    }
    return { features, weights };
  }

  /** The length of what the pieces of these words add up to. */
  #lengthOf(words: KnownWord[], times: Float64Array): number {
    let mass = 0;
    for (let at = 0; at < words.length; at += 1)
      mass += (words[at]?.newPieces ?? 0) * ((times[at] ?? 0) * this.#vocabulary.rarest) ** 2;
    const pieces: number[] = [];
    this.#add(words, times, (piece) => pieces.push(piece));
    for (const piece of pieces) mass += this.#take(piece) ** 2;
    return Math.sqrt(mass) || 1;
  }

  /** Adds the pieces up, and says once which they are. */
  #add(words: KnownWord[], times: Float64Array, met: (piece: number) => void): void {
    const sums = this.#sums;
    for (let at = 0; at < words.length; at += 1) {
      const { features, weights } = words[at]?.pieces ?? none;
      const by = times[at] ?? 0;
      for (let place = 0; place < features.length; place += 1) {
        const piece = features[place] ?? 0;
        const sum = sums[piece] ?? 0;
        if (sum === 0) met(piece);
        sums[piece] = sum + by * (weights[place] ?? 0);
      }
    }
  }

  #take(piece: number): number {
    const sum = this.#sums[piece] ?? 0;
    this.#sums[piece] = 0;
    return sum;
  }

  #know(form: string): KnownWord {
    const known = this.#words.get(form);
    if (known) return known;
    const numbers = piecesOf(form).map((piece) => this.#vocabulary.number(piece));
    const met = numbers.filter((number) => number >= 0);
    const remember = this.#words.size < mostRemembered && form.length <= longestRemembered;
    const word = {
      place: remember ? this.#words.size : noPlace,
      whole: this.#vocabulary.number(form),
      pieces: {
        features: Int32Array.from(met),
        weights: Float32Array.from(met, (number) => this.#vocabulary.rarity(number)),
      },
      newPieces: numbers.filter((number) => number === unseen).length,
    };
    if (remember) this.#words.set(form, word);
    return word;
  }
}

const none: Vector = { features: new Int32Array(), weights: new Float32Array() };
