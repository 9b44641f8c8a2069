import type { Learner, Lesson, Model } from './lesson.ts';
import { timesIn } from './lessons.ts';
import { closeEnough, learnProfiles } from './profiles.ts';
import { mapped } from './scores.ts';
import { inShares, learnSoftmax, shares } from './softmax.ts';

/** Decisions about one theme that count as much as one text of its own: its name with its definition, or an example. */
const asMuch = 2;
/** A theme of which so much comes from decisions needs its own words no more. */
const heardEnough = 0.95;
const least = 1e-9;

/**
 * A theme is judged by its own words until officers have decided about it: whatever they decide first is about a few of
 * the themes, and a model of those decisions alone would take everything for one of them. "No theme" has no words.
 */
export function untilHeard(
  guess: Model,
  decided: readonly Lesson[],
  of: { own: Lesson[]; themes: number; room: { features: number; classes: number } },
): Learner {
  const { own, themes, room } = of;
  const texts = timesIn(own, room.classes);
  const times = timesIn(decided, room.classes);
  const heardOf = () =>
    mapped(times, (count, k) => (k < themes ? count / (count + asMuch * (texts[k] ?? 1)) : 1));
  let heard = heardOf();
  const learn = ({ target }: Lesson) => {
    for (let k = 0; k < times.length; k += 1) times[k] = (times[k] ?? 0) + (target[k] ?? 0);
    heard = heardOf();
  };
  if (heard.every((share) => share > heardEnough)) return { score: guess, learn };
  const profiles = learnProfiles(own, room.features, room.classes);
  const linear = learnSoftmax(own, room);
  const score: Model = (text) => {
    const near = profiles(text);
    const [alike, apart] = [shares(near, 30), shares(linear.score(text), 3)];
    // Where a text is like none of them, their words have nothing to say.
    const known = Math.min(1, Math.max(...near) / closeEnough);
    const both = mapped(guess(text), (share, k) => {
      const say = known * (1 - (heard[k] ?? 1));
      const words = ((alike[k] ?? 0) + (apart[k] ?? 0)) / 2;
      return Math.max(share, least) ** (1 - say) * Math.max(words, least) ** say;
    });
    return inShares(both);
  };
  return { score, learn };
}
