import type { Learner, Lesson, Model } from './lesson.ts';
import { mapped, zeros } from './scores.ts';
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
  const bias = zeros(classes);
  const score: Model = (vector) =>
    mapped(weights.score(vector, bias.slice()), (sum) => 1 / (1 + Math.exp(-sum)));
  const take = ({ vector, target, weight }: Lesson, speed: number) => {
    const change = mapped(score(vector), (share, k) => speed * weight * ((target[k] ?? 0) - share));
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
  return { ...lesson, target: mapped(target, (share) => (share > 0 ? 1 : 0)) };
}

/** How fast each weight is learnt. Ratios would be both on the inputs and on the weights: here they are multiplied. */
function squaredRatios(lessons: Lesson[], features: number, classes: number): Float32Array {
  const inside = new Weights(features, classes);
  for (const { vector, target, weight } of lessons) inside.add(vector, target, weight);
  const totals = inside.totals();
  const all = totals.reduce((sum, total) => sum + total, 0);
  const room = smoothing * features;
  const ratios = inside.cells.slice();
  const squareRow = (row: Float32Array) => {
    let sum = 0;
    for (let k = 0; k < classes; k += 1) sum += row[k] ?? 0;
    for (let k = 0; k < classes; k += 1) {
      const [cell, total] = [row[k] ?? 0, totals[k] ?? 0];
      const within = (cell + smoothing) / (total + room);
      const without = (sum - cell + smoothing) / (all - total + room);
      row[k] = Math.log(within / without) ** 2;
    }
  };
  for (let at = 0; at < ratios.length; at += classes) squareRow(ratios.subarray(at, at + classes));
  return ratios;
}
