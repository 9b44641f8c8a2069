import { asked, dropped, edge, piecesOf, unseen, Vocabulary } from './vocabulary.ts';
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
  times: number[];
}

/** A word's own feature, and its pieces, each as heavy as it is rare. */
export interface KnownWord {
  /** A number of its own, or `noPlace` for one that is not remembered. */
  place: number;
  /** By which pairs know it. */
  id: number;
  whole: number;
  pieces: number[];
  /** How rare each of the pieces is. */
  rarity: number[];
  /** How many of its pieces were never met. */
  newPieces: number;
}

/** A text whose words were looked up, so that its parts need not be read again. */
export interface Reading {
  words: Word[];
  known: KnownWord[];
  /** Each word together with the one before it. */
  pairs: number[];
  /** Where each word stood first. */
  first: number[];
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
  /** All 0 but while the features of a text are added up. */
  readonly #sums: Float64Array;
  /** The same while its words are counted, by where each stood first. */
  readonly #counts: number[] = [];

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
    const places = new Map<string, number>();
    while (this.#counts.length < words.length) this.#counts.push(0);
    const reading: Reading = { words, known: [], pairs: [], first: [] };
    let before: number = edge;
    for (const { form } of words) {
      const at = reading.known.length;
      const first = places.get(form) ?? at;
      if (first === at) places.set(form, at);
      reading.first.push(first);
      const word = reading.known[first] ?? this.#know(form);
      reading.known.push(word);
      reading.pairs.push(this.#vocabulary.pair(before, word.id));
      before = word.id;
    }
    return reading;
  }

  /** The words from `from` to before `to` as if they were a text of their own. */
  part(reading: Reading, question: string | undefined, from = 0, to = reading.words.length): Worded {
    const { first, known } = reading;
    const words: KnownWord[] = [];
    const times: number[] = [];
    for (let at = from; at < to; at += 1) {
      const word = first[at] ?? at;
      const count = this.#counts[word] ?? 0;
      if (count === 0) words.push(known[at] as KnownWord);
      this.#counts[word] = count + 1;
    }
    for (let at = from; at < to; at += 1) {
      const word = first[at] ?? at;
      const count = this.#counts[word] ?? 0;
      if (count > 0) times.push(count);
      this.#counts[word] = 0;
    }
    for (let at = 0; at < times.length; at += 1) times[at] = 1 + Math.log(times[at] ?? 1);
    const length = this.#lengthOf(words, times);
    for (let at = 0; at < times.length; at += 1) times[at] = (times[at] ?? 0) / length;
    return { loose: this.#loose(reading, question, from, to), words, times };
  }

  vector({ text, question }: Said): Vector {
    const { loose, words, times } = this.part(this.read(text), question);
    const pieces = this.#addPieces(words, times);
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
  #loose({ known, pairs }: Reading, question: string | undefined, from: number, to: number): Vector {
    const met: number[] = [];
    let unmet = 0;
    const see = (feature: number) => {
      if (feature === unseen) unmet += 1;
      else if (feature !== dropped) this.#add(feature, 1, met);
    };
    for (let at = from; at < to; at += 1) {
      see(known[at]?.whole ?? unseen);
      see(at > from ? (pairs[at] ?? unseen) : this.#vocabulary.pair(edge, known[at]?.id ?? unseen));
    }
    if (to > from) see(this.#vocabulary.pair(known[to - 1]?.id ?? unseen, edge));
    const about = question === undefined ? unseen : this.#vocabulary.number(asked(question));
    const features = new Int32Array(met.length + (about < 0 ? 0 : 1));
    const weights = new Float32Array(features.length);
    // Nobody knows whether two unseen ones are the same, so they do not add up.
    let mass = unmet * this.#vocabulary.rarest ** 2;
    for (let at = 0; at < met.length; at += 1) {
      const feature = met[at] ?? 0;
      const weight = (1 + Math.log(this.#take(feature))) * this.#vocabulary.rarity(feature);
      mass += weight * weight;
      features[at] = feature;
      weights[at] = weight;
    }
    const length = Math.sqrt(mass) || 1;
    for (let at = 0; at < met.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
    if (about >= 0) {
      features[met.length] = about;
      weights[met.length] = questionLength;
    }
    return { features, weights };
  }

  /** The length of what the pieces of these words add up to. */
  #lengthOf(words: KnownWord[], times: number[]): number {
    let mass = 0;
    for (let at = 0; at < words.length; at += 1)
      mass += (words[at]?.newPieces ?? 0) * ((times[at] ?? 0) * this.#vocabulary.rarest) ** 2;
    for (const piece of this.#addPieces(words, times)) mass += this.#take(piece) ** 2;
    return Math.sqrt(mass) || 1;
  }

  /** Adds the pieces up, and says once which they are. */
  #addPieces(words: KnownWord[], times: number[]): number[] {
    const met: number[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const { pieces, rarity } = words[at] as KnownWord;
      const by = times[at] ?? 0;
      for (let place = 0; place < pieces.length; place += 1)
        this.#add(pieces[place] ?? 0, by * (rarity[place] ?? 0), met);
    }
    return met;
  }

  #add(feature: number, weight: number, met: number[]): void {
    const sum = this.#sums[feature] ?? 0;
    if (sum === 0) met.push(feature);
    this.#sums[feature] = sum + weight;
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
      id: this.#vocabulary.id(form),
      whole: this.#vocabulary.number(form),
      pieces: met,
      rarity: met.map((number) => this.#vocabulary.rarity(number)),
      newPieces: numbers.filter((number) => number === unseen).length,
    };
    if (remember) this.#words.set(form, word);
    return word;
  }
}
