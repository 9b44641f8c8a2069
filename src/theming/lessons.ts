import type { Labelled, ThemeText } from './classifier.ts';
import type { Features } from './features.ts';
import type { Lesson } from './lesson.ts';
import { type Scores, zeros } from './scores.ts';

/** What a theme says about itself. */
export function ownTexts({ name, definition, examples }: ThemeText): string[] {
  return [`${name} ${definition}`, ...examples];
}

export function ownLessons(
  themes: ThemeText[],
  features: Pick<Features, 'vector'>,
  classes: number,
): Lesson[] {
  return themes.flatMap((theme, k) =>
    ownTexts(theme).map((text) => ({
      vector: features.vector({ text }),
      target: targetOf([k], classes),
      weight: 1,
    })),
  );
}

/** What an officer decided, as a lesson; undefined where it says nothing about the themes of today. */
export function lessonFrom(
  said: Labelled,
  themes: ThemeText[],
  features: Pick<Features, 'vector'>,
  classes: number,
): Lesson | undefined {
  const { themeIds } = said;
  const chosen = themes.flatMap(({ id }, k) => (themeIds.includes(id) ? [k] : []));
  // Every theme of this decision has been retired since.
  if (themeIds.length > 0 && chosen.length === 0) return undefined;
  const places = chosen.length > 0 ? chosen : [themes.length];
  // Nobody had said "no theme" when this was learnt: there is no place for it yet.
  if (places.some((place) => place >= classes)) return undefined;
  return { vector: features.vector(said), target: targetOf(places, classes), weight: 1 };
}

function targetOf(chosen: number[], classes: number): Scores {
  const target = zeros(classes);
  for (const k of chosen) target[k] = 1 / chosen.length;
  return target;
}

/** How often each class was said. A lesson about two counts half for each. */
export function timesIn(lessons: readonly Lesson[], classes: number): Scores {
  const times = zeros(classes);
  for (const { target } of lessons)
    for (let k = 0; k < classes; k += 1) times[k] = (times[k] ?? 0) + (target[k] ?? 0);
  return times;
}
