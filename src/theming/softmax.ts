import type { Learner, Lesson } from './lesson.ts';
import { type Scores, zeros } from './scores.ts';
import { shuffler } from './shuffled.ts';
import { Weights } from './weights.ts';

/** Few on purpose: going on learns the noise in what officers decided. */
const fewRounds = 8;
/** A class whose share is off by less than this stays as it is, which is most of them once a lesson is nearly learnt. */
const leastOff = 1e-2;

interface Pace {
  step?: number;
  shrink?: number;
  rounds?: number;
}

/** Logistic regression over all classes at once, by gradient descent with a shrinking step. */
export function learnSoftmax(
  lessons: Lesson[],
  { features, classes }: { features: number; classes: number },
  { step = 0.7, shrink = Math.min(1e-3, 0.2 / lessons.length), rounds = fewRounds }: Pace = {},
): Learner {
  const weights = new Weights(features, classes);
  const bias = zeros(classes);
  // All weights shrink at every lesson; one shared factor does it without touching each of them.
  let factor = 1;
  const take = ({ vector, target, weight }: Lesson, pace: number) => {
    const scores = weights.score(vector, zeros(classes));
    for (let k = 0; k < classes; k += 1) scores[k] = ((scores[k] ?? 0) + (bias[k] ?? 0)) * factor;
    const guess = shares(scores);
    factor *= 1 - pace * shrink;
    for (let k = 0; k < classes; k += 1) {
      const off = (target[k] ?? 0) - (guess[k] ?? 0);
      const change = Math.abs(off) < leastOff ? 0 : (pace / factor) * weight * off;
      scores[k] = change;
      bias[k] = (bias[k] ?? 0) + change;
    }
    weights.add(vector, scores);
  };
  const order = lessons.slice();
  const shuffle = shuffler();
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order);
    for (const lesson of order) take(lesson, step / (1 + round));
  }
  return {
    score: (vector) => {
      const scores = weights.score(vector, bias.slice());
      for (let k = 0; k < classes; k += 1) scores[k] = (scores[k] ?? 0) * factor;
      return scores;
    },
    learn: (lesson) => take(lesson, step),
  };
}

/** Scores as shares of 1. `sharpness` above 1 makes the best stand out. */
export function shares(scores: Scores, sharpness = 1): Scores {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k += 1) most = Math.max(most, scores[k] ?? 0);
  const raised = zeros(scores.length);
  for (let k = 0; k < scores.length; k += 1) raised[k] = Math.exp(((scores[k] ?? 0) - most) * sharpness);
  return inShares(raised);
}

/** Positive numbers, scaled in place to sum to 1. */
export function inShares(amounts: Scores): Scores {
  let sum = 0;
  for (let k = 0; k < amounts.length; k += 1) sum += amounts[k] ?? 0;
  if (sum > 0) for (let k = 0; k < amounts.length; k += 1) amounts[k] = (amounts[k] ?? 0) / sum;
  return amounts;
}
