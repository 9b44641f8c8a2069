import { clauses } from './evidence.ts';
import { Features, type Vector } from './features.ts';
import { learnProfiles } from './profiles.ts';
import { type Lesson, learnSoftmax } from './softmax.ts';
import { shares } from './weights.ts';

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
 * arguments always give the same classifier.
 */
export function train(themes: ThemeText[], labelled: Labelled[], unlabelled: string[] = []): Classifier {
  const features = new Features(
    themes.flatMap((theme) => [`${theme.name} ${theme.definition}`, ...theme.examples]),
    [...labelled.map(({ text }) => text), ...unlabelled],
  );
  const classOf = new Map(themes.map(({ id }, k) => [id, k]));
  const none = themes.length;
  const classes = themes.length + 1;
  const lessons: Lesson[] = [];
  for (const [k, theme] of themes.entries()) {
    for (const text of [`${theme.name} ${theme.definition}`, ...theme.examples]) {
      lessons.push({ vector: features.vector(text), target: targetOf([k], classes) });
    }
  }
  const own = lessons.length;
  for (const { text, themeIds } of labelled) {
    const chosen = themeIds.flatMap((id) => classOf.get(id) ?? []);
    // Every theme of this decision has been retired since: it says nothing about the themes of today.
    if (themeIds.length > 0 && chosen.length === 0) continue;
    lessons.push({
      vector: features.vector(text),
      target: targetOf(chosen.length ? chosen : [none], classes),
    });
  }
  const profiles = learnProfiles(lessons, features.size, classes);
  const linear = learnSoftmax(lessons, features.size, classes, { shrink: 3e-5, rounds: 12, step: 1 });
  const learnt = lessons.length - own;
  const trust = learnt / (learnt + 20 * classes);

  const likelihood = (vector: Vector): Float64Array => {
    const similar = shares(profiles(vector), 20);
    const judged = shares(linear(vector), 1 + 2 * (1 - trust));
    return similar.map((share, k) => (1 - trust) * share + (1 + trust) * (judged[k] ?? 0)).map((p) => p / 2);
  };
  const closeness = (vector: Vector) => profiles(vector);

  return {
    rank(text) {
      const scores = likelihood(features.vector(text));
      return themes
        .map(({ id }, k) => ({ themeId: id, score: scores[k] ?? 0 }))
        .sort((one, other) => other.score - one.score);
    },
    suggest(text) {
      const vector = features.vector(text);
      if (vector.features.length === 0) return [];
      const scores = likelihood(vector);
      const close = closeness(vector);
      const found = themes.flatMap(({ id }, k) => {
        const confidence = (scores[k] ?? 0) * Math.min(1, (close[k] ?? 0) / 0.1);
        return confidence >= leastConfidence && (scores[k] ?? 0) > (scores[none] ?? 0)
          ? [{ id, k, confidence }]
          : [];
      });
      if (found.length === 0) return [];
      const spans = clauses(text).map((span) => ({
        ...span,
        scores: likelihood(features.vector(text.slice(span.start, span.end))),
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

function targetOf(chosen: number[], classes: number): Float64Array {
  const target = new Float64Array(classes);
  for (const k of chosen) target[k] = 1 / chosen.length;
  return target;
}
