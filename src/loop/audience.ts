import type { ChannelName, Language } from '#domain/words.ts';
import { type Contributor, contributors } from '#store/audience.ts';
import { isBlocked } from '#store/claims.ts';
import { latestFlow } from '#store/consultations.ts';
import type { Db } from '#store/db.ts';
import { findOutcome, themesOf } from '#store/outcomes.ts';
import { everywhere, type Going, type Reach } from './reach.ts';
import { languagesFor } from './recall.ts';

export type LeftOutWhy = 'noConsent' | 'stopped' | 'blocked' | 'held' | 'noAddress' | 'windowClosed';

export interface Person {
  residentId: string;
  addressId: string;
  channel: ChannelName;
  account: string;
  /** What they chose; null where they have not. */
  language: Language | null;
  lastInboundAt: number | null;
  /** A template where their channel lets no other words through by now. */
  goesAs: Exclude<Going, 'closed'>;
}

/** The same for everybody of one consultation. */
export interface Reaching {
  reach: Reach;
  /** In which somebody is written to, who chose this or nothing. */
  languagesOf(chosen: Language | null): readonly Language[];
}

export interface Audience {
  people: Person[];
  leftOut: { why: LeftOutWhy; count: number }[];
  byChannel: { channel: ChannelName; count: number }[];
  byLanguage: { language: Language | null; count: number }[];
  /** How many get a template in place of the text. */
  byTemplate: number;
  /** In which a template would have to be approved before those behind a closed window can hear. */
  withoutTemplate: Language[];
}

/** An outcome, or one that is still being written. */
export type AudienceOf = { id: string } | { consultationId: string; themeIds: readonly string[] };

/** Who would hear of an outcome if it were published now, and who not, and why. */
export async function audienceOf(db: Db, outcome: AudienceOf, reach: Reach = everywhere): Promise<Audience> {
  const about = await subjectOf(db, outcome);
  const reaching = await reachingIn(db, about.consultationId, reach);
  const people: Person[] = [];
  const leftOut = new Tally<LeftOutWhy>();
  const withoutTemplate = new Set<Language>();
  for (const contributor of await contributors(db, { ...about, fleeting: reach.fleeting })) {
    const found = reachable(contributor, reaching);
    if (found === 'windowClosed')
      for (const language of reaching.languagesOf(contributor.language)) withoutTemplate.add(language);
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
    byTemplate: people.filter(({ goesAs }) => goesAs === 'template').length,
    withoutTemplate: [...withoutTemplate],
  };
}

/** How to tell them, or the first reason not to. */
export function reachable(
  contributor: Contributor,
  { reach, languagesOf }: Reaching = anyone,
): Person | LeftOutWhy {
  const { residentId, addressId, channel, account, language, lastInboundAt } = contributor;
  if (contributor.held === 1) return 'held';
  if (contributor.granted !== 1) return 'noConsent';
  if (addressId === null || channel === null || account === null) return 'noAddress';
  if (contributor.stoppedAt !== null) return 'stopped';
  if (isBlocked(contributor)) return 'blocked';
  const goesAs = reach.goesAs({ channel, lastInboundAt, languages: languagesOf(language) });
  if (goesAs === 'closed') return 'windowClosed';
  return { residentId, addressId, channel, account, language, lastInboundAt, goesAs };
}

const anyone: Reaching = { reach: everywhere, languagesOf: (chosen) => languagesFor(chosen, undefined) };

/** Whom the channels let us tell of what became of one consultation. */
export async function reachingIn(db: Db, consultationId: string, reach: Reach): Promise<Reaching> {
  const flow = (await latestFlow(db, consultationId))?.flow;
  return { reach, languagesOf: (chosen) => languagesFor(chosen, flow) };
}

async function subjectOf(db: Db, outcome: AudienceOf) {
  if (!('id' in outcome)) return outcome;
  const found = await findOutcome(db, outcome.id);
  const themes = await themesOf(db, [outcome.id]);
  const { consultationId = '', publishedAt = null } = found ?? {};
  return { consultationId, publishedAt, themeIds: themes.map(({ id }) => id) };
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
