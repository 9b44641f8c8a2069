import { type Labelled, type ThemeText, train } from './classifier.ts';

/** One response of a labelled set. Only responses with at least one theme are judged. */
export interface JudgedResponse {
  id: string;
  question: string;
  text: string;
  themes: string[];
  /** The resident's stance where the set has one ("1", "-1"); '' otherwise. */
  stance?: string;
  split: string;
}

export interface CodebookRow {
  id: string;
  name: string;
  description: string;
  question?: string;
  stance?: string;
}

/** Decisions a theme: a number, every one there is, or 0 for none at all. */
export type Shots = number | 'all';

/** How often the classifier was right, each 0..1; a mean over the draws. */
export interface Protocol {
  shots: Shots;
  /** The first theme is one of the right ones. */
  top1: number;
  /** One of the first three is. */
  top3: number;
  /** F1 of the first theme, averaged over the themes. */
  macroF1: number;
  /** F1 of the first theme against all right ones, averaged over the responses. */
  sampleF1: number;
  /** Training and judging, one draw. */
  seconds: number;
  /** How many responses were judged. */
  responses: number;
}

/** One question to the classifier, and what should have come out. */
interface Answer {
  ranked: string[];
  right: string[];
}

/**
 * Judges the classifier on a labelled set, before any "no theme" threshold. With a train split: `shots` responses a
 * theme are learnt from (a draw is the union over the themes), the rest of the split is there without its labels, and
 * the test split is judged. Without one nothing is learnt: every response meets the themes of its own question and stance.
 *
 * @param now milliseconds from any fixed start; only differences are used.
 */
export function evaluate(
  responses: JudgedResponse[],
  codebook: CodebookRow[],
  options: { shots: Shots[]; seeds: number; now: () => number },
): Protocol[] {
  const learnable = responses.filter(({ split }) => split === 'train');
  const judged = responses.filter(({ split, themes }) => split !== 'train' && themes.length > 0);
  if (learnable.length === 0) return [zeroShot(responses, judged, codebook, options.now)];
  return options.shots.map((shots) => {
    const draws = shots === 'all' ? 1 : Math.max(1, options.seeds);
    const protocols = Array.from({ length: draws }, (_, seed) => {
      const began = options.now();
      const chosen = draw(learnable, codebook, shots, seed + 1);
      const rest = learnable.filter((response) => !chosen.has(response)).map(({ text }) => text);
      const labelled: Labelled[] = [...chosen].map(({ text, themes }) => ({ text, themeIds: themes }));
      const classifier = train(codebook.map(themeText), labelled, rest);
      const answers = judged.map(({ text, themes }) => ({
        ranked: ranking(classifier.rank(text)),
        right: themes,
      }));
      return figures(shots, answers, codebook, (options.now() - began) / 1000);
    });
    return mean(protocols);
  });
}

function zeroShot(
  responses: JudgedResponse[],
  judged: JudgedResponse[],
  codebook: CodebookRow[],
  now: () => number,
): Protocol {
  const began = now();
  const answers: Answer[] = [];
  const groups = Map.groupBy(judged, ({ question, stance }) => JSON.stringify([question, stance ?? '']));
  for (const group of groups.values()) {
    const [{ question, stance } = { question: '', stance: '' }] = group;
    const themes = codebook.filter(
      (row) =>
        (!row.question || row.question === question) && (!row.stance || !stance || row.stance === stance),
    );
    // As in a real consultation: all answers to the question are there, and none has been looked at.
    const texts = responses.filter((response) => response.question === question).map(({ text }) => text);
    const classifier = train(themes.map(themeText), [], texts);
    for (const { text, themes: right } of group)
      answers.push({ ranked: ranking(classifier.rank(text)), right });
  }
  return figures(0, answers, codebook, (now() - began) / 1000);
}

function themeText({ id, name, description }: CodebookRow): ThemeText {
  return { id, name, definition: description, examples: [] };
}

function ranking(ranked: { themeId: string }[]): string[] {
  return ranked.map(({ themeId }) => themeId);
}

function draw(
  learnable: JudgedResponse[],
  codebook: CodebookRow[],
  shots: Shots,
  seed: number,
): Set<JudgedResponse> {
  if (shots === 'all') return new Set(learnable);
  const shuffled = learnable
    .map((response, at) => ({ response, key: scatter(at, seed) }))
    .sort((one, other) => one.key - other.key)
    .map(({ response }) => response);
  return new Set(
    codebook.flatMap(({ id }) => shuffled.filter(({ themes }) => themes.includes(id)).slice(0, shots)),
  );
}

/** A number that looks random but is the same for the same place and seed (the mixing steps of MurmurHash3). */
function scatter(at: number, seed: number): number {
  let mixed = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function figures(shots: Shots, answers: Answer[], codebook: CodebookRow[], seconds: number): Protocol {
  const among = (count: number) =>
    share(
      answers.filter(({ ranked, right }) => ranked.slice(0, count).some((id) => right.includes(id))).length,
      answers,
    );
  const f1s = codebook.flatMap(({ id }) => {
    const said = answers.filter(({ ranked }) => ranked[0] === id).length;
    const meant = answers.filter(({ right }) => right.includes(id)).length;
    const both = answers.filter(({ ranked, right }) => ranked[0] === id && right.includes(id)).length;
    // A theme that nobody raised and nobody was given has no F1.
    return said + meant === 0 ? [] : [(2 * both) / (said + meant)];
  });
  const perResponse = answers.map(({ ranked: [first], right }) =>
    first !== undefined && right.includes(first) ? 2 / (1 + right.length) : 0,
  );
  return {
    shots,
    top1: among(1),
    top3: among(3),
    macroF1: share(sum(f1s), f1s),
    sampleF1: share(sum(perResponse), answers),
    seconds,
    responses: answers.length,
  };
}

function mean(protocols: Protocol[]): Protocol {
  const of = (key: 'top1' | 'top3' | 'macroF1' | 'sampleF1' | 'seconds') =>
    share(sum(protocols.map((protocol) => protocol[key])), protocols);
  const [{ shots, responses } = { shots: 0, responses: 0 }] = protocols;
  return {
    shots,
    top1: of('top1'),
    top3: of('top3'),
    macroF1: of('macroF1'),
    sampleF1: of('sampleF1'),
    seconds: of('seconds'),
    responses,
  };
}

function share(part: number, whole: unknown[]): number {
  return whole.length === 0 ? 0 : part / whole.length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
