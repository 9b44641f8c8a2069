import { describe, expect, test } from 'vitest';
import { createLogger } from '#logger.ts';
import { dismissGroup, lookForThemes, makeThemes, offerAgain } from '#review/themeGroups.ts';
import { themesOf } from '#store/codebook.ts';
import { requestErasure } from '#store/erasures.ts';
import { forgetResident } from '#store/forget.ts';
import { dropSuggestions } from '#store/responses-change.ts';
import { countOpenGroups, groupExamples, openGroups, setAside } from '#store/themeGroups-read.ts';
import { countUnexplained, latestSearch } from '#store/themeSearches.ts';
import { consultation, DAY, NOON } from '#tests/loop/consultation.ts';
import { type Database, databases } from '#tests/store/databases.ts';
import { testClock } from '#tests/support/clock.ts';
import { discover } from '#theming/discover.ts';
import type { ModelConfig } from '#theming/modelDeps.ts';
import { createNamer, type Namer } from '#theming/nameGroups.ts';
import { createThemeSearch, type SearchDeps } from '#theming/search.ts';
import { benches, lights } from './unexplained.ts';

async function town(database: Database, more: Partial<SearchDeps> = {}) {
  const here = await consultation(database);
  const { store, newId } = here;
  const clock = testClock(NOON);
  const desk = { store, newId, clock };
  const search = createThemeSearch({
    ...desk,
    log: createLogger('silent'),
    discover: async (responses) => discover(responses),
    namer: null,
    stopping: new AbortController().signal,
    ...more,
  });
  const hear = async (text: string, given: Parameters<typeof here.say>[1] = {}) => {
    const residentId = await here.resident();
    const responseId = await here.say(residentId, { text, theme: null, ...given });
    await store.turn(({ db }) =>
      db.updateTable('responses').set({ themedAt: clock.now() }).where('id', '=', responseId).execute(),
    );
    return { residentId, responseId };
  };
  const offered = () => openGroups(store.read, 'high-street');
  const about = async (word: string) => (await offered()).find(({ telling }) => telling.includes(word));
  const asked = { consultationId: 'high-street', officerId: 'officer' };
  const again = async (
    of?: { tokens: number; millipence: number | null },
    model = more.namer?.most.model ?? '',
  ) => {
    const agreed = of && { ...of, model };
    clock.advance(1000);
    await lookForThemes(desk, { ...asked, agreed });
    await search.searchDue();
  };
  return { ...here, clock, desk, search, hear, offered, about, again, asked };
}

