import { learnBayes } from './bayes.ts';
import type { Labelled, ThemeText } from './classifier.ts';
import { Features, type Vector } from './features.ts';
import type { Lesson, Model } from './lesson.ts';
import { learnProfiles } from './profiles.ts';
import { learnSoftmax } from './softmax.ts';
import { shares } from './weights.ts';

/** What was learnt. Arrays have one place a theme, and at `none` one for "no theme" if officers ever said so. */
export interface Learnt {
  /** How the text is shared between the classes; sums to 1. */
  likelihood(text: string): Float64Array;
  /** How much of the text is about the class at all, 0..1. */
  closeness(text: string): Float64Array;
  none: number;
}

/** Guesses about at most so many unlabelled responses are learnt from: more adds time and little else. */
const mostGuesses = 2000;
const guessWeight = 0.1;
/** Decisions a class at which the linear model is trusted as much as plain likeness. */
const enoughDecisions = 20;

export function learn(themes: ThemeText[], labelled: Labelled[], unlabelled: string[]): Learnt {
  const features = new Features(themes.flatMap(ownTexts), [...labelled.map(({ text }) => text), ...unlabelled]);
  const none = themes.length;
  const classes = themes.length + (labelled.some(({ themeIds }) => themeIds.length === 0) ? 1 : 0);
  const own = themes.flatMap((theme, k) =>
    ownTexts(theme).map((text) => lesson(features.vector(text), [k], classes)),
  );
  const decided = decisions(themes, labelled, features, classes);
  const lessons = [...own, ...decided];

  const profiles = learnProfiles([...own.map((l) => ({ ...l, weight: decided.length > 0 ? 0.3 : 1 })), ...decided], features.size, classes);
  const linear = learnSoftmax(lessons, features.size, classes, {
    shrink: Math.min(1e-3, 0.2 / lessons.length),
    rounds: 12,
    step: 1,
  });
  const trust = decided.length / (decided.length + enoughDecisions * classes);
  const first: Model = (vector) => {
    const similar = shares(profiles(vector), 30);
    const judged = shares(linear(vector), 3 - 2 * trust);
    return similar.map((share, k) => ((1 - trust) * share + (1 + trust) * (judged[k] ?? 0)) / 2);
  };
  const last = unlabelled.length > 0 ? withGuesses(lessons, unlabelled, features, classes, first, decided.length) : first;
  const commonness = commonnessOf(decided, classes);
  return {
    likelihood: (text) => normalised(last(features.vector(text)).map((share, k) => share / Math.pow(commonness[k] ?? 1, 0.2))),
    closeness: (text) => profiles(features.vector(text)),
    none,
  };
}

function withGuesses(lessons: Lesson[], unlabelled: string[], features: Features, classes: number, first: Model, decided: number): Model {
  const vectors = unlabelled.map((text) => features.vector(text));
  const guessed = vectors.map((vector) => ({ vector, target: first(vector), weight: guessWeight }));
  const bayes = learnBayes(lessons, guessed, features.size, classes);
  const second: Model = (vector) => {
    const one = first(vector);
    return shares(bayes(vector)).map((share, k) => (share + .5*(one[k] ?? 0)) / 1.5);
  };
  if (decided === 0) return (v) => { const a=second(v); return a; };
  const every = Math.max(1, vectors.length / mostGuesses);
  const sample: Vector[] = [];
  for (let at = 0; at < vectors.length; at += every) { const v = vectors[Math.floor(at)]; if (v) sample.push(v); }
  const weight = Math.min(0.3, (3 * decided) / sample.length);
  const again = learnSoftmax(
    [...lessons, ...sample.map((vector) => ({ vector, target: sharp(second(vector), 2), weight }))],
    features.size, classes, { shrink: 3e-4, rounds: 8, step: 2 });
  return (vector) => { const a = shares(again(vector), 2), b = second(vector); return a.map((s, k) => (s + (b[k] ?? 0)) / 2); };
}

const sharp = (a: Float64Array, t: number) => normalised(a.map((x) => Math.pow(x, t)));

function ownTexts({ name, definition, examples }: ThemeText): string[] {
  return [`${name} ${definition}`, ...examples];
}

function lesson(vector: Vector, chosen: number[], classes: number): Lesson {
  const target = new Float64Array(classes);
  for (const k of chosen) target[k] = 1 / chosen.length;
  return { vector, target, weight: 1 };
}

function decisions(themes: ThemeText[], labelled: Labelled[], features: Features, classes: number): Lesson[] {
  const classOf = new Map(themes.map(({ id }, k) => [id, k]));
  return labelled.flatMap(({ text, themeIds }) => {
    const chosen = themeIds.flatMap((id) => classOf.get(id) ?? []);
    // Every theme of this decision has been retired since: it says nothing about the themes of today.
    if (themeIds.length > 0 && chosen.length === 0) return [];
    return [lesson(features.vector(text), chosen.length > 0 ? chosen : [themes.length], classes)];
  });
}

function commonnessOf(decided: Lesson[], classes: number): Float64Array {
  const common = new Float64Array(classes).fill(1);
  for (const { target } of decided) target.forEach((share, k) => { common[k] = (common[k] ?? 0) + share; });
  return normalised(common);
}

function normalised(a: Float64Array): Float64Array {
  let z = 0;
  for (const x of a) z += x;
  return z > 0 ? a.map((x) => x / z) : a;
}
