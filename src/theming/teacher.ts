import { type Classifier, type Labelled, type Suggestion, type ThemeText, train } from './classifier.ts';
import type { Said } from './features.ts';

/** All that a classifier learns from. */
interface Lessons {
  themes: ThemeText[];
  labelled: Labelled[];
  unlabelled: Said[];
}

/**
 * Keeps classifiers, each under a name. Only data goes in and comes out, so that it can stand in a thread of its own:
 * learning takes up to seconds.
 */
export interface Teacher {
  /** Learns anew; what was taught under this name before goes on answering until it is done. */
  teach(name: string, lessons: Lessons): Promise<void>;
  /** Suggestions for each, in order; null where nothing was ever taught under this name, or it was lost. */
  suggest(name: string, said: Said[]): Promise<Suggestion[][] | null>;
  /** Takes in one more decision, in milliseconds. */
  learn(name: string, decided: Labelled): Promise<void>;
}

/** In this very thread. */
export function teacherHere(): Teacher {
  const taught = new Map<string, Classifier>();
  return {
    async teach(name, { themes, labelled, unlabelled }) {
      taught.set(name, train(themes, labelled, unlabelled));
    },
    async suggest(name, said) {
      const classifier = taught.get(name);
      return classifier === undefined ? null : said.map((one) => classifier.suggest(one));
    },
    async learn(name, decided) {
      taught.get(name)?.learn(decided);
    },
  };
}
