import { monthBegan } from '#domain/month.ts';
import type { Localised } from '#domain/words.ts';
import { allThemesOf, type Theme } from '#store/codebook.ts';
import { type CodebookChange, changesAfter } from '#store/codebook-changes.ts';
import type { Db } from '#store/db.ts';
import { countReviewed, type Look, looksOf } from '#store/looks.ts';
import {
  cellsOf,
  type Estimate,
  exactly,
  type Judged,
  type Kappa,
  kappa,
  named,
  pooledKappa,
  type Rate,
  rate,
  sampleF1,
  turned,
} from '#theming/agreement.ts';

/** From fewer responses than this nothing is said. */
export const ENOUGH = 30;
/** Months that are shown, the latest ones. */
const MONTHS = 24;

/** A figure, and of how many responses; `figure` is null where these are too few. */
export interface Sayable<Figure> {
  responses: number;
  /** How many more are needed before anything is said. */
  more: number;
  figure: Figure | null;
}

export interface Agreement {
  exactly: Rate;
  alike: Estimate;
  kappa: Kappa;
}

interface RightTheme {
  id: string;
  name: Localised;
  /** Of the responses for which the machine suggested it, those where the officer agreed. */
  precision: Sayable<Rate>;
  /** Of the responses that the officer says are about it, those for which the machine had suggested it. */
  recall: Sayable<Rate>;
  /** Over all responses, where enough of them have it from either. */
  kappa: Sayable<Kappa>;
}

export interface RightMonth {
  /** When it began, ms. */
  at: number;
  alike: Sayable<{ exactly: Rate; alike: Estimate }>;
}

export interface Right {
  /** Reviewed in any way, and really looked at. */
  reviewed: number;
  looked: number;
  /** The officer who reviewed it, who saw the suggestions. */
  machine: Sayable<Agreement & { precision: Estimate | null; recall: Estimate | null }>;
  /** The officer who looked a second time and saw none of them. */
  blind: Sayable<Agreement>;
  officers: Sayable<Agreement>;
  themes: RightTheme[];
  months: RightMonth[];
}

/**
 * How often the machine and officers agree, and officers with each other, over the responses that an officer really
 * looked at (look.ts says what that is) and that no case holds. Each look is judged by the themes that were in use when it
 * was made, whatever has become of them since: else a theme that goes out of use would make agree who did not. Only what
 * somebody said of a theme that was merged counts for the one it went into. Where all that one of them said was not in use
 * by then, nothing can be told of that response: it would be two who said nothing, and agree.
 */
export async function rightOf(db: Db, consultationId: string): Promise<Right> {
  const [looks, all, changes, reviewed] = await Promise.all([
    looksOf(db, consultationId),
    allThemesOf(db, consultationId),
    changesAfter(db, consultationId, 0),
    countReviewed(db, consultationId),
  ]);
  const reviews = looks.filter(({ kind }) => kind === 'review');
  const seconds = looks.filter(({ kind }) => kind === 'second');
  const first = new Map(reviews.map((look) => [look.responseId, look]));
  const codebook = codebookOf(all, changes);
  const withMachine = ({ saidThemes, machineThemes, at }: Look) =>
    judged(codebook, saidThemes, machineThemes, at);
  const machine = reviews.flatMap(withMachine);
  return {
    reviewed,
    looked: reviews.length,
    machine: sayable(machine, () => ({
      ...agreement(machine),
      precision: named(machine),
      recall: named(turned(machine)),
    })),
    blind: agreementOf(seconds.flatMap(withMachine)),
    officers: agreementOf(
      seconds.flatMap((second) => {
        const review = first.get(second.responseId);
        if (review === undefined || review.officerId === second.officerId) return [];
        return judged(codebook, review.saidThemes, second.saidThemes, Math.min(review.at, second.at));
      }),
    ),
    themes: codebook.inUse.map((theme) => rightTheme(theme, machine)),
    months: monthsOf(reviews, withMachine),
  };
}

interface Codebook {
  inUse: Theme[];
  /** What a theme counts for by now: itself, or the one that it went into; undefined where nobody knows it. */
  standsFor(id: string): string | undefined;
  /** What the themes that were in use then count for by now. */
  by(at: number): string[];
}

