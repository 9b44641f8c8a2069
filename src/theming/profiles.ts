import { fullLength } from './features.ts';
import type { Lesson, Model } from './lesson.ts';
import { type Scores, zeros } from './scores.ts';
import { Weights } from './weights.ts';

/** A cosine below which a text is hardly about the theme, however much less it is about the others. */
export const closeEnough = 0.07;

/**
 * How alike a text is to the middle of each class's texts: the cosine, 0..1. One text a class is enough, and a text
 * of which little was ever seen is close to nothing.
 */
export function learnProfiles(lessons: Lesson[], features: number, classes: number): Model {
  const weights = new Weights(features, classes);
  for (const { vector, target, weight } of lessons) weights.add(vector, target, weight);
  const squares = weights.totals(2);
  // Both the guess and how close a text is at all ask for it.
  let last: { text: Parameters<Model>[0]; likeness: Scores } | undefined;
  return (text) => {
    if (last?.text === text) return last.likeness;
    const likeness = weights.score(text, zeros(classes));
    for (let k = 0; k < classes; k += 1)
      if (likeness[k] !== 0) likeness[k] = (likeness[k] ?? 0) / (fullLength * Math.sqrt(squares[k] ?? 1));
    last = { text, likeness };
    return likeness;
  };
}
