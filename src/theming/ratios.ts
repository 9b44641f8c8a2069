import type { Learner, Lesson, Model } from './lesson.ts';
import { shuffler } from './shuffled.ts';
import { Weights } from './weights.ts';

/** Stands in for what was never seen in a class. */
const smoothing = 0.3;
const rounds = 6;
const step = 0.5;
/** How common a class is should not win over what is said. */
const biasStep = 0.1;

/**
 * Each class against all others, by logistic regression in which a feature counts as much as the logarithm of how much
 * more often it stands inside the class than outside (Wang and Manning 2012, "Baselines and bigrams": NB-SVM). Its scores
 * are shares of 1 each, and need not sum to 1.
 */
export function learnRatios(
  decided: Lesson[],
  { features, classes }: { features: number; classes: number },
): Learner {
  const lessons = decided.map(wholly);
  const pace = squaredRatios(lessons, features, classes);
  const weights = new Weights(features, classes);
  const bias = new Float64Array(classes);
  const score: Model = (vector) => weights.score(vector, bias.slice()).map((sum) => 1 / (1 + Math.exp(-sum)));
  const take = ({ vector, target, weight }: Lesson, speed: number) => {
    const change = score(vector).map((share, k) => speed * weight * ((target[k] ?? 0) - share));
    for (let k = 0; k < classes; k += 1) bias[k] = (bias[k] ?? 0) + biasStep * (change[k] ?? 0);
    weights.addEach(vector, change, pace);
  };
  const shuffle = shuffler();
  for (let round = 0; round < rounds; round += 1) {
    shuffle(lessons);
    for (const lesson of lessons) take(lesson, step / (1 + round));
  }
  return { score, learn: (lesson) => take(wholly(lesson), step) };
}

/** A response with two themes is wholly about each of them. */
function wholly({ target, ...lesson }: Lesson): Lesson {
  return { ...lesson, target: target.map((share) => (share > 0 ? 1 : 0)) };
}

/** How fast each weight is learnt. Ratios would be both on the inputs and on the weights: here they are multiplied. */
function squaredRatios(lessons: Lesson[], features: number, classes: number): Float32Array {
  const { cells } = lessons.reduce((inside, { vector, target, weight }) => {
    inside.add(vector, target, weight);
    return inside;
  }, new Weights(features, classes));
  const sums = new Float64Array(classes);
  const rows = new Float64Array(features);
  let all = 0;
  cells.forEach((cell, at) => {
    sums[at % classes] = (sums[at % classes] ?? 0) + cell;
    rows[Math.floor(at / classes)] = (rows[Math.floor(at / classes)] ?? 0) + cell;
    all += cell;
  });
  const room = smoothing * features;
  return cells.map((cell, at) => {
    const sum = sums[at % classes] ?? 0;
    const inside = (cell + smoothing) / (sum + room);
    const outside = ((rows[Math.floor(at / classes)] ?? 0) - cell + smoothing) / (all - sum + room);
    return Math.log(inside / outside) ** 2;
  });
}
