import type { Localised } from '#domain/words.ts';
import { contributors } from '#store/audience.ts';
import type { Db } from '#store/db.ts';
import { heardAbout, outcomesNaming } from '#store/outcome-themes.ts';
import { themesOf } from '#store/outcomes.ts';
import { audienceOf, reachable } from './audience.ts';
import type { Reach } from './reach.ts';

/** A theme and those that were merged into it, under which some may have heard. */
export interface Merging {
  id: string;
  before: readonly string[];
}

export interface Merged {
  /** Of those who raised the first theme: they want to hear back, can be reached, and have heard of no outcome about it. */
  waiting: number;
  /** Who waits for one of the themes and has heard about the other: they count as waiting no more. */
  waitNoMore: number;
  /** Whom each draft about either would tell, were it published before or after. */
  drafts: { id: string; weDid: Localised; before: number; after: number }[];
  /** About either: they tell nobody more. */
  published: { id: string; weDid: Localised }[];
}

/** What merging a theme into another changes for the people who raised them, before it is done. */
export async function whatMerging(
  db: Db,
  asked: { consultationId: string; theme: Merging; into: Merging },
  reach: Reach,
): Promise<Merged> {
  const { consultationId, theme, into } = asked;
  const [ofTheme, ofInto, heardOfTheme, heardOfInto, named] = await Promise.all([
    mayHear(db, consultationId, theme.id),
    mayHear(db, consultationId, into.id),
    heardAbout(db, [theme.id, ...theme.before]),
    heardAbout(db, [into.id, ...into.before]),
    outcomesNaming(db, [theme.id, into.id]),
  ]);
  const forTheme = ofTheme.filter((one) => !heardOfTheme.has(one));
  const forInto = ofInto.filter((one) => !heardOfInto.has(one));
  const waitNoMore = new Set([
    ...forTheme.filter((one) => heardOfInto.has(one)),
    ...forInto.filter((one) => heardOfTheme.has(one)),
  ]);
  const outcomes = [...new Map(named.map((one) => [one.id, one])).values()];
  const drafts = [];
  for (const { id, weDid } of outcomes.filter(({ state }) => state === 'draft')) {
    const themeIds = (await themesOf(db, [id])).map((one) => one.id);
    const then = { consultationId, themeIds: [...new Set([...themeIds, theme.id, into.id])] };
    const [before, after] = await Promise.all([
      audienceOf(db, { consultationId, themeIds }, reach),
      audienceOf(db, then, reach),
    ]);
    drafts.push({ id, weDid: read(weDid), before: before.people.length, after: after.people.length });
  }
  return {
    waiting: forTheme.length,
    waitNoMore: waitNoMore.size,
    drafts,
    published: outcomes
      .filter(({ state }) => state === 'published')
      .map(({ id, weDid }) => ({ id, weDid: read(weDid) })),
  };
}

/** Who raised a theme, wants to hear back and can be reached. */
async function mayHear(db: Db, consultationId: string, themeId: string): Promise<string[]> {
  const all = await contributors(db, { consultationId, themeIds: [themeId] });
  return all.filter((one) => typeof reachable(one) !== 'string').map(({ residentId }) => residentId);
}

function read(localised: string): Localised {
  return JSON.parse(localised) as Localised;
}
