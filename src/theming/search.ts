import type { Logger } from 'pino';
import type { Clock, NewId } from '#domain/clock.ts';
import { londonDay } from '#domain/day.ts';
import type { Db, Store } from '#store/db.ts';
import type { ThemeSearchRow } from '#store/schema.ts';
import { dismissedGroups, dropOffered, insertGroup } from '#store/themeGroups.ts';
import {
  askForThemes,
  countUnexplained,
  finishSearch,
  lastRead,
  latestSearch,
  leaveSearch,
  settleSearch,
  spendOnSearch,
  standingAmong,
  takeSearch,
  unexplained,
} from '#store/themeSearches.ts';
import { consultationIds } from '#store/waiting.ts';
import type { Group, Unexplained } from './discover.ts';
import type { Span } from './evidence.ts';
import type { Namer } from './nameGroups.ts';
import { maskedText } from './redact/maskedText.ts';
import { hiddenFromOutside } from './redact/outside.ts';

/** Fewer say nothing that reading them would not. */
export const FEWEST = 10;
/** So many that came since are looked at before the night. */
const MANY = 200;
/** Of more, the newest are read. */
const MOST = 10_000;
/** A search takes seconds; with a model that drafts names, a minute or two. */
const LEASE = 10 * 60_000;
/** What has failed is tried again, but not at every look. */
const AFTER_FAILURE = 60 * 60_000;
/** Two groups are the same where they share this much of their members, or of their words: Jaccard's index. */
const ALIKE = 0.5;

export interface SearchDeps {
  store: Store;
  clock: Clock;
  newId: NewId;
  log: Logger;
  discover(responses: Unexplained[]): Promise<Group[]>;
  /** Names groups, where a model is set and somebody has agreed to what that costs. */
  namer: Namer | null;
  stopping: AbortSignal;
}

/** `of`: the responses whose words a model was shown. */
type Drafted = Group & { name: string | null; definition: string | null; of: string[] };

/** Looks for themes that may be missing, where an officer asks and once a day: docs/theming.md. */
export function createThemeSearch(deps: SearchDeps) {
  return {
    /** Does what was asked for, and what it is time for. Gives how many searches that were. */
    async searchDue(): Promise<number> {
      for (const consultationId of await consultationIds(deps.store.read)) {
        if (await isTime(deps.store.read, consultationId, deps.clock.now())) await ask(deps, consultationId);
      }
      for (let done = 0; ; done += 1) {
        const now = deps.clock.now();
        if (deps.stopping.aborted) return done;
        const search = await deps.store.turn((tx) => takeSearch(tx, { now, leaseUntil: now + LEASE }));
        if (search === undefined) return done;
        await look(deps, search);
      }
    },
  };
}

function ask({ store, clock, newId }: SearchDeps, consultationId: string): Promise<boolean> {
  return store.turn(({ db }) =>
    askForThemes(db, { id: newId(), consultationId, askedBy: null, askedAt: clock.now() }),
  );
}

/** As soon as there is enough, then by night where anything is new, and by day where much is. */
async function isTime(db: Db, consultationId: string, now: number): Promise<boolean> {
  const last = await latestSearch(db, consultationId);
  if (last !== undefined && last.finishedAt === null) return false;
  if (last?.failed === 1 && now - last.askedAt < AFTER_FAILURE) return false;
  // One that failed has read nothing: all that came before it is still new.
  const since = await lastRead(db, consultationId);
  const { all, fresh } = await countUnexplained(db, consultationId, since);
  if (all < FEWEST) return false;
  if (last === undefined || since === 0 || fresh >= MANY) return true;
  return fresh > 0 && londonDay(last.askedAt) !== londonDay(now);
}

async function look(deps: SearchDeps, search: ThemeSearchRow): Promise<void> {
  const { store, clock, log } = deps;
  const { id, consultationId } = search;
  try {
    const rows = await unexplained(store.read, consultationId, MOST);
    const responses = rows.map(({ id, text, abusive, machine }) => ({
      ...{ id, text, quotable: abusive === 0 && machine === 0 },
    }));
    const found = responses.length < FEWEST ? [] : await deps.discover(responses);
    const dismissed = await dismissedGroups(store.read, consultationId);
    const offered = found.filter(
      (group) => group.examples.length > 0 && !dismissed.some((other) => areAlike(group, other)),
    );
    const drafted: Drafted[] = [];
    for (const group of offered)
      drafted.push({ ...group, ...(await draftOf(deps, search, group, responses)) });
    await store.turn(async ({ db }) => {
      await dropOffered(db, consultationId);
      for (const group of await asTheyStand({ db, dialect: store.dialect }, drafted, responses))
        await offer(deps, db, search, group);
      await finishSearch(db, { id, finishedAt: clock.now(), read: responses.length, failed: 0 });
    });
  } catch (error) {
    if (deps.stopping.aborted) return store.turn(({ db }) => leaveSearch(db, id));
    log.error({ err: error, consultationId }, 'looking for missing themes failed');
    await store.turn(({ db }) => finishSearch(db, { id, finishedAt: clock.now(), read: 0, failed: 1 }));
  }
}

