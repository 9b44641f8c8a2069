import { learnBayes } from './bayes.ts';
import type { Labelled, ThemeText } from './classifier.ts';
import type { Features, Said, Vector, Worded } from './features.ts';
import type { Learner, Lesson, Model } from './lesson.ts';
import { lessonFrom, ownLessons, timesIn } from './lessons.ts';
import { learnNeighbours } from './neighbours.ts';
import { untilHeard } from './ownWords.ts';
import { closeEnough, learnProfiles } from './profiles.ts';
import { learnRatios } from './ratios.ts';
import { sampled } from './sampled.ts';
import { mapped, type Scores, zeros } from './scores.ts';
import { inShares, learnSoftmax, shares } from './softmax.ts';

/** What was learnt. Arrays have one place a theme, and after them one for "no theme" if officers ever said so. */
export interface Learnt {
  /** How the text is shared between the classes; sums to 1. */
  likelihood: Model;
  /**
   * The same, 0..1 each, and near 0 for a text that is about none of them. Of a part of a text no neighbours are asked:
   * they were guessed of whole ones, and there are many parts.
   */
  confidence(text: Worded, isPart?: boolean): Scores;
  /** Takes in one more decision, in a few milliseconds; learning anew from all of them is more thorough. */
  more(decided: Labelled): void;
}

/** Decisions a class at which the linear model has half of all trust; before, likeness and guesses count more. */
const halfTrust = 20;
const ownWordsAfterDecisions = 0.3;
const guessWeight = 0.1;
/** More guesses than this add time and little else. */
const mostGuesses = 2000;
const mostNeighbours = 300;
/** What neighbours say at first; less with more decisions, and nothing once it would no longer be worth the time. */
const neighboursSay = 0.4;
const leastSay = 0.1;
/** Guesses together weigh so many times the decisions, and one guess never more than a third of a decision. */
const guessesPerDecision = 3;
const mostOfADecision = 0.3;
/** What the ratios say once there are many decisions. They need more of them than the linear model does. */
const ratiosSay = 0.65;
/** Rare themes are missed more often than they should be; 0 would follow how common each is, 1 ignore it. */
const levelling = 0.2;

/** With few decisions shares promise too much, with many they hold (docs/theming.md has the table). */
const fewDecisions = 0.8;

/**
 * Steps that are each started by the ones before: likeness to each theme's words and a linear model of the decisions,
 * with the themes' own words where little was decided; naive Bayes over what these guess of the unlabelled responses; the
 * guesses of the texts most alike; a linear model of decisions and guesses; and beside them each theme against all others.
 *
 * @param features made from these themes and at least these texts.
 */
