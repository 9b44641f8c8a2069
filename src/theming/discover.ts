import { embed, product } from './embedding.ts';
import { fillers, shortLatin } from './fillers.ts';
import { asSame, examplesOf, says } from './groupExamples.ts';
import { groupsOf, middleOf } from './groups.ts';
import { isAbout } from './isAbout.ts';
import { wordsOf } from './words.ts';

/** Responses with nothing in common are no theme: fewer distinct ones are shown to nobody. */
const fewest = 3;
/** Thirty themes are too many to think about (facts of earlier consultations); twelve are a page. */
const mostGroups = 12;
/** Distinct texts that are compared with one another; a table of all pairs grows with the square. */
const mostCompared = 2000;
const wordsShown = 6;
/** Whoever says none of so many is in a group only because they had to be in one. */
const wordsShared = 20;
const fewestTelling = 1;

export interface Unexplained {
  id: string;
  text: string;
  /** False where its words stand for no group: they are abusive, or not exactly what was said. */
  quotable?: boolean;
}

/** Responses that may be about one thing that the codebook does not have. */
export interface Group {
  /** All of them, with those that say the same in the same words. */
  ids: string[];
  /** How many different texts that is. */
  texts: number;
  /** `text.slice(start, end)` of these, most typical first: whole words of the residents' own. */
  examples: { id: string; start: number; end: number }[];
  /** Words that stand out in it, as they are compared: without capitals and Latin accents. */
  telling: string[];
}

/**
 * Groups what no theme explains, largest first. A suggestion for a person, never the truth: see docs/theming.md for how
 * little such groups agree with those that people make. Deterministic. Texts that are the same count once, and bare thanks
 * not at all.
 */
export function discover(responses: readonly Unexplained[]): Group[] {
  const same = [...Map.groupBy(responses, ({ text }) => asSame(text)).values()];
  const about = same.filter(([first]) => isAbout(first?.text ?? ''));
  const distinct = evenly(about, mostCompared);
  const texts = distinct.map(([first]) => first?.text ?? '');
  if (texts.length < fewest) return [];
  const count = howMany(texts.length);
  // A word of one group is in about as many texts as the group has: one that is in twice as many is everybody's.
  const most = (2 * texts.length) / count;
  const rows = embed(texts, most);
  const placed = groupsOf(rows, count);
  const groups = [...Map.groupBy(placed.keys(), (at) => placed[at] ?? 0).values()];
  return (
    groups
      .map((placed) => {
        const words = tellingWords(
          placed.map((at) => texts[at] ?? ''),
          texts,
          most,
        );
        return { words, members: placed.filter((at) => says(texts[at] ?? '', words.slice(0, wordsShared))) };
      })
      .filter(({ members }) => members.length >= fewest)
      .map(({ words, members }) => {
        const telling = words.filter((word) => Array.from(word).length > 2).slice(0, wordsShown);
        const typical = byTypicality(members, rows).flatMap(
          (at) => distinct[at]?.find(({ quotable }) => quotable !== false) ?? [],
        );
        return {
          ids: members.flatMap((at) => (distinct[at] ?? []).map(({ id }) => id)),
          texts: members.length,
          examples: examplesOf(typical, telling),
          telling,
        };
      })
      // What has nothing in common but "the" and "again" is no group that a person could name.
      .filter(({ telling }) => telling.length >= fewestTelling)
      .sort((one, other) => other.ids.length - one.ids.length)
  );
}

/** Of too many, some from all of the time in which they came. */
function evenly<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]).flatMap(
    (item) => (item === undefined ? [] : [item]),
  );
}

/** The square root of half of them, a rule of thumb (Mardia, Kent and Bibby 1979, Multivariate Analysis). */
function howMany(texts: number): number {
  return Math.max(2, Math.min(mostGroups, Math.round(Math.sqrt(texts / 2))));
}

function byTypicality(members: readonly number[], rows: readonly Float64Array[]): number[] {
  const middle = middleOf(members.flatMap((at) => rows[at] ?? []));
  const near = (at: number) => product(rows[at] ?? middle, middle);
  return [...members].sort((one, other) => near(other) - near(one) || one - other);
}

/** Words that are likelier here than elsewhere: log odds, with as many imagined as keep a rare word from standing out. */
function tellingWords(inside: readonly string[], all: readonly string[], most: number): string[] {
  const here = timesIn(inside);
  const everywhere = timesIn(all);
  const score = (word: string) => {
    const within = here.get(word) ?? 0;
    const without = (everywhere.get(word) ?? 0) - within;
    const odds = (times: number, texts: number) => (times + 0.5) / (texts - times + 0.5);
    return (
      Math.log(odds(within, inside.length) / odds(without, all.length - inside.length)) * Math.sqrt(within)
    );
  };
  // "The" and "because" tell nothing, in whatever language; where there is little, they are not yet everywhere.
  const isEverywhere = (times = 0) => times > most;
  return [...here]
    .filter(
      ([word, times]) =>
        times >= 2 && !shortLatin.test(word) && !isEverywhere(everywhere.get(word)) && !fillers.has(word),
    )
    .map(([word]) => ({ word, score: score(word) }))
    .filter((one) => one.score > 0)
    .sort((one, other) => other.score - one.score || (one.word < other.word ? -1 : 1))
    .map(({ word }) => word);
}

/** In how many of the texts each word is. */
function timesIn(texts: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts)
    for (const form of new Set(wordsOf(text).map((word) => word.form)))
      times.set(form, (times.get(form) ?? 0) + 1);
  return times;
}
