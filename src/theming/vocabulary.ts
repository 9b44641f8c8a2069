import type { Said } from './features.ts';
import { wordsOf } from './words.ts';

/** How a text begins and ends says much about it: "Nothing", "Nothing was too much trouble". It stands for a word there. */
export const edge = 0;
/** A feature that was never met. */
export const unseen = -1;
/** One that was seen too rarely to learn from. */
export const dropped = -2;
/** Below this many texts a feature seen once may be all there is; above it, it is noise. */
const enoughTexts = 500;

/** More words than anybody uses; two of their ids make one number that is still whole. */
const mostWords = 2 ** 24;

/** Neighbouring words by their ids, which keep "not clean" apart from "clean". */
function pairOf(before: number, after: number): number {
  return before * mostWords + after;
}

export function asked(question: string): string {
  return `?${question}`;
}

/** Pieces of 3 to 5 letters, so that typos and endings still meet. */
export function piecesOf(form: string): string[] {
  const letters = Array.from(`_${form}_`);
  const pieces: string[] = [];
  for (let length = 3; length <= 5; length += 1) {
    for (let at = 0; at + length <= letters.length; at += 1) {
      pieces.push(`#${letters.slice(at, at + length).join('')}`);
    }
  }
  return pieces;
}

/** Which features there are, each with a number, and how rare each is among the texts (inverse document frequency). */
export class Vocabulary {
  /** By what was written, and pairs of words by `pairOf`. */
  readonly #numbers = new Map<string | number, number>();
  readonly #words = new Map<string, number>();
  readonly #rarity: Float64Array;
  /** What was never met is as rare as can be. */
  readonly rarest: number;

  /** @param kept texts whose every feature counts (themes); @param others texts that also say what is common. */
  constructor(kept: string[], others: Said[]) {
    const seenIn: number[] = [];
    const lastIn: number[] = [];
    const pieces = new Map<string, number[]>();
    let text = 0;
    const see = (number: number) => {
      if (lastIn[number] === text) return;
      lastIn[number] = text;
      seenIn[number] = (seenIn[number] ?? 0) + 1;
    };
    const read = (said: Said) => {
      text += 1;
      let before = edge;
      for (const { form } of wordsOf(said.text)) {
        const word = this.#words.get(form) ?? this.#words.size + 1;
        this.#words.set(form, word);
        see(this.#enter(form));
        see(this.#enter(pairOf(before, word)));
        const known = pieces.get(form) ?? piecesOf(form).map((piece) => this.#enter(piece));
        pieces.set(form, known);
        for (const piece of known) see(piece);
        before = word;
      }
      if (before !== edge) see(this.#enter(pairOf(before, edge)));
      if (said.question !== undefined) see(this.#enter(asked(said.question)));
    };
    for (const words of kept) read({ text: words });
    const always = seenIn.length;
    for (const said of others) read(said);
    const least = text > enoughTexts ? 2 : 1;
    const rarity: number[] = [];
    for (const [key, number] of this.#numbers) {
      const times = seenIn[number] ?? 0;
      const keep = times >= least || number < always;
      this.#numbers.set(key, keep ? rarity.push(rarityOf(times, text)) - 1 : dropped);
    }
    this.#rarity = Float64Array.from(rarity);
    this.rarest = rarityOf(0, text);
  }

  get size(): number {
    return this.#rarity.length;
  }

  /** Its number, or `unseen` or `dropped`. */
  number(feature: string): number {
    return this.#numbers.get(feature) ?? unseen;
  }

  /** A word by itself, whether or not it is learnt from; `unseen` where it was never met. */
  id(form: string): number {
    return this.#words.get(form) ?? unseen;
  }

  /** The number of two words side by side, by their ids or `edge`. */
  pair(before: number, after: number): number {
    return before === unseen || after === unseen
      ? unseen
      : (this.#numbers.get(pairOf(before, after)) ?? unseen);
  }

  rarity(number: number): number {
    return this.#rarity[number] ?? this.rarest;
  }

  #enter(feature: string | number): number {
    const known = this.#numbers.get(feature);
    if (known !== undefined) return known;
    this.#numbers.set(feature, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function rarityOf(seenIn: number, texts: number): number {
  return Math.log((1 + texts) / (1 + seenIn)) + 1;
}
