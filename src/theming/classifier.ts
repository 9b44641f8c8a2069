import { calibrate, type Promised } from './calibrate.ts';
import { clauses, type Span } from './evidence.ts';
import { Features, type Said } from './features.ts';
import { type Learnt, learn } from './learn.ts';
import { ownTexts } from './lessons.ts';
import { sampled } from './sampled.ts';
import { mapped, type Scores } from './scores.ts';

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
export interface Suggestion {
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
/** With fewer decisions confidence is taken at its word; more than the most add time and little else. */
const fewestToCalibrate = 60;
const mostToCalibrate = 4000;
const mostUnlabelled = 500;
/** Every so many decisions one is kept back to see whether confidence keeps its promises. */
const keptBack = 10;
/** Below this nothing is promised: there are too many of these, and all are wrong. */
const leastPromise = 0.2;

/**
 * Learns from a codebook and from what officers decided so far, on this machine and without a network. The same
 * arguments always give the same classifier. Responses without a label help too: they show which words go together.
 *
 * @param options.calibrates whether confidence is held against some of the decisions; an order of themes needs none of it.
 */
export function train(
  themes: ThemeText[],
  labelled: Labelled[],
  unlabelled: Said[] = [],
  { calibrates = true }: { calibrates?: boolean } = {},
): Classifier {
  // Listening may come first and themes later: until there are some, there is nothing to learn or to suggest.
  if (themes.length === 0) return { rank: () => [], suggest: () => [], learn: () => {} };
  const read = reader(themes, labelled, unlabelled);
  // First, so that what it needs is gone before the rest is learnt.
  const calibrated = calibrate(calibrates ? promisesOf(themes, labelled, unlabelled, read) : []);
  const learnt = learn(themes, labelled, unlabelled, read);
  read.forget();

  return {
    learn: learnt.more,
    rank(said) {
      const scores = learnt.likelihood(read.whole(said));
      return themes
        .map(({ id }, k) => ({ themeId: id, score: scores[k] ?? 0 }))
        .sort((one, other) => other.score - one.score);
    },
    suggest(said) {
      const { sure, evidence, none } = readBy(learnt, read, themes.length, said);
      return themes
        .flatMap(({ id }, k) => {
          const span = evidence(k);
          const confidence = calibrated(sure[k] ?? 0);
          return span !== undefined && confidence >= leastConfidence && (sure[k] ?? 0) > none
            ? [{ themeId: id, confidence, ...span }]
            : [];
        })
        .sort((one, other) => other.confidence - one.confidence);
    },
  };
}

/** Reads each of the texts that it was made from once, until it forgets them. */
function reader(themes: ThemeText[], labelled: Labelled[], unlabelled: Said[]) {
  const features = new Features(themes.flatMap(ownTexts), [...labelled, ...unlabelled]);
  const read = new Map([...labelled, ...unlabelled].map((said) => [said, features.vector(said)]));
  return {
    size: features.size,
    vector: (said: Said) => read.get(said) ?? features.vector(said),
    whole: ({ text, question }: Said) => features.part(features.read(text), question),
    /** The whole of a text, and its clauses where there are several. */
    parts({ text, question }: Said) {
      const reading = features.read(text);
      const whole = features.part(reading, question);
      const spans = clauses(text, reading.words);
      const [only] = spans;
      if (only !== undefined && spans.length === 1) return { whole, parts: [{ span: only, said: whole }] };
      return {
        whole,
        parts: spans.map((span) => ({ span, said: features.part(reading, question, span.from, span.to) })),
      };
    },
    forget: () => read.clear(),
  };
}

/** How sure each theme is of a response, by the whole of it or by its best clause; and how sure "no theme" is. */
function readBy({ confidence }: Learnt, read: Reader, themes: number, said: Said) {
  const text = read.parts(said);
  const whole = confidence(text.whole);
  const parts = text.parts.map(({ span, said }) => ({
    span,
    says: said === text.whole ? whole : confidence(said, true),
  }));
  const best = (k: number) =>
    parts.reduce<Part | undefined>(
      (most, part) => (most && (most.says[k] ?? 0) >= (part.says[k] ?? 0) ? most : part),
      undefined,
    );
  return {
    sure: mapped(whole, (share, k) => Math.max(share, clauseSay * (best(k)?.says[k] ?? 0))),
    evidence: (k: number) => best(k)?.span,
    none: whole[themes] ?? 0,
  };
}

type Reader = ReturnType<typeof reader>;

interface Part {
  span: Span;
  says: Scores;
}

/** What a classifier that has not seen some of the decisions promises about them, and what officers said. */
function promisesOf(themes: ThemeText[], labelled: Labelled[], unlabelled: Said[], read: Reader): Promised[] {
  if (labelled.length < fewestToCalibrate) return [];
  const some = sampled(labelled, mostToCalibrate);
  const back = some.filter((_, at) => at % keptBack === 0);
  const rest = some.filter((_, at) => at % keptBack !== 0);
  const learnt = learn(themes, rest, sampled(unlabelled, Math.min(rest.length, mostUnlabelled)), read);
  return back.flatMap((said) => {
    const { sure } = readBy(learnt, read, themes.length, said);
    return themes.flatMap(({ id }, k) => {
      const confidence = sure[k] ?? 0;
      return confidence < leastPromise ? [] : [{ confidence, agreed: said.themeIds.includes(id) }];
    });
  });
}
