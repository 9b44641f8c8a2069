import { monthBegan } from '#domain/month.ts';
import type { Localised } from '#domain/words.ts';
import { type Theme, themesOf } from '#store/codebook.ts';
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
 * looked at (look.ts says what that is) and that no case holds. Only themes in use count, each from when it was made.
 */
export async function rightOf(db: Db, consultationId: string): Promise<Right> {
  const [looks, themes, reviewed] = await Promise.all([
    looksOf(db, consultationId),
    themesOf(db, consultationId),
    countReviewed(db, consultationId),
  ]);
  const reviews = looks.filter(({ kind }) => kind === 'review');
  const seconds = looks.filter(({ kind }) => kind === 'second');
  const first = new Map(reviews.map((look) => [look.responseId, look]));
  const withMachine = (look: Look) => judged(look.saidThemes, look.machineThemes, themesBy(themes, look.at));
  const machine = reviews.map(withMachine);
  return {
    reviewed,
    looked: reviews.length,
    machine: sayable(machine, () => ({
      ...agreement(machine),
      precision: named(machine),
      recall: named(turned(machine)),
    })),
    blind: agreementOf(seconds.map(withMachine)),
    officers: agreementOf(
      seconds.flatMap((second) => {
        const review = first.get(second.responseId);
        if (review === undefined || review.officerId === second.officerId) return [];
        const among = themesBy(themes, Math.min(review.at, second.at));
        return [judged(review.saidThemes, second.saidThemes, among)];
      }),
    ),
    themes: themes.map((theme) => rightTheme(theme, machine)),
    months: monthsOf(reviews, withMachine),
  };
}

/** The themes that there were by then. */
function themesBy(themes: readonly Theme[], at: number): string[] {
  return themes.filter(({ createdAt }) => createdAt <= at).map(({ id }) => id);
}

function judged(one: readonly string[], other: readonly string[], among: readonly string[]): Judged {
  const both = new Set(among);
  return { one: one.filter((id) => both.has(id)), other: other.filter((id) => both.has(id)), among };
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

function monthsOf(reviews: readonly Look[], withMachine: (look: Look) => Judged): RightMonth[] {
  const byMonth = Map.groupBy(reviews, ({ at }) => monthBegan(at));
  return [...byMonth]
    .sort(([one], [other]) => one - other)
    .slice(-MONTHS)
    .map(([at, looks]) => {
      const pairs = looks.map(withMachine);
      return { at, alike: sayable(pairs, () => alike(pairs)) };
    });
}