function codebookOf(all: readonly Theme[], changes: readonly CodebookChange[]): Codebook {
  const known = new Map(all.map((theme) => [theme.id, theme]));
  const last = (theme: Theme | undefined): Theme | undefined =>
    theme === undefined || theme.mergedInto === null ? theme : last(known.get(theme.mergedInto));
  const standing = new Map(all.map((theme) => [theme.id, last(theme)?.id]));
  const standsFor = (id: string) => standing.get(id);
  const oldestFirst = changes.toSorted((one, other) => one.version - other.version);
  const lives = all.map((theme) => ({ id: theme.id, wasInUse: lifeOf(theme, oldestFirst) }));
  return {
    inUse: all.filter(({ state }) => state === 'active'),
    standsFor,
    by: (at) => [
      ...new Set(lives.filter(({ wasInUse }) => wasInUse(at)).flatMap(({ id }) => standsFor(id) ?? [])),
    ],
  };
}

/** Whether a theme was in use at a moment: what changed at that very moment came after it. */
function lifeOf(theme: Theme, oldestFirst: readonly CodebookChange[]): (at: number) => boolean {
  const turns = oldestFirst.flatMap(({ at, detail }) =>
    detail.themes.filter(({ id }) => id === theme.id).map(({ before, after }) => ({ at, before, after })),
  );
  return (moment) => {
    if (theme.createdAt > moment) return false;
    const before = turns.findLast(({ at }) => at < moment);
    const after = turns.find(({ at }) => at >= moment);
    const then = before?.after ?? (after === undefined ? theme : after.before);
    // What a change at that very moment made.
    return then === null || then.state === 'active';
  };
}

/** What both said at the same response; nothing where one of them said only what was not in use. */
function judged(
  { standsFor, by }: Codebook,
  one: readonly string[],
  other: readonly string[],
  at: number,
): Judged[] {
  const among = by(at);
  const named = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => standsFor(id) ?? []))].filter((id) => among.includes(id));
  const [left, right] = [named(one), named(other)];
  if ((one.length > 0 && left.length === 0) || (other.length > 0 && right.length === 0)) return [];
  return [{ one: left, other: right, among }];
}

function sayable<Figure>(over: readonly unknown[], figure: () => Figure): Sayable<Figure> {
  const responses = over.length;
  const more = Math.max(0, ENOUGH - responses);
  return { responses, more, figure: more === 0 ? figure() : null };
}

function agreementOf(pairs: readonly Judged[]): Sayable<Agreement> {
  return sayable(pairs, () => agreement(pairs));
}

/** Of at least one response. */
function agreement(pairs: readonly Judged[]): Agreement {
  return { ...alike(pairs), kappa: pooledKappa(pairs) };
}

function alike(pairs: readonly Judged[]): { exactly: Rate; alike: Estimate } {
  const [same, mean] = [exactly(pairs), sampleF1(pairs)];
  if (same === null || mean === null) throw new Error('Nothing was judged.');
  return { exactly: same, alike: mean };
}

function rightTheme({ id, name }: Theme, machine: readonly Judged[]): RightTheme {
  const judgedOn = machine.filter(({ among }) => among.includes(id));
  const suggested = judgedOn.filter(({ other }) => other.includes(id));
  const said = judgedOn.filter(({ one }) => one.includes(id));
  const either = judgedOn.filter(({ one, other }) => one.includes(id) || other.includes(id));
  const both = suggested.filter(({ one }) => one.includes(id)).length;
  return {
    id,
    name,
    precision: sayableRate(both, suggested),
    recall: sayableRate(both, said),
    kappa: sayable(either, () => kappa(cellsOf(judgedOn, id))),
  };
}

function sayableRate(hits: number, over: readonly Judged[]): Sayable<Rate> {
  const { responses, more, figure } = sayable(over, () => rate(hits, over.length));
  return { responses, more, figure };
}

function monthsOf(reviews: readonly Look[], withMachine: (look: Look) => Judged[]): RightMonth[] {
  const byMonth = Map.groupBy(reviews, ({ at }) => monthBegan(at));
  return [...byMonth]
    .sort(([one], [other]) => one - other)
    .slice(-MONTHS)
    .map(([at, looks]) => {
      const pairs = looks.flatMap(withMachine);
      return { at, alike: sayable(pairs, () => alike(pairs)) };
    });
}
