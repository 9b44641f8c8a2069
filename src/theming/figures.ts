import type { CodebookRow } from './labelled-set.ts';

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
export interface Answer {
  ranked: string[];
  right: string[];
}

export function figures(shots: Shots, answers: Answer[], codebook: CodebookRow[], seconds: number): Protocol {
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

/** The mean over several draws of one protocol. */
export function mean(protocols: Protocol[]): Protocol {
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
