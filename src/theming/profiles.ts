import { fullLength } from './features.ts';
import type { Lesson, Model } from './lesson.ts';
import { Weights } from './weights.ts';

/**
 * How alike a text is to the middle of each class's texts: the cosine, 0..1. One text a class is enough, and a text
 * of which little was ever seen is close to nothing.
 */
export function learnProfiles(lessons: Lesson[], features: number, classes: number): Model {
  const weights = new Weights(features, classes);
  for (const { vector, target, weight } of lessons) weights.add(vector, target, weight);
  const lengths = new Float64Array(classes);
  weights.cells.forEach((cell, at) => {
    lengths[at % classes] = (lengths[at % classes] ?? 0) + cell * cell;
  });
  return (vector) =>
    weights
      .score(vector, new Float64Array(classes))
      .map((score, k) => (score === 0 ? 0 : score / (fullLength * Math.sqrt(lengths[k] ?? 1))));
}
