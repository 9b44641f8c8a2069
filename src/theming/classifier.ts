import { clauses } from './evidence.ts';
import { learn } from './learn.ts';

/** A theme's own words; name and the rest in all languages of the codebook, joined by the caller. */
export interface ThemeText {
  id: string;
  name: string;
  definition: string;
  examples: string[];
}

/** An officer's final decision on one response; no ids mean "no theme". */
export interface Labelled {
  text: string;
  themeIds: string[];
}

/** `text.slice(start, end)` (UTF-16 offsets) is the evidence: whole words of the resident's own. */
export interface Suggestion {
  themeId: string;
  /** 0..1: how likely an officer is to agree. */
  confidence: number;
  start: number;
  end: number;
}

export interface Classifier {
  /** Best first; [] means no theme. */
  suggest(text: string): Suggestion[];
  /** Every theme, best first, before any threshold. Scores sum to at most 1. */
  rank(text: string): { themeId: string; score: number }[];
}

const leastConfidence = 0.35;

/**
 * Learns from a codebook and from what officers decided so far, on this machine and without a network. The same
 * arguments always give the same classifier. Responses without a label help too: they show which words go together.
 */
export function train(themes: ThemeText[], labelled: Labelled[], unlabelled: string[] = []): Classifier {
  const { likelihood, closeness } = learn(themes, labelled, unlabelled);

  return {
    rank(text) {
      const scores = likelihood(text);
      return themes
        .map(({ id }, k) => ({ themeId: id, score: scores[k] ?? 0 }))
        .sort((one, other) => other.score - one.score);
    },
    suggest(text) {
      const scores = likelihood(text);
      const close = closeness(text);
      const found = themes.flatMap(({ id }, k) => {
        const confidence = (scores[k] ?? 0) * Math.min(1, (close[k] ?? 0) / 0.1);
        const likelier = (scores[k] ?? 0) > (scores[themes.length] ?? 0);
        return likelier && confidence >= leastConfidence ? [{ id, k, confidence }] : [];
      });
      if (found.length === 0) return [];
      const spans = clauses(text).map((span) => ({
        ...span,
        scores: likelihood(text.slice(span.start, span.end)),
      }));
      return found
        .flatMap(({ id, k, confidence }) => {
          let best: (typeof spans)[number] | undefined;
          for (const span of spans) if (!best || (span.scores[k] ?? 0) > (best.scores[k] ?? 0)) best = span;
          return best ? [{ themeId: id, confidence, start: best.start, end: best.end }] : [];
        })
        .sort((one, other) => other.confidence - one.confidence);
    },
  };
}
