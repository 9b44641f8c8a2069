import type { Lesson, Model } from './lesson.ts';
import { mapped, zeros } from './scores.ts';
import { Weights } from './weights.ts';

/** Stands in for what was never seen; larger than in counts of words because the cells are TF-IDF weights. */
const smoothing = 0.01;
/** Room kept in every class for words that are still to come, or a class with few words would claim too much. */
const room = 3;
/** How far the guesses may move the share of each class from an equal one: they are unsure themselves. */
const trustInShares = 0.8;

/**
 * Multinomial naive Bayes over TF-IDF weights; its scores are log shares. It takes in thousands of guessed lessons in
 * one pass, which is how responses that nobody has labelled help (Nigam et al. 2000, "Text classification from labeled
 * and unlabeled documents using EM"; one round of it, because more rounds drifted away from the decisions).
 */
export function learnBayes(lessons: Lesson[], guessed: Lesson[], features: number, classes: number): Model {
  const weights = new Weights(features, classes);
  weights.cells.fill(smoothing);
  const common = zeros(classes);
  for (const { vector, target, weight } of lessons) weights.add(vector, target, weight);
  for (const { vector, target, weight } of guessed) {
    weights.add(vector, target, weight);
    for (let k = 0; k < classes; k += 1) common[k] = (common[k] ?? 0) + (target[k] ?? 0) / guessed.length;
  }
  const totals = mapped(weights.totals(), (total) => total + room * smoothing * features);
  for (let k = 0; k < classes; k += 1) inLogShares(weights.cells, k, classes, totals[k] ?? 1);
  const start = mapped(common, (share) => Math.log(trustInShares * share + (1 - trustInShares) / classes));
  return (vector) => weights.score(vector, start.slice());
}

function inLogShares(cells: Float32Array, column: number, classes: number, total: number): void {
  for (let at = column; at < cells.length; at += classes) cells[at] = Math.log((cells[at] ?? 1) / total);
}
