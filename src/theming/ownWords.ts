import type { Lesson, Model } from './lesson.ts';
import { learnProfiles } from './profiles.ts';
import { mapped, zeros } from './scores.ts';
import { inShares, learnSoftmax, shares } from './softmax.ts';

/** Decisions about one theme at which they count as much as what the theme says about itself. */
const asMuch = 2;
/** A theme of which so much comes from decisions needs its own words no more. */
const heardEnough = 0.95;
const least = 1e-9;

/** What each theme's own words say of a text: likeness to them, and a linear model that tells them apart. */
function guessByWords(own: Lesson[], room: { features: number; classes: number }): Model {
  const profiles = learnProfiles(own, room.features, room.classes);
  const linear = learnSoftmax(own, room);
  return (text) => {
    const alike = shares(profiles(text), 30);
    const apart = shares(linear.score(text), 3);
    return mapped(alike, (share, k) => (share + (apart[k] ?? 0)) / 2);
  };
}

/**
 * A theme is judged by its own words until officers have decided about it: whatever they decide first is about a few of
 * the themes, and a model of those decisions alone would take everything for one of them. "No theme" has no words.
 */
export function untilHeard(
  guess: Model,
  decided: readonly Lesson[],
  of: { own: Lesson[]; themes: number; room: { features: number; classes: number } },
): Model {
  const { own, themes, room } = of;
  const times = zeros(room.classes);
  for (const { target } of decided)
    for (let k = 0; k < room.classes; k += 1) times[k] = (times[k] ?? 0) + (target[k] ?? 0);
  const heard = mapped(times, (count, k) => (k < themes ? count / (count + asMuch) : 1));
  if (heard.every((share) => share > heardEnough)) return guess;
  const byWords = guessByWords(own, room);
  return (text) => {
    const words = byWords(text);
    const both = mapped(guess(text), (share, k) => {
      const say = heard[k] ?? 1;
      return Math.max(share, least) ** say * Math.max(words[k] ?? 0, least) ** (1 - say);
    });
    return inShares(both);
  };
}
