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
  // Both the guess and how close a text is at all ask for it.
  let last: { text: Parameters<Model>[0]; likeness: Float64Array } | undefined;
  return (text) => {
    if (last?.text === text) return last.likeness;
    const likeness = weights.score(text, new Float64Array(classes));
    for (let k = 0; k < classes; k += 1)
      if (likeness[k] !== 0) likeness[k] = (likeness[k] ?? 0) / (fullLength * Math.sqrt(lengths[k] ?? 1));
    last = { text, likeness };
    return likeness;
  };
}
