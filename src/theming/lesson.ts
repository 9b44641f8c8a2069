import type { Vector, Worded } from './features.ts';
import type { Scores } from './scores.ts';

/** A text and how it is shared between the classes (two themes are a half each; the shares sum to 1). */
export interface Lesson {
  vector: Vector;
  target: Scores;
  /** 1 for what an officer decided, less for what was only guessed. */
  weight: number;
}

/** One score a class; higher is more likely. What the numbers mean is the model's own affair. */
export type Model = (text: Vector | Worded) => Scores;

/** A model that can take in one more lesson at once, without going through the others again. */
export interface Learner {
  score: Model;
  learn(lesson: Lesson): void;
}
