import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { notHeardAbout } from '#loop/debt.ts';
import { whatMerging } from '#loop/merging.ts';
import { planFollowUps } from '#loop/publish.ts';
import { publishedOutcomes } from '#loop/published.ts';
import { everywhere } from '#loop/reach.ts';
import { mergeThemes } from '#review/codebook/mergeThemes.ts';
import { undoChange } from '#review/codebook/undoChange.ts';
import { accept, reject } from '#review/decide.ts';
import { NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { codebook, versionOf } from './codebook.ts';

describe.each(databases)('merging two themes, on %s', (database) => {
  test('what was decided counts for the other: accepted over rejected over suggested, with the evidence', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, codingsOf, code } = here;
    const alone = await here.contributor({ said: { theme: 'buses', span: [0, 5] } });
    const stronger = await here.contributor({ said: { theme: 'buses', span: [3, 8] } });
    await code(stronger.responseId, theme.benches, { decision: 'rejected', officerId: asked.officerId });
    const weaker = await here.contributor({ said: { theme: 'buses', decision: 'rejected', span: [1, 4] } });
    await code(weaker.responseId, theme.benches, { decision: 'accepted', officerId: asked.officerId });
    const suggested = await here.contributor({ said: { theme: 'buses', decision: 'suggested' } });
    await code(suggested.responseId, theme.benches, { decision: 'rejected', officerId: asked.officerId });
    const before = await codingsOf(theme.buses);
    const merged = await mergeThemes(desk, {
      ...asked,
      seen: await here.seen(),
      themeId: theme.buses,
      intoId: theme.benches,
    });
    expect(versionOf(merged)).toBe(1);
    const now = new Map((await codingsOf(theme.benches)).map((coding) => [coding.responseId, coding]));
    expect(now.size).toBe(4);
    expect(now.get(alone.responseId)).toMatchObject({ decision: 'accepted', startAt: 0, endAt: 5 });
    expect(now.get(stronger.responseId)).toMatchObject({ decision: 'accepted', startAt: 3, endAt: 8 });
    expect(now.get(weaker.responseId)).toMatchObject({
      decision: 'accepted',
      officerId: asked.officerId,
      startAt: 1,
      endAt: 4,
    });
    expect(now.get(suggested.responseId)).toMatchObject({ decision: 'rejected' });
    expect(await codingsOf(theme.buses)).toEqual(before);
    expect(await here.themeOf(theme.buses)).toMatchObject({ state: 'retired', mergedInto: theme.benches });
    expect(await here.audit()).toEqual(['theme.merge']);
  });

  test('a draft about either reaches everybody who raised one of them', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, store } = here;
    const one = await here.contributor({ said: { theme: 'buses' } });
    const other = await here.contributor({ said: { theme: 'benches' } });
    const draft = await here.draft({ themeIds: [theme.buses] });
    const people = async () =>
      (await audienceOf(store.read, { id: draft })).people.map(({ residentId }) => residentId).sort();
    expect(await people()).toEqual([one.residentId]);
    here.clock.advance(1000);
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    expect(await people()).toEqual([one.residentId, other.residentId].sort());
    here.by.now = NOON + 2000;
    expect(await here.publish(draft)).toMatchObject({ published: true, planned: 2 });
  });

  test('what was published keeps its theme and its count, and finishes telling whom it was for', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, store } = here;
    for (let more = 0; more < 5; more += 1) await here.contributor({ said: { theme: 'benches' } });
    for (let more = 0; more < 6; more += 1) await here.contributor({ said: { theme: 'buses' } });
    const benches = await here.draft({ themeIds: [theme.benches] });
    const buses = await here.draft({ themeIds: [theme.buses] });
    await here.publish(benches);
    await here.publish(buses);
    // As a crash in the midst of planning leaves it.
    await store.turn(async ({ db }) => {
      await db.deleteFrom('deliveries').execute();
      await db.updateTable('followUps').set({ leftOut: 'null' }).execute();
    });
    const before = await publishedOutcomes(store.read);
    here.clock.advance(1000);
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    expect(await publishedOutcomes(store.read)).toEqual(before);
    expect(before.map(({ raised }) => raised).sort()).toEqual([5, 6]);
    await planFollowUps(store, { ...here.by, organisation: { en: 'Council', cy: 'Cyngor' } });
    const told = await here.deliveries();
    expect(told).toHaveLength(11);
    // A new outcome about the joined theme is for all of them.
    const both = await here.draft({ themeIds: [theme.benches] });
    expect((await audienceOf(store.read, { id: both })).people).toHaveLength(11);
  });

  test('whoever raised both is told of what was published with their words about that', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, store } = here;
    const someone = await here.contributor({
      said: { theme: 'benches', text: 'No bench to sit on', span: [0, 18] },
    });
    here.by.now += 1000;
    await here.say(someone.residentId, {
      theme: 'buses',
      text: 'The last bus is gone by five',
      span: [0, 28],
    });
    const outcome = await here.draft({ themeIds: [theme.benches] });
    await here.publish(outcome);
    // As a crash in the midst of planning leaves it.
    await store.turn(async ({ db }) => {
      await db.deleteFrom('deliveries').execute();
      await db.updateTable('followUps').set({ leftOut: 'null' }).execute();
    });
    here.clock.advance(60_000);
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    await planFollowUps(store, { ...here.by, organisation: { en: 'Council', cy: 'Cyngor' } });
    const [told] = await here.deliveries();
    expect(told?.body).toContain('No bench to sit on');
    expect(told?.body).not.toContain('bus');
  });

  test('as many wait to hear back afterwards as were said to before', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, store } = here;
    const both = await here.contributor({ said: { theme: 'buses' } });
    await here.code(both.responseId, theme.benches, { decision: 'accepted', officerId: asked.officerId });
    await here.contributor({ said: { theme: 'buses' } });
    await here.contributor({ said: { theme: 'benches' } });
    await here.publish(await here.draft({ themeIds: [theme.benches] }));
    await store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    await here.contributor({ said: { theme: 'benches' } });
    const of = { consultationId: 'high-street', themeIds: [theme.buses, theme.benches], before: [] };
    const said = await notHeardAbout(store.read, of);
    here.clock.advance(60_000);
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    const now = { ...of, themeIds: [theme.benches], before: [theme.buses] };
    expect([said, await notHeardAbout(store.read, now)]).toEqual([2, 2]);
  });

  test('drafts tell as many people afterwards as were said to, and whoever has heard of one waits no more', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, store } = here;
    const both = await here.contributor({ said: { theme: 'buses' } });
    await here.code(both.responseId, theme.benches, { decision: 'accepted', officerId: asked.officerId });
    const published = await here.draft({ themeIds: [theme.benches] });
    await here.publish(published);
    await store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    await here.contributor({ said: { theme: 'buses' } });
    await here.contributor({ said: { theme: 'benches' } });
    const drafts = [
      await here.draft({ themeIds: [theme.buses] }),
      await here.draft({ themeIds: [theme.benches] }),
    ];
    const pair = { theme: { id: theme.buses, before: [] }, into: { id: theme.benches, before: [] } };
    const said = await whatMerging(store.read, { consultationId: 'high-street', ...pair }, everywhere);
    expect(said).toMatchObject({ waiting: 2, waitNoMore: 1, published: [{ id: published }] });
    expect(said.drafts.map(({ id, before, after }) => [id, before, after])).toEqual([
      [drafts[0], 2, 3],
      [drafts[1], 2, 3],
    ]);
    here.clock.advance(60_000);
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    for (const { id, after } of said.drafts)
      expect((await audienceOf(store.read, { id })).people).toHaveLength(after);
  });

  test('whoever waits for the theme that stays and has heard of the other waits no more either', async () => {
    const here = await codebook(database);
    const { theme, asked, store } = here;
    const both = await here.contributor({ said: { theme: 'buses' } });
    await here.code(both.responseId, theme.benches, { decision: 'accepted', officerId: asked.officerId });
    await here.publish(await here.draft({ themeIds: [theme.buses] }));
    await store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    await here.contributor({ said: { theme: 'benches' } });
    const pair = { theme: { id: theme.buses, before: [] }, into: { id: theme.benches, before: [] } };
    const said = await whatMerging(store.read, { consultationId: 'high-street', ...pair }, everywhere);
    expect(said).toMatchObject({ waiting: 0, waitNoMore: 1 });
  });

  test('two officers who merge the same theme at once: one does, the other is told of it', async () => {
    const here = await codebook(database);
    const { theme, desk, asked } = here;
    const [one, other] = await Promise.all([
      mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches }),
      mergeThemes(desk, { ...asked, seen: 0, themeId: theme.benches, intoId: theme.buses }),
    ]);
    expect([one.done, other.done].sort()).toEqual([false, true]);
    const refused = one.done ? other : one;
    expect(refused).toMatchObject({
      why: 'changed',
      version: 1,
      changes: [{ kind: 'merge', officer: 'Sam' }],
    });
    expect((await here.themes()).filter(({ state }) => state === 'active')).toHaveLength(1);
  });

  test('a decision made while themes are merged counts for the theme that stays', async () => {
    const here = await codebook(database);
    const { theme, desk, asked } = here;
    const { responseId } = await here.contributor({ said: { theme: 'buses', decision: 'suggested' } });
    const [coding] = await here.codingsOf(theme.buses);
    const officerId = asked.officerId;
    await Promise.all([
      accept(desk, { responseId, codingId: coding?.id ?? '', officerId }),
      mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches }),
    ]);
    expect(await here.codingsOf(theme.benches)).toMatchObject([
      { responseId, decision: 'accepted', officerId },
    ]);
    here.clock.advance(1000);
    await reject(desk, { responseId, codingId: coding?.id ?? '', officerId });
    expect(await here.codingsOf(theme.benches)).toMatchObject([{ decision: 'rejected', officerId }]);
  });

  test.each([
    ['itself', (theme: { buses: string }) => ({ themeId: theme.buses, intoId: theme.buses }), 'itself'],
  ])('not into %s', async (_what, pair, reason) => {
    const here = await codebook(database);
    const merged = await mergeThemes(here.desk, { ...here.asked, seen: 0, ...pair(here.theme) });
    expect(merged).toEqual({ done: false, why: 'refused', reason });
    expect(await here.seen()).toBe(0);
  });

  test('nor into one that is retired, or that is not there', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    const pair = { themeId: theme.buses, intoId: theme.benches };
    expect(await mergeThemes(desk, { ...asked, seen: 0, ...pair, intoId: 'none' })).toMatchObject({
      why: 'missing',
    });
    await mergeThemes(desk, { ...asked, seen: 0, ...pair });
    expect(await mergeThemes(desk, { ...asked, seen: 1, ...pair })).toMatchObject({ reason: 'retired' });
  });
});