export function learn(
  themes: ThemeText[],
  labelled: Labelled[],
  unlabelled: Said[],
  features: Pick<Features, 'size' | 'vector'>,
): Learnt {
  const classes = themes.length + (labelled.some(({ themeIds }) => themeIds.length === 0) ? 1 : 0);
  const own = ownLessons(themes, features, classes);
  const decided = labelled.flatMap((one) => lessonFrom(one, themes, features, classes) ?? []);
  const lessons = [...own, ...decided];
  const trust = decided.length / (decided.length + halfTrust * classes);
  const room = { features: features.size, classes };

  const quieter = own.map((lesson) => ({ ...lesson, weight: ownWordsAfterDecisions }));
  const profiles = learnProfiles(decided.length > 0 ? [...quieter, ...decided] : own, features.size, classes);
  const linear = learnSoftmax(lessons, room);
  const alone: Model = (vector) =>
    mix((1 - trust) / 2, shares(profiles(vector), 30), shares(linear.score(vector), 3 - 2 * trust));
  const words =
    decided.length === 0 ? null : untilHeard(alone, decided, { own, themes: themes.length, room });
  const first = words?.score ?? alone;

  const vectors = unlabelled.map((said) => features.vector(said));
  const guesses = vectors.map((vector) => ({ vector, target: first(vector), weight: guessWeight }));
  const bayes = learnBayes(lessons, guesses, features.size, classes);
  const bayesSay = 0.12 + (guesses.length > 0 ? 0.55 * (1 - trust) : 0);
  const second: Model = (vector) => mix(bayesSay, shares(bayes(vector)), first(vector));
  const third = withNeighbours(second, vectors, neighboursSay * (1 - trust), room);

  const again =
    guesses.length > 0 && decided.length > 0
      ? learnAgain(lessons, decided.length, vectors, third, room)
      : null;
  const ratios = decided.length > 0 ? learnRatios(decided, room) : null;
  const levels = levelsOf(decided, classes);
  const likelihoodBy = (guessBy: Model, vector: Vector | Worded) => {
    const guess = guessBy(vector);
    const last = again === null ? guess : mix(0.5, shares(again.score(vector), 2), guess);
    const sharp = ratios === null ? last : between(ratiosSay * trust ** 2, ratios.score(vector), last);
    return inShares(mapped(sharp, (share, k) => share * (levels[k] ?? 1)));
  };
  const likelihood: Model = (vector) => likelihoodBy(third, vector);
  const learners = [linear, words, again, ratios].filter((one) => one !== null);

  return {
    likelihood,
    confidence: (vector, isPart = false) => {
      const near = profiles(vector);
      const honest = fewDecisions + (1 - fewDecisions) * trust;
      const shares = likelihoodBy(isPart ? second : third, vector);
      return mapped(shares, (share, k) => honest * share * Math.min(1, (near[k] ?? 0) / closeEnough));
    },
    more(one) {
      const lesson = lessonFrom(one, themes, features, classes);
      if (lesson !== undefined) for (const learner of learners) learner.learn(lesson);
    },
  };
}

interface Room {
  features: number;
  classes: number;
}

function withNeighbours(guess: Model, vectors: Vector[], say: number, { features, classes }: Room): Model {
  if (say < leastSay || vectors.length === 0) return guess;
  const sample = sampled(vectors, mostNeighbours);
  const neighbours = learnNeighbours(sample, sample.map(guess), features, classes);
  return (vector) => {
    const near = neighbours(vector);
    const own = say * near.reduce((sum, share) => sum + share, 0);
    return mapped(guess(vector), (share, k) => say * (near[k] ?? 0) + (1 - own) * share);
  };
}

/** Self-training: the linear model once more, with a sample of the guesses beside the decisions. */
function learnAgain(
  lessons: Lesson[],
  decided: number,
  vectors: Vector[],
  guess: Model,
  room: Room,
): Learner {
  const sample = sampled(vectors, mostGuesses);
  const weight = Math.min(mostOfADecision, (guessesPerDecision * decided) / sample.length);
  const guessed = sample.map((vector) => {
    const target = inShares(mapped(guess(vector), (share) => share ** 2));
    return { vector, target, weight };
  });
  return learnSoftmax([...lessons, ...guessed], room, { step: 2, shrink: 3e-4, rounds: 4 });
}

function mix(say: number, one: Scores, other: Scores): Scores {
  const mixed = zeros(one.length);
  for (let k = 0; k < mixed.length; k += 1) mixed[k] = say * (one[k] ?? 0) + (1 - say) * (other[k] ?? 0);
  return mixed;
}

/** As `mix`, but what either of them rules out is out. */
function between(say: number, one: Scores, other: Scores): Scores {
  const least = 1e-9;
  const both = zeros(one.length);
  for (let k = 0; k < both.length; k += 1)
    both[k] = Math.max(one[k] ?? 0, least) ** say * Math.max(other[k] ?? 0, least) ** (1 - say);
  return inShares(both);
}

function levelsOf(decided: Lesson[], classes: number): Scores {
  return mapped(timesIn(decided, classes), (count) => (1 + count) ** -levelling);
}