describe.each(databases)('themes that may be missing, on %s', (database) => {
  test('are found where there is enough, with words of the residents and how many they are', async () => {
    const here = await town(database);
    for (const text of benches) await here.hear(text);
    await here.search.searchDue();
    expect(await here.offered()).toEqual([]);
    expect(await latestSearch(here.store.read, 'high-street')).toBeUndefined();
    for (const text of lights) await here.hear(text);
    expect(await here.search.searchDue()).toBe(1);
    expect(await countOpenGroups(here.store.read)).toEqual([{ consultationId: 'high-street', count: 2 }]);
    const group = await here.about('benches');
    expect(group).toMatchObject({ state: 'offered', responses: 6, people: 6, size: 6 });
    const examples = await groupExamples(here.store.read, [group?.id ?? '']);
    expect(examples).toHaveLength(5);
    for (const { text, startAt, endAt } of examples)
      expect(benches).toContain(text.slice(startAt ?? 0, endAt ?? 0) && text);
  });

  test('are looked for once a day where anything is new, at once where much is, and when asked', async () => {
    const here = await town(database);
    for (const text of [...benches, ...lights]) await here.hear(text);
    expect(await here.search.searchDue()).toBe(1);
    here.clock.advance(DAY);
    expect(await here.search.searchDue()).toBe(0);
    await here.hear('A bench near the library, to sit and read');
    expect(await here.search.searchDue()).toBe(1);
    here.clock.advance(1000);
    await here.hear('Nobody can sit by the church either');
    expect(await here.search.searchDue()).toBe(0);
    expect(await lookForThemes(here.desk, here.asked)).toBe(true);
    expect(await lookForThemes(here.desk, here.asked)).toBe(false);
    expect(await here.search.searchDue()).toBe(1);
  });

  test('leave out what is held, about who is missing or explained, and never quote abuse or voice notes', async () => {
    const here = await town(database);
    for (const text of [...benches, ...lights]) await here.hear(text);
    const kept = [
      await here.hear('Benches, a held one to sit on', { held: true }),
      await here.hear('Benches for the blind to sit on', { whoElse: true }),
      await here.hear('Benches to sit on, a theme has this', { theme: 'benches' }),
    ];
    const unquoted = [
      await here.hear('Benches to sit on or I will find you', { abusive: true }),
      await here.hear('Benches to sit on said the recording', { machine: true }),
    ];
    await here.search.searchDue();
    const members = await here.store.read.selectFrom('themeGroupMembers').selectAll().execute();
    const of = (ids: { responseId: string }[]) =>
      members.filter(({ responseId }) => ids.some((one) => one.responseId === responseId));
    expect(of(kept)).toEqual([]);
    expect(of(unquoted).filter(({ example }) => example === 1)).toEqual([]);
  });

  test('are not looked for in the words of whoever has asked to be forgotten', async () => {
    const here = await town(database);
    const { store, newId, clock } = here;
    for (const text of [...benches, ...lights]) await here.hear(text);
    const { residentId, responseId } = await here.hear('Benches to sit on by the library');
    const asked = { residentId, messageId: null, now: clock.now(), newId };
    expect(await store.turn((tx) => requestErasure(tx, asked))).toBe('due');
    expect((await countUnexplained(store.read, 'high-street', 0)).all).toBe(12);
    await here.search.searchDue();
    const members = await store.read.selectFrom('themeGroupMembers').select('responseId').execute();
    expect(members).toHaveLength(12);
    expect(members).not.toContainEqual({ responseId });
  });

  test('put a campaign behind what several people say in words of their own', async () => {
    const here = await town(database);
    for (const text of [...benches, ...lights]) await here.hear(text);
    for (let copies = 0; copies < 30; copies += 1) await here.hear('SAVE our library!');
    await here.search.searchDue();
    const groups = await here.offered();
    expect(groups.some(({ telling }) => telling.includes('benches'))).toBe(true);
    // Thirty copies and two other texts are three texts.
    expect(groups[0]?.size).toBeGreaterThanOrEqual(groups.at(-1)?.size ?? 0);
    expect(groups.every(({ size }) => size <= benches.length + lights.length + 1)).toBe(true);
  });

  test('become themes, which are then suggested for their answers and decided on by officers', async () => {
    const here = await town(database);
    for (const text of [...benches, ...lights]) await here.hear(text);
    await here.search.searchDue();
    const [one, other] = [await here.about('benches'), await here.about('lights')];
    const named = (groupId = '', name = '') => ({ groupId, name: { en: name }, definition: { en: name } });
    const themes = [named(one?.id, 'Nowhere to sit'), named(other?.id, 'It is too dark')];
    // All of them or none: one has gone.
    const alike = [named(one?.id, 'Too dark'), named(other?.id, ' too  DARK')];
    const twice = { why: 'sameName', isNew: true, name: { en: ' too  DARK' } };
    expect(await makeThemes(here.desk, { ...here.asked, themes: alike })).toMatchObject(twice);
    const [there] = await themesOf(here.store.read, 'high-street');
    const taken = [named(one?.id, there?.name.en)];
    expect(await makeThemes(here.desk, { ...here.asked, themes: taken })).toMatchObject({
      ...{ why: 'sameName', isNew: false, name: there?.name },
    });
    expect(await here.offered()).toHaveLength(2);
    const wrong = [...themes, named('nowhere', 'None')];
    expect(await makeThemes(here.desk, { ...here.asked, themes: wrong })).toBe('gone');
    expect(await makeThemes(here.desk, { ...here.asked, themes })).toBe('made');
    expect(await makeThemes(here.desk, { ...here.asked, themes })).toBe('gone');
    const codings = await here.store.read
      .selectFrom('codings')
      .innerJoin('themes', 'themes.id', 'codings.themeId')
      .select(['themes.key', 'codings.source', 'codings.decision'])
      .execute();
    expect(codings).toHaveLength(12);
    expect(new Set(codings.map(({ key }) => key))).toEqual(new Set(['nowhere-to-sit', 'it-is-too-dark']));
    expect(new Set(codings.map(({ source, decision }) => `${source} ${decision}`))).toEqual(
      new Set(['machine suggested']),
    );
    expect(await here.offered()).toEqual([]);
    // A classifier that reads again takes back what it suggested itself, and not what an officer made.
    const [member] = await here.store.read.selectFrom('codings').select('responseId').execute();
    expect(await here.store.turn(({ db }) => dropSuggestions(db, member?.responseId ?? ''))).toBe(0);
    const audit = await here.store.read.selectFrom('audit').select('action').execute();
    expect(audit.map(({ action }) => action).toSorted()).toEqual([
      'theme.add',
      'themeGroup.made',
      'themeGroup.made',
    ]);
  });

  test('do not come back once an officer has said that they are none, until that is taken back', async () => {
    const here = await town(database);
    for (const text of [...benches, ...lights]) await here.hear(text);
    await here.search.searchDue();
    const group = await here.about('benches');
    const given = { groupId: group?.id ?? '', officerId: 'officer' };
    expect(await dismissGroup(here.desk, given)).toBe(true);
    expect(await dismissGroup(here.desk, given)).toBe(false);
    await here.hear('Some benches, so that old people can sit');
    await here.again();
    expect(await here.about('benches')).toBeUndefined();
    expect(await here.about('lights')).toBeDefined();
    expect(await setAside(here.store.read, 'high-street', 5)).toMatchObject([{ id: group?.id }]);
    expect(await offerAgain(here.desk, given)).toBe(true);
    await here.again();
    expect(await here.about('benches')).toBeDefined();
    // What was offered before and what was found anew are not both on offer.
    const members = await here.store.read
      .selectFrom('themeGroupMembers as member')
      .innerJoin('themeGroups as group', 'group.id', 'member.groupId')
      .where('group.state', '=', 'offered')
      .select('member.responseId')
      .execute();
    expect(new Set(members.map(({ responseId }) => responseId)).size).toBe(members.length);
  });

  test('are named by a model where there is one, from redacted words, and go without where it fails', async () => {
    const shown: string[] = [];
    const namer: Namer = {
      most: { tokens: 1000, millipence: 500, model: 'double' },
      mostOfOne: { tokens: 100, millipence: 50 },
      async name(examples) {
        shown.push(...examples);
        if (examples.some((text) => text.includes('benches'))) throw new Error('It is not there.');
        const draft = { name: 'It is dark', definition: 'People want lights.' };
        return { draft, cost: { tokens: 30, millipence: 15 } };
      },
    };
    const here = await town(database, { namer });
    for (const text of [...benches, ...lights.slice(1)]) await here.hear(text);
    await here.hear(
      'The street lights in our lane are out so write to me at sam@example.org because it is dark',
    );
    await here.search.searchDue();
    // Nobody has agreed to what it costs.
    expect(shown).toEqual([]);
    expect(await here.about('dark')).toMatchObject({ draftedName: null });
    await here.again({ tokens: 200, millipence: null });
    expect(await here.about('benches')).toMatchObject({ draftedName: null });
    expect(await here.about('dark')).toMatchObject({ draftedName: 'It is dark' });
    // What a call may have cost that failed stays counted.
    expect(await latestSearch(here.store.read, 'high-street')).toMatchObject({
      agreedTokens: 200,
      spentTokens: 130,
      spentMillipence: 65,
    });
    expect(shown.join(' ')).toContain('[email address]');
    expect(shown.join(' ')).not.toContain('sam@example.org');
    // A call that could go beyond what was agreed to is not made, nor one to another model, host or price.
    const before = shown.length;
    await here.again({ tokens: 200, millipence: null }, 'another');
    await here.again({ tokens: 99, millipence: null });
    await here.again({ tokens: 200, millipence: 49 });
    expect(shown).toHaveLength(before);
    expect(await latestSearch(here.store.read, 'high-street')).toMatchObject({ spentTokens: 0 });
  });

  test('say that a search failed, and leave what was found before', async () => {
    let isBroken = false;
    const here = await town(database, {
      discover: async (responses) => {
        if (isBroken) throw new Error('The thread died.');
        return discover(responses);
      },
    });
    for (const text of [...benches, ...lights]) await here.hear(text);
    await here.search.searchDue();
    isBroken = true;
    await here.again();
    expect(await latestSearch(here.store.read, 'high-street')).toMatchObject({ failed: 1, read: 0 });
    expect(await here.about('benches')).toBeDefined();
  });

  test('are looked for again where a search failed, though nobody has said anything since', async () => {
    let isBroken = true;
    const here = await town(database, {
      discover: async (responses) => {
        if (isBroken) throw new Error('The thread died.');
        return discover(responses);
      },
    });
    for (const text of [...benches, ...lights]) await here.hear(text);
    expect(await here.search.searchDue()).toBe(1);
    isBroken = false;
    expect(await here.search.searchDue()).toBe(0);
    here.clock.advance(DAY);
    expect(await here.search.searchDue()).toBe(1);
    expect(await here.about('benches')).toBeDefined();
  });

  test('hold nothing of who was forgotten, is held or wrote anew while they were looked for', async () => {
    const calls: (readonly string[])[] = [];
    const all: { text: string; residentId: string; responseId: string }[] = [];
    const here: Awaited<ReturnType<typeof town>> = await town(database, {
      namer: {
        most: { tokens: 1000, millipence: 500, model: 'double' },
        mostOfOne: { tokens: 100, millipence: 50 },
        async name(examples) {
          calls.push(examples);
          if (calls.length === 1) for (const group of [benches, lights]) await change(group);
          return { draft: { name: 'A name', definition: 'A sentence.' }, cost: { tokens: 1, millipence: 1 } };
        },
      },
    });
    const change = async (texts: readonly string[]) => {
      const [forgotten, held, changed] = all.filter(({ text }) => texts.includes(text));
      await here.store.turn((tx) =>
        forgetResident(tx, { residentId: forgotten?.residentId ?? '', now: NOON, newId: here.newId }),
      );
      await here.store.turn(async ({ db }) => {
        const one = (id = '') => db.updateTable('responses').where('id', '=', id);
        await one(held?.responseId).set({ held: 1 }).execute();
        await one(changed?.responseId).set({ text: 'Something else.' }).execute();
      });
    };
    for (const text of [...benches, ...lights]) all.push({ text, ...(await here.hear(text)) });
    await here.again({ tokens: 1000, millipence: null });
    const gone = [...benches.slice(0, 3), ...lights.slice(0, 3)];
    // The first call had shown them already: nothing of what came of it is kept.
    expect(calls).toHaveLength(2);
    for (const words of calls[1] ?? []) expect(gone.some((text) => text.includes(words))).toBe(false);
    const groups = await here.offered();
    expect(groups.map(({ responses, telling }) => [responses, telling])).toEqual([
      [3, []],
      [3, []],
    ]);
    expect(groups.map(({ draftedName }) => draftedName).toSorted()).toEqual(['A name', null]);
    const members = await here.store.read.selectFrom('themeGroupMembers').select('responseId').execute();
    const still = all.filter(({ text }) => !gone.includes(text)).map(({ responseId }) => responseId);
    expect(members.map(({ responseId }) => responseId).toSorted()).toEqual(still.toSorted());
  });

  test('may be named again once the model can be opened, and what could not be asked costs nothing', async () => {
    let tries = 0;
    const config: ModelConfig = {
      ...{
        provider: 'openai' as const,
        model: 'double',
        key: 'a key',
        baseUrl: null,
        apiVersion: '',
        timeoutMs: 1000,
      },
      ...{ pencePerMillion: { in: 100, out: 400 }, mostMillipence: 100_000 },
    };
    const namer = createNamer({
      config,
      open: async () => {
        tries += 1;
        if (tries === 1) throw new Error('No network.');
        const raw = { name: 'A name', definition: 'A sentence.' };
        return { ask: async () => ({ kind: 'answer', raw, usage: { tokensIn: 10, tokensOut: 5 } }) };
      },
      stopping: new AbortController().signal,
    });
    const here = await town(database, { namer });
    for (const text of [...benches, ...lights]) await here.hear(text);
    await here.again({ tokens: 100_000, millipence: null });
    expect((await here.offered()).map(({ draftedName }) => draftedName).toSorted()).toEqual(['A name', null]);
    expect(await latestSearch(here.store.read, 'high-street')).toMatchObject({ spentTokens: 15 });
  });

  test('forget with a resident their words, and a group that was theirs alone', async () => {
    const here = await town(database);
    const people = [];
    for (const text of [...benches, ...lights]) people.push(await here.hear(text));
    await here.search.searchDue();
    const forget = (residentId: string) =>
      here.store.turn((tx) => forgetResident(tx, { residentId, now: NOON, newId: here.newId }));
    await forget(people[0]?.residentId ?? '');
    const groups = await here.offered();
    expect(groups.map(({ responses }) => responses).toSorted()).toEqual([5, 6]);
    // Nobody can tell which of the words were theirs, so none of them is kept.
    expect(groups.find(({ responses }) => responses === 5)?.telling).toEqual([]);
    for (const { residentId } of people.slice(1, 6)) await forget(residentId);
    expect(await here.offered()).toHaveLength(1);
    expect(await here.store.read.selectFrom('themeGroups').select('id').execute()).toHaveLength(1);
  });
});