describe.each(databases)('undoing a merge, on %s', (database) => {
  test('gives each theme its own again, and keeps what was decided since', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, codingsOf, code } = here;
    const { officerId } = asked;
    const untouched = await here.contributor({ said: { theme: 'buses' } });
    const decided = await here.contributor({ said: { theme: 'buses', decision: 'rejected' } });
    const both = await here.contributor({ said: { theme: 'buses' } });
    await code(both.responseId, theme.benches, { decision: 'rejected', officerId, decidedAt: 5 });
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    here.clock.advance(60_000);
    const [own] = (await codingsOf(theme.buses)).filter((one) => one.responseId === decided.responseId);
    await accept(desk, { responseId: decided.responseId, codingId: own?.id ?? '', officerId });
    const since = await here.contributor({ said: { theme: 'benches' } });
    expect(versionOf(await undoChange(desk, { ...asked, version: 1 }))).toBe(2);
    const decisions = async (id: string) =>
      Object.fromEntries((await codingsOf(id)).map((coding) => [coding.responseId, coding.decision]));
    expect(await decisions(theme.buses)).toEqual({
      [untouched.responseId]: 'accepted',
      [decided.responseId]: 'accepted',
      [both.responseId]: 'accepted',
    });
    const benches = await decisions(theme.benches);
    expect(benches[both.responseId]).toBe('rejected');
    expect(benches[since.responseId]).toBe('accepted');
    expect(benches[untouched.responseId]).toBeUndefined();
    expect(await here.themeOf(theme.buses)).toMatchObject({ state: 'active', mergedInto: null });
    expect(await undoChange(desk, { ...asked, version: 1 })).toMatchObject({ reason: 'isUndone' });
    expect(await undoChange(desk, { ...asked, version: 2 })).toMatchObject({ reason: 'isUndo' });
    expect(await undoChange(desk, { ...asked, version: 9 })).toMatchObject({ why: 'missing' });
  });

  test('brings drafts back to what they were about, and one written meanwhile reaches both', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, store } = here;
    const draft = await here.draft({ themeIds: [theme.buses] });
    const plain = await here.draft({ themeIds: [theme.benches] });
    here.clock.advance(1000);
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    here.by.now = NOON + 2000;
    const meanwhile = await here.draft({ themeIds: [theme.benches] });
    here.clock.advance(60_000);
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    const named = async (id: string) =>
      (await store.read.selectFrom('outcomeThemes').selectAll().where('outcomeId', '=', id).execute())
        .map(({ themeId }) => themeId)
        .sort();
    expect(await named(draft)).toEqual([theme.buses]);
    expect(await named(plain)).toEqual([theme.benches]);
    expect(await named(meanwhile)).toEqual([theme.benches, theme.buses].sort());
  });

  test('is refused once people have been told of the joined theme', async () => {
    const here = await codebook(database);
    const { theme, desk, asked } = here;
    await here.contributor({ said: { theme: 'buses' } });
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    await here.publish(await here.draft({ themeIds: [theme.benches] }));
    expect(await undoChange(desk, { ...asked, version: 1 })).toEqual({
      done: false,
      why: 'refused',
      reason: 'published',
    });
    expect(await here.themeOf(theme.buses)).toMatchObject({ state: 'retired' });
  });

  test('says nothing of somebody who was forgotten meanwhile', async () => {
    const here = await codebook(database);
    const { theme, desk, asked, code, store } = here;
    const gone = await here.contributor({ said: { theme: 'buses' } });
    await code(gone.responseId, theme.benches, { decision: 'rejected' });
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    await store.turn(async ({ db }) => {
      await db.deleteFrom('codings').where('responseId', '=', gone.responseId).execute();
      await db.deleteFrom('responses').where('id', '=', gone.responseId).execute();
    });
    const [change] = await store.read.selectFrom('codebookChanges').selectAll().execute();
    for (const id of [gone.responseId, gone.residentId])
      for (const kept of [change?.detail, change?.undoing]) expect(kept).not.toContain(id);
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    expect(await here.codingsOf(theme.benches)).toEqual([]);
    expect(await here.codingsOf(theme.buses)).toEqual([]);
  });
});
