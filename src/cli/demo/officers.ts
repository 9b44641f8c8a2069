import { draftOutcome } from '#loop/draft.ts';
import { publishOutcome } from '#loop/publish.ts';
import { addOfficer } from '#people/officers.ts';
import { addTheme } from '#review/addTheme.ts';
import { accept, reject } from '#review/decide.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { readResponse } from '#review/reading.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';
import { officerByEmail } from '#store/officers.ts';
import { listResponses } from '#store/responses-read.ts';
import type { DemoOutcome } from './outcomes.ts';
import type { Random } from './random.ts';
import type { SimulatedClock } from './world.ts';

/** The account that reviews in the demo: no password, so nobody can sign in with it. */
export async function demoOfficer(services: Services): Promise<string> {
  const email = 'demo@example.org';
  const added = await addOfficer(services, { email, name: 'Demo officer', role: 'publisher' }, null);
  const id = added?.id ?? (await officerByEmail(services.store.read, email))?.id;
  if (id === undefined) throw new Error('The demo officer could not be added.');
  return id;
}

export interface Reviewing {
  officerId: string;
  clock: SimulatedClock;
  /** What each message is truly about: keys of themes. */
  truth: ReadonlyMap<string, readonly string[]>;
  random: Random;
  /** Which responses the officer has left for later, and leaves there. */
  left: Set<string>;
}

/** Decided together, which saves most of the waiting for the disk. */
const AT_ONCE = 16;
/** How long a simulated officer takes for so many: quick, so that residents need not wait. */
const READING_MS = 10_000;

/** One sitting: reads what is whole and unread, oldest first, and leaves some for another day. Returns how many were read. */
export async function review(services: Services, reviewing: Reviewing): Promise<number> {
  await services.themer.themePending();
  const { read } = services.store;
  const filter = {
    consultation: null,
    theme: null,
    review: 'new' as const,
    channel: null,
    words: null,
    abusive: false,
  };
  const listed = await listResponses(read, filter, { limit: 100_000, offset: 0 });
  const whole = listed.filter(
    ({ id, state, held, outcomeId }) =>
      state === 'complete' && held === 0 && outcomeId === null && !reviewing.left.has(id),
  );
  const ids = whole.map(({ id }) => id).reverse();
  const chosen = ids.filter((id) => {
    const leave = reviewing.random.chance(0.12);
    if (leave) reviewing.left.add(id);
    return !leave;
  });
  for (let at = 0; at < chosen.length; at += AT_ONCE) {
    reviewing.clock.until(reviewing.clock.now() + READING_MS);
    await Promise.all(chosen.slice(at, at + AT_ONCE).map((id) => reviewOne(services, reviewing, id)));
  }
  return chosen.length;
}

async function reviewOne(services: Services, { officerId, truth, clock }: Reviewing, responseId: string) {
  const given = { responseId, officerId, openedAt: clock.now() - READING_MS };
  const reading = await readResponse(services.store.read, responseId);
  if (reading === undefined) return;
  const about = new Set(reading.messages.flatMap(({ text }) => truth.get(text) ?? []));
  const themes = await themesOf(services.store.read, reading.response.consultationId);
  const keyOf = (themeId: string) => themes.find(({ id }) => id === themeId)?.key ?? '';
  for (const { id: codingId, themeId, decision } of reading.suggestions) {
    if (decision !== 'suggested') continue;
    const decide = about.has(keyOf(themeId)) ? accept : reject;
    await decide(services, { ...given, codingId });
  }
  for (const { id: themeId, key } of reading.others)
    if (about.has(key)) await addTheme(services, { ...given, themeId });
  await markReviewed(services, given);
}

/** Writes an outcome and, unless it stays a draft, makes it public. Returns how many people will be told. */
export async function conclude(
  services: Services,
  { consultationId, kind, youSaid, weDid, themes }: DemoOutcome,
  { officerId, publish }: { officerId: string; publish: boolean },
): Promise<number> {
  const { store, newId, config } = services;
  const now = services.clock.now();
  const codebook = await themesOf(store.read, consultationId);
  const themeIds = codebook.filter(({ key }) => themes.includes(key)).map(({ id }) => id);
  const by = { officerId, now, newId };
  const outcomeId = await draftOutcome(store, { consultationId, kind, youSaid, weDid, themeIds, ...by });
  if (!publish) return 0;
  const { organisation } = config;
  const published = await publishOutcome(store, { outcomeId, organisation, ...by });
  return published.published ? published.planned : 0;
}
