import type { Lesson, Model } from './lesson.ts';
import { Weights } from './weights.ts';

/** Few on purpose: going on learns the noise in what officers decided. */
const rounds = 8;

/**
 * Logistic regression over all classes at once, by gradient descent with a shrinking step. The order of lessons is
 * shuffled by a generator with a fixed seed, so the same decisions always give the same model.
 */
export function learnSoftmax(
  lessons: Lesson[],
  features: number,
  classes: number,
  { step = 0.7, shrink = Math.min(1e-3, 0.2 / lessons.length) }: { step?: number; shrink?: number } = {},
): Model {
  const weights = new Weights(features, classes);
  const bias = new Float64Array(classes);
  const order = lessons.slice();
  const random = shuffler();
  // All weights shrink at every lesson; one shared factor does it without touching each of them.
  let factor = 1;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    const pace = step / (1 + round);
    for (const { vector, target, weight } of order) {
      const scores = weights.score(vector, new Float64Array(classes));
      for (let k = 0; k < classes; k += 1) scores[k] = ((scores[k] ?? 0) + (bias[k] ?? 0)) * factor;
      const guess = shares(scores);
      factor *= 1 - pace * shrink;
      for (let k = 0; k < classes; k += 1) {
        const change = (pace / factor) * weight * ((target[k] ?? 0) - (guess[k] ?? 0));
        scores[k] = change;
        bias[k] = (bias[k] ?? 0) + change;
      }
      weights.add(vector, scores);
    }
  }
  return (vector) => {
    const scores = weights.score(vector, bias.slice());
    for (let k = 0; k < classes; k += 1) scores[k] = (scores[k] ?? 0) * factor;
    return scores;
  };
}

/** A small linear congruential generator (Numerical Recipes): repeatable, and good enough to shuffle. */
function shuffler(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffle<T>(items: T[], random: (below: number) => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    const moved = items[at];
    const swapped = items[other];
    if (moved === undefined || swapped === undefined) continue;
    items[at] = swapped;
    items[other] = moved;
  }
}

/** Scores as shares of 1. `sharpness` above 1 makes the best stand out. */
export function shares(scores: Float64Array, sharpness = 1): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  return inShares(scores.map((score) => Math.exp((score - most) * sharpness)));
}

/** Positive numbers, scaled to sum to 1. */
export function inShares(amounts: Float64Array): Float64Array {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum > 0 ? amounts.map((amount) => amount / sum) : amounts;
}