async function offer(deps: SearchDeps, db: Db, search: ThemeSearchRow, group: Drafted): Promise<void> {
  const examples = new Map(group.examples.map((example) => [example.id, example]));
  await insertGroup(
    db,
    {
      id: deps.newId(),
      consultationId: search.consultationId,
      run: search.id,
      telling: JSON.stringify(group.telling),
      size: group.texts,
      state: 'offered',
      themeId: null,
      draftedName: group.name,
      draftedDefinition: group.definition,
      suggestedBy: null,
      createdAt: deps.clock.now(),
      decidedBy: null,
      decidedAt: null,
    },
    group.ids.map((responseId) => {
      const example = examples.get(responseId);
      return {
        responseId,
        startAt: example?.start ?? null,
        endAt: example?.end ?? null,
        example: example === undefined ? 0 : 1,
      };
    }),
  );
}

/**
 * A search takes minutes: whoever has a theme by now is no member any more. Where somebody was forgotten, has changed
 * their words or is held by a case, nothing stays of what their words were part of: no draft, no telling word.
 */
async function asTheyStand(
  where: Parameters<typeof standingAmong>[0],
  groups: readonly Drafted[],
  read: readonly Unexplained[],
): Promise<Drafted[]> {
  const texts = new Map(read.map(({ id, text }) => [id, text]));
  const standing = await standingAmong(
    where,
    groups.flatMap(({ ids }) => ids),
  );
  const same = standing.filter(({ id, text, held }) => held === 0 && texts.get(id) === text);
  const isSame = new Set(same.map(({ id }) => id));
  const isMember = new Set(same.filter(({ unexplained }) => unexplained === 1).map(({ id }) => id));
  return groups.flatMap((group) => {
    const ids = group.ids.filter((id) => isMember.has(id));
    const examples = group.examples.filter(({ id }) => isMember.has(id));
    if (examples.length === 0) return [];
    const telling = group.ids.every((id) => isSame.has(id)) ? group.telling : [];
    const isDrafted = group.of.every((id) => isSame.has(id));
    const draft = isDrafted ? {} : { name: null, definition: null };
    return [{ ...group, ...draft, ids, examples, telling, texts: Math.min(group.texts, ids.length) }];
  });
}

/** A name is a help and no more: without one the group is offered all the same. */
async function draftOf(
  { namer, log, store }: SearchDeps,
  { id: searchId, agreedModel }: ThemeSearchRow,
  { examples }: Group,
  responses: readonly Unexplained[],
): Promise<Pick<Drafted, 'name' | 'definition' | 'of'>> {
  const none = { name: null, definition: null, of: [] };
  // What somebody agreed to was this model, there and at this price.
  if (namer === null || agreedModel !== namer.most.model) return none;
  // Anew before each call: who was forgotten, is held or has changed their words meanwhile is shown to nobody.
  const of = examples.map(({ id }) => id);
  const standing = await standingAmong({ db: store.read, dialect: store.dialect }, of);
  const open = new Map(
    standing.filter(({ unexplained }) => unexplained === 1).map(({ id, text }) => [id, text]),
  );
  const texts = new Map(responses.map(({ id, text }) => [id, text]));
  const shown = examples.filter(({ id }) => open.has(id) && open.get(id) === texts.get(id));
  if (shown.length === 0) return none;
  // Written before the call: whatever becomes of this process, what was agreed to is never gone beyond.
  const mayAsk = await store.turn(({ db }) => spendOnSearch(db, searchId, namer.mostOfOne));
  if (!mayAsk) return none;
  try {
    const quotes = await Promise.all(
      shown.map(({ id, ...span }) => redactedPart(store.read, { id, text: open.get(id) ?? '' }, span)),
    );
    const { draft, cost, failed } = await namer.name(quotes);
    await store.turn(({ db }) => settleSearch(db, searchId, { held: namer.mostOfOne, cost }));
    if (failed !== undefined) log.warn({ err: failed }, 'the language model could not be opened');
    return draft === null ? none : { ...draft, of: shown.map(({ id }) => id) };
  } catch (error) {
    log.warn({ err: error }, 'no name could be drafted for a group of responses');
    return none;
  }
}

/** Redacted as a whole first: half of an address is not seen to be one. */
async function redactedPart(db: Db, said: Unexplained, { start, end }: Span): Promise<string> {
  const hidden = (await hiddenFromOutside(db, said))
    .filter((one) => one.start < end && one.end > start)
    .map(({ kind, ...one }) => ({
      ...{ kind, start: Math.max(one.start, start) - start, end: Math.min(one.end, end) - start },
    }));
  return maskedText(said.text.slice(start, end), hidden).text;
}

function areAlike(one: Pick<Group, 'ids' | 'telling'>, other: Pick<Group, 'ids' | 'telling'>): boolean {
  return jaccard(one.ids, other.ids) >= ALIKE || jaccard(one.telling, other.telling) >= ALIKE;
}

function jaccard(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]).size;
  const shared = new Set(one).size + new Set(other).size - all;
  return all === 0 ? 0 : shared / all;
}
