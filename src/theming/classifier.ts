import { clauses, type Span } from './evidence.ts';
import type { Said } from './features.ts';
import { learn } from './learn.ts';

/** A theme's own words; name and the rest in all languages of the codebook, joined by the caller. */
export interface ThemeText {
  id: string;
  name: string;
  definition: string;
  examples: string[];
}

/** An officer's final decision on one response; no ids mean "no theme". */
export interface Labelled extends Said {
  themeIds: string[];
}

/** `text.slice(start, end)` (UTF-16 offsets) is the evidence: whole words of the resident's own. */
interface Suggestion {
  themeId: string;
  /** 0..1: how likely an officer is to agree. */
  confidence: number;
  start: number;
  end: number;
}

export interface Classifier {
  /** Best first; [] means no theme. */
  suggest(said: Said): Suggestion[];
  /** Every theme, best first, before any threshold. Scores sum to at most 1. */
  rank(said: Said): { themeId: string; score: number }[];
  /** Takes in one more decision at once; a classifier that is trained again weighs it against all the others. */
  learn(decided: Labelled): void;
}

/** Below this an officer would be shown a guess; docs/theming.md has what each choice costs. */
const leastConfidence = 0.5;
/** A clause that speaks for a theme by itself counts, though less than if the whole response did. */
const clauseSay = 0.7;

/**
 * Learns from a codebook and from what officers decided so far, on this machine and without a network. The same
 * arguments always give the same classifier. Responses without a label help too: they show which words go together.
 */
export function train(themes: ThemeText[], labelled: Labelled[], unlabelled: Said[] = []): Classifier {
  // Listening may come first and themes later: until there are some, there is nothing to learn or to suggest.
  if (themes.length === 0) return { rank: () => [], suggest: () => [], learn: () => {} };
  const { likelihood, confidence, more } = learn(themes, labelled, unlabelled);

  return {
    learn: more,
    rank(said) {
      const scores = likelihood(said);
      return themes
        .map(({ id }, k) => ({ themeId: id, score: scores[k] ?? 0 }))
        .sort((one, other) => other.score - one.score);
    },
    suggest(said) {
      const { text } = said;
      const whole = confidence(said);
      const spans = clauses(text);
      const parts = spans.map((span) => ({
        span,
        says: spans.length === 1 ? whole : confidence({ ...said, text: text.slice(span.start, span.end) }),
      }));
      const none = whole[themes.length] ?? 0;
      return themes
        .flatMap(({ id }, k) => {
          const evidence = mostTelling(parts, k);
          if (!evidence) return [];
          const sure = Math.max(whole[k] ?? 0, clauseSay * (evidence.says[k] ?? 0));
          return sure >= leastConfidence && sure > none
            ? [{ themeId: id, confidence: sure, ...evidence.span }]
            : [];
        })
        .sort((one, other) => other.confidence - one.confidence);
    },
  };
}

interface Part {
  span: Span;
  says: Float64Array;
}

function mostTelling(parts: Part[], k: number): Part | undefined {
  return parts.reduce<Part | undefined>(
    (best, part) => (best && (best.says[k] ?? 0) >= (part.says[k] ?? 0) ? best : part),
    undefined,
  );
}
