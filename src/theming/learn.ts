import { learnBayes } from './bayes.ts';
import type { Labelled, ThemeText } from './classifier.ts';
import { Features, type Vector } from './features.ts';
import type { Lesson, Model } from './lesson.ts';
import { learnProfiles } from './profiles.ts';
import { inShares, learnSoftmax, shares } from './softmax.ts';

/** What was learnt. Arrays have one place a theme, and after them one for "no theme" if officers ever said so. */
export interface Learnt {
  /** How the text is shared between the classes; sums to 1. */
  likelihood(text: string): Float64Array;
  /** How likely an officer is to agree with each class, 0..1; near 0 for a text that is about none of them. */
  confidence(text: string): Float64Array;
}

/** Decisions a class at which the linear model has half of all trust; before, likeness and guesses count more. */
const halfTrust = 20;
const ownWordsAfterDecisions = 0.3;
const guessWeight = 0.1;
/** More guesses than this add time and little else. */
const mostGuesses = 2000;
/** Guesses together weigh so many times the decisions, and one guess never more than a third of a decision. */
const guessesPerDecision = 3;
const mostOfADecision = 0.3;
/** Rare themes are missed more often than they should be; 0 would follow how common each is, 1 ignore it. */
const levelling = 0.2;

/** With few decisions shares promise too much, with many they hold (docs/theming.md has the table). */
const fewDecisions = 0.8;
/** A cosine below which a text is hardly about the theme, however much less it is about the others. */
const closeEnough = 0.07;

/**
 * Four steps, each started by the one before: likeness to each theme's words, a linear model of the decisions, naive
 * Bayes over what these two guess of the unlabelled responses, and a linear model of decisions and guesses.
 */
export function learn(themes: ThemeText[], labelled: Labelled[], unlabelled: string[]): Learnt {
  const features = new Features(themes.flatMap(ownTexts), [
    ...labelled.map(({ text }) => text),
    ...unlabelled,
  ]);
  const classes = themes.length + (labelled.some(({ themeIds }) => themeIds.length === 0) ? 1 : 0);
  const own = ownLessons(themes, features, classes);
  const decided = decidedLessons(themes, labelled, features, classes);
  const lessons = [...own, ...decided];
  const trust = decided.length / (decided.length + halfTrust * classes);

  const quieter = own.map((lesson) => ({ ...lesson, weight: ownWordsAfterDecisions }));
  const profiles = learnProfiles(decided.length > 0 ? [...quieter, ...decided] : own, features.size, classes);
  const linear = learnSoftmax(lessons, features.size, classes);
  const first: Model = (vector) =>
    mix((1 - trust) / 2, shares(profiles(vector), 30), shares(linear(vector), 3 - 2 * trust));

  const vectors = unlabelled.map((text) => features.vector(text));
  const guesses = vectors.map((vector) => ({ vector, target: first(vector), weight: guessWeight }));
  const bayes = learnBayes(lessons, guesses, features.size, classes);
  const bayesSay = 0.12 + (guesses.length > 0 ? 0.55 * (1 - trust) : 0);
  const second: Model = (vector) => mix(bayesSay, shares(bayes(vector)), first(vector));

  const last =
    guesses.length > 0 && decided.length > 0
      ? learnAgain(lessons, decided.length, vectors, second, features.size)
      : second;
  const levels = levelsOf(decided, classes);
  const likelihood: Model = (vector) => inShares(last(vector).map((share, k) => share * (levels[k] ?? 1)));
  return {
    likelihood: (text) => likelihood(features.vector(text)),
    confidence: (text) => {
      const vector = features.vector(text);
      const near = profiles(vector);
      const honest = fewDecisions + (1 - fewDecisions) * trust;
      return likelihood(vector).map((share, k) => honest * share * Math.min(1, (near[k] ?? 0) / closeEnough));
    },
  };
}

/** Self-training: the linear model once more, with a sample of the guesses beside the decisions. */
function learnAgain(
  lessons: Lesson[],
  decided: number,
  vectors: Vector[],
  guess: Model,
  features: number,
): Model {
  const every = Math.max(1, vectors.length / mostGuesses);
  const sample = vectors.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
  const weight = Math.min(mostOfADecision, (guessesPerDecision * decided) / sample.length);
  const classes = lessons[0]?.target.length ?? 0;
  const guessed = sample.map((vector) => {
    const target = inShares(guess(vector).map((share) => share ** 2));
    return { vector, target, weight };
  });
  const linear = learnSoftmax([...lessons, ...guessed], features, classes, { step: 2, shrink: 3e-4 });
  return (vector) => mix(0.5, shares(linear(vector), 2), guess(vector));
}

function ownTexts({ name, definition, examples }: ThemeText): string[] {
  return [`${name} ${definition}`, ...examples];
}

function ownLessons(themes: ThemeText[], features: Features, classes: number): Lesson[] {
  return themes.flatMap((theme, k) =>
    ownTexts(theme).map((text) => ({
      vector: features.vector(text),
      target: targetOf([k], classes),
      weight: 1,
    })),
  );
}

function decidedLessons(
  themes: ThemeText[],
  labelled: Labelled[],
  features: Features,
  classes: number,
): Lesson[] {
  const classOf = new Map(themes.map(({ id }, k) => [id, k]));
  return labelled.flatMap(({ text, themeIds }) => {
    const chosen = themeIds.flatMap((id) => classOf.get(id) ?? []);
    // Every theme of this decision has been retired since: it says nothing about the themes of today.
    if (themeIds.length > 0 && chosen.length === 0) return [];
    const target = targetOf(chosen.length > 0 ? chosen : [themes.length], classes);
    return [{ vector: features.vector(text), target, weight: 1 }];
  });
}

function targetOf(chosen: number[], classes: number): Float64Array {
  const target = new Float64Array(classes);
  for (const k of chosen) target[k] = 1 / chosen.length;
  return target;
}

function mix(say: number, one: Float64Array, other: Float64Array): Float64Array {
  return one.map((share, k) => say * share + (1 - say) * (other[k] ?? 0));
}

function levelsOf(decided: Lesson[], classes: number): Float64Array {
  const common = new Float64Array(classes).fill(1);
  for (const { target } of decided) {
    for (let k = 0; k < classes; k += 1) common[k] = (common[k] ?? 0) + (target[k] ?? 0);
  }
  return common.map((count) => count ** -levelling);
}
