import type { ChannelName, Language } from '#domain/words.ts';
import { type Contributor, contributors } from '#store/audience.ts';
import { isBlocked } from '#store/claims.ts';
import type { Db } from '#store/db.ts';
import { findOutcome, themesOf } from '#store/outcomes.ts';

export type LeftOutWhy = 'noConsent' | 'stopped' | 'blocked' | 'held' | 'noAddress';

export interface Person {
  residentId: string;
  addressId: string;
  channel: ChannelName;
  account: string;
  /** What they chose; null where they have not. */
  language: Language | null;
  lastInboundAt: number | null;
}

export interface Audience {
  people: Person[];
  leftOut: { why: LeftOutWhy; count: number }[];
  byChannel: { channel: ChannelName; count: number }[];
  byLanguage: { language: Language | null; count: number }[];
}

/** An outcome, or one that is still being written. */
export type AudienceOf = { id: string } | { consultationId: string; themeIds: readonly string[] };

/** Who would hear of an outcome if it were published now, and who not, and why. */
export async function audienceOf(
  db: Db,
  outcome: AudienceOf,
  fleeting: readonly ChannelName[] = [],
): Promise<Audience> {
  const about = await subjectOf(db, outcome);
  const people: Person[] = [];
  const leftOut = new Tally<LeftOutWhy>();
  for (const contributor of await contributors(db, { ...about, fleeting })) {
    const found = reachable(contributor);
    if (typeof found === 'string') leftOut.add(found);
    else people.push(found);
  }
  const byChannel = new Tally<ChannelName>();
  const byLanguage = new Tally<Language | null>();
  for (const { channel, language } of people) {
    byChannel.add(channel);
    byLanguage.add(language);
  }
  return {
    people,
    leftOut: leftOut.list('why'),
    byChannel: byChannel.list('channel'),
    byLanguage: byLanguage.list('language'),
  };
}

/** How to tell them, or the first reason not to. */
export function reachable(contributor: Contributor): Person | LeftOutWhy {
  const { residentId, addressId, channel, account, language, lastInboundAt } = contributor;
  if (contributor.held === 1) return 'held';
  if (contributor.granted !== 1) return 'noConsent';
  if (addressId === null || channel === null || account === null) return 'noAddress';
  if (contributor.stoppedAt !== null) return 'stopped';
  if (isBlocked(contributor)) return 'blocked';
  return { residentId, addressId, channel, account, language, lastInboundAt };
}

async function subjectOf(db: Db, outcome: AudienceOf) {
  if (!('id' in outcome)) return outcome;
  const found = await findOutcome(db, outcome.id);
  const themes = await themesOf(db, [outcome.id]);
  return { consultationId: found?.consultationId ?? '', themeIds: themes.map(({ id }) => id) };
}

/** Counts, the most first. */
export class Tally<T> {
  readonly #counts = new Map<T, number>();
  add(what: T): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
  list<K extends string>(name: K): ({ [key in K]: T } & { count: number })[] {
    return [...this.#counts]
      .sort(([, one], [, other]) => other - one)
      .map(([what, count]) => ({ [name]: what, count }) as { [key in K]: T } & { count: number });
  }
}
