import type { KnownWord, Vector } from './features.ts';
import type { Model } from './lesson.ts';
import { mapped, type Scores, zeros } from './scores.ts';
import { inShares } from './softmax.ts';
import { WordSums } from './wordSums.ts';

/** How many of the most alike count. */
const nearest = 10;
/** What stands in more of the texts than this says little about which are alike, and costs most of the time. */
const tooCommon = 0.2;
/** The commonest words, which are met first; each takes four bytes a text. */
const rememberedWords = 4000;
/** Of two texts that are the same, squared length of a vector; a text says nothing about itself. */
const same = 1.9;

/** A cosine at which the closest counts in full; a text that is hardly like any is told little by them. */
const closeEnough = 0.15;

/**
 * What is guessed of the texts most like this one, by how alike they are (cosine). Sums to 1 where one is close, to less
 * where all are far, and to 0 where none is alike. Two people who
 * say the same in other words than the theme's meet through a third.
 */
export function learnNeighbours(
  vectors: Vector[],
  guesses: Scores[],
  features: number,
  classes: number,
): Model {
  const postings = indexOf(vectors, features);
  const alike = zeros(vectors.length);
  const add = (feature: number, weight: number, into: number[]) => {
    const posting = postings.get(feature);
    if (posting === undefined) return;
    for (let place = 0; place < posting.texts.length; place += 1) {
      const text = posting.texts[place] ?? 0;
      into[text] = (into[text] ?? 0) + weight * (posting.weights[place] ?? 0);
    }
  };
  const pieces = ({ pieces, rarity }: KnownWord, into: number[]) => {
    for (let at = 0; at < pieces.length; at += 1) add(pieces[at] ?? 0, rarity[at] ?? 0, into);
  };
  const words = new WordSums(vectors.length, pieces, rememberedWords);
  return (text) => {
    alike.fill(0);
    const { features, weights } = 'loose' in text ? text.loose : text;
    for (let at = 0; at < features.length; at += 1) add(features[at] ?? 0, weights[at] ?? 0, alike);
    if ('loose' in text)
      text.words.forEach((word, at) => {
        words.add(word, text.times[at] ?? 0, alike);
      });
    const sum = zeros(classes);
    const near = mostAlike(alike);
    for (const text of near) {
      for (let k = 0; k < classes; k += 1)
        sum[k] = (sum[k] ?? 0) + (alike[text] ?? 0) * (guesses[text]?.[k] ?? 0);
    }
    // Vectors have a squared length of 2.
    const closest = (alike[near[0] ?? -1] ?? 0) / 2;
    const say = Math.min(1, closest / closeEnough);
    return mapped(inShares(sum), (share) => say * share);
  };
}

/** Which texts a feature stands in, and how much it weighs there. */
interface Posting {
  texts: number[];
  weights: number[];
}

function indexOf(vectors: Vector[], features: number): Map<number, Posting> {
  const counts = new Int32Array(features);
  for (const vector of vectors)
    for (const feature of vector.features) counts[feature] = (counts[feature] ?? 0) + 1;
  const most = Math.max(5, tooCommon * vectors.length);
  const postings = new Map<number, Posting>();
  vectors.forEach((vector, text) => {
    vector.features.forEach((feature, at) => {
      if ((counts[feature] ?? 0) > most) return;
      const posting = postings.get(feature) ?? { texts: [], weights: [] };
      posting.texts.push(text);
      posting.weights.push(vector.weights[at] ?? 0);
      postings.set(feature, posting);
    });
  });
  return postings;
}

/** The places of the highest, without those of the same text. */
function mostAlike(alike: number[]): number[] {
  const places: number[] = [];
  let least = 0;
  for (let place = 0; place < alike.length; place += 1) {
    const score = alike[place] ?? 0;
    if (score <= least || score > same) continue;
    let at = places.length;
    while (at > 0 && (alike[places[at - 1] ?? 0] ?? 0) < score) at -= 1;
    places.splice(at, 0, place);
    if (places.length > nearest) places.pop();
    if (places.length === nearest) least = alike[places[nearest - 1] ?? 0] ?? 0;
  }
  return places;
}
