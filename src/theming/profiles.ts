import type { Lesson, Model } from './softmax.ts';
import { Weights } from './weights.ts';

/** How alike a text is to the middle of each class's texts: the cosine, 0..1. It needs one text a class. */
export function learnProfiles(lessons: Lesson[], features: number, classes: number): Model {
  const weights = new Weights(features, classes);
  for (const { vector, target } of lessons) weights.add(vector, target);
  const lengths = new Float64Array(classes);
  weights.cells.forEach((cell, at) => {
    lengths[at % classes] = (lengths[at % classes] ?? 0) + cell * cell;
  });
  return (vector) =>
    weights
      .score(vector, new Float64Array(classes))
      .map((score, k) => (score === 0 ? 0 : score / Math.sqrt(lengths[k] ?? 1)));
}
