import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { editTheme } from '#review/codebook/editTheme.ts';
import { mergeThemes } from '#review/codebook/mergeThemes.ts';
import { newTheme } from '#review/codebook/newTheme.ts';
import { restoreTheme } from '#review/codebook/restoreTheme.ts';
import { retireTheme } from '#review/codebook/retireTheme.ts';
import { splitTheme } from '#review/codebook/splitTheme.ts';
import { undoChange } from '#review/codebook/undoChange.ts';
import { wordsOf } from '#review/codebook/words.ts';
import { readResponse } from '#review/reading.ts';
import { changesAfter, changesOfTheme, listedThemes } from '#store/codebook-changes.ts';
import { lessonMark } from '#store/to-theme.ts';
import { NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { codebook, versionOf } from './codebook.ts';

const renamed = wordsOf({
  name: { en: 'There is nowhere to sit' },
  definition: { en: 'People want benches.' },
});

describe.each(databases)('a change to a codebook, on %s', (database) => {
  test('is a version with who, when and what, and is seen by the classifier', async () => {
    const here = await codebook(database);
    const { desk, asked, theme, store } = here;
    const mark = () => lessonMark(store.read, 'high-street');
    const marks = [await mark()];
    const edited = { ...asked, seen: 0, themeId: theme.benches, words: renamed };
    expect(versionOf(await editTheme(desk, edited))).toBe(1);
    marks.push(await mark());
    // Saved once more without a change: no version of it.
    expect(versionOf(await editTheme(desk, { ...edited, seen: 1 }))).toBe(1);
    versionOf(await newTheme(desk, { ...asked, name: { en: 'Café & clock' } }));
    versionOf(await newTheme(desk, { ...asked, name: { en: 'Café, clock' } }));
    versionOf(await retireTheme(desk, { ...asked, seen: 3, themeId: theme.buses }));
    marks.push(await mark());
    versionOf(await restoreTheme(desk, { ...asked, seen: 4, themeId: theme.buses }));
    marks.push(await mark());
    expect(new Set(marks).size).toBe(marks.length);
    const changes = await changesAfter(store.read, 'high-street', 0);
    expect(changes.map(({ version, kind, officer }) => [version, kind, officer])).toEqual([
      [5, 'restore', 'Sam'],
      [4, 'retire', 'Sam'],
      [3, 'add', 'Sam'],
      [2, 'add', 'Sam'],
      [1, 'edit', 'Sam'],
    ]);
    expect((await here.themes()).map(({ key, name }) => [key, name.en])).toEqual([
      ['benches', 'There is nowhere to sit'],
      ['buses', 'Buses'],
      ['cafe-clock', 'Café & clock'],
      ['cafe-clock-2', 'Café, clock'],
    ]);
    expect(await here.audit()).toEqual([
      ...['theme.edit', 'theme.add', 'theme.add', 'theme.retire', 'theme.restore'],
    ]);
  });

  test('gives no theme the name of another in use, whatever its capitals and spaces', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    const name = { en: '  bUSes ' };
    const refused = { done: false, why: 'sameName', languages: ['en'], isNew: false };
    expect(await newTheme(desk, { ...asked, name })).toMatchObject(refused);
    const words = wordsOf({ name, definition: { en: 'Benches.' } });
    expect(await editTheme(desk, { ...asked, seen: 0, themeId: theme.benches, words })).toMatchObject(
      refused,
    );
    // A theme may keep its own, and take that of one out of use.
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.buses, words }));
    versionOf(await retireTheme(desk, { ...asked, seen: 1, themeId: theme.buses }));
    versionOf(await newTheme(desk, { ...asked, name }));
    expect(await here.seen()).toBe(3);
    // It does not come back beside that one, by whatever way, and nothing is moved by the trying.
    const { contributor, codingsOf } = here;
    await contributor({ said: { theme: 'benches' } });
    expect(await restoreTheme(desk, { ...asked, seen: 3, themeId: theme.buses })).toMatchObject(refused);
    expect(await undoChange(desk, { ...asked, version: 2 })).toMatchObject(refused);
    const parts = ['Seats', 'Buses'].map((en) => ({ name: { en }, definition: { en }, responseIds: [] }));
    const split = { ...asked, seen: 3, themeId: theme.benches, rest: 0 };
    expect(await splitTheme(desk, { ...split, parts })).toMatchObject({ ...refused, place: 2 });
    const [seats] = parts;
    const alike = { ...refused, isNew: true };
    if (seats === undefined) throw new Error('There is no part.');
    expect(await splitTheme(desk, { ...split, parts: [seats, seats] })).toMatchObject(alike);
    expect(await here.seen()).toBe(3);
    const all = await here.store.read.selectFrom('codings').select('themeId').execute();
    expect(all).toEqual((await codingsOf(theme.benches)).map(({ themeId }) => ({ themeId })));
  });

  test('is refused where a colleague changed the same theme meanwhile, and not where they changed another', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.benches, words: renamed }));
    const mine = wordsOf({ name: { en: 'Seats' }, definition: { en: 'Somewhere to sit.' } });
    expect(await editTheme(desk, { ...asked, seen: 0, themeId: theme.benches, words: mine })).toMatchObject({
      done: false,
      why: 'changed',
      version: 1,
      changes: [{ version: 1, officer: 'Sam' }],
    });
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.buses, words: mine }));
    expect(await retireTheme(desk, { ...asked, seen: 0, themeId: theme.buses })).toMatchObject({
      why: 'changed',
    });
  });

  test('two at once each get a version of their own', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    const versions = await Promise.all(
      ['One is too far', 'Two is too near', 'Three is a crowd'].map((en) =>
        newTheme(desk, { ...asked, name: { en } }),
      ),
    );
    expect(versions.map(versionOf).sort()).toEqual([1, 2, 3]);
    const positions = (await here.themes()).map(({ position }) => position);
    expect(new Set(positions).size).toBe(5);
    expect(theme.benches).toBeDefined();
  });

  test('has what a machine suggested for it read again, and what has no theme; decisions stay', async () => {
    const here = await codebook(database);
    const { desk, asked, theme, store } = here;
    const guessed = await here.contributor({ said: { decision: 'suggested' } });
    const decided = await here.contributor({ said: { decision: 'accepted' } });
    const nothing = await here.contributor({ said: { theme: null } });
    const other = await here.contributor({ said: { theme: 'buses', decision: 'suggested' } });
    await store.turn(({ db }) => db.updateTable('responses').set({ themedAt: 1 }).execute());
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.benches, words: renamed }));
    const waiting = await store.read
      .selectFrom('responses')
      .select('id')
      .where('themedAt', 'is', null)
      .execute();
    expect(waiting.map(({ id }) => id).sort()).toEqual([guessed.responseId, nothing.responseId].sort());
    expect((await here.codingsOf(theme.benches)).map(({ responseId }) => responseId)).toEqual([
      decided.responseId,
    ]);
    expect((await here.codingsOf(theme.buses)).map(({ responseId }) => responseId)).toEqual([
      other.responseId,
    ]);
  });

  test('has nothing read again where only what is out, or nothing that a classifier learns from, is other', async () => {
    const here = await codebook(database);
    const { desk, asked, theme, store } = here;
    const { responseId } = await here.contributor({ said: { decision: 'suggested' } });
    await here.contributor({ said: { theme: null } });
    await store.turn(({ db }) => db.updateTable('responses').set({ themedAt: 1 }).execute());
    const waiting = async () =>
      (await store.read.selectFrom('responses').select('id').where('themedAt', 'is', null).execute()).length;
    const words = wordsOf({ ...(await here.themeOf(theme.benches)), excludes: { en: 'Bus shelters' } });
    const edited = { ...asked, themeId: theme.benches, words };
    expect(versionOf(await editTheme(desk, { ...edited, seen: 0 }))).toBe(1);
    expect(await waiting()).toBe(0);
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    expect(await waiting()).toBe(0);
    expect((await here.codingsOf(theme.benches)).map((coding) => coding.responseId)).toEqual([responseId]);
    const taught = { ...words, includes: { en: 'Walls to sit on' } };
    versionOf(await editTheme(desk, { ...edited, words: taught, seen: 2 }));
    expect(await waiting()).toBe(2);
  });

  test('is listed with its theme, and not what it takes to undo it', async () => {
    const here = await codebook(database);
    const { desk, asked, theme, store } = here;
    await here.contributor();
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.buses, words: renamed }));
    versionOf(await mergeThemes(desk, { ...asked, seen: 1, themeId: theme.benches, intoId: theme.buses }));
    versionOf(await newTheme(desk, { ...asked, name: { en: 'Trees' } }));
    const of = async (id: string, limit = 9) =>
      (await changesOfTheme(store.read, { consultationId: 'high-street', id }, limit)).map(
        (one) => one.version,
      );
    expect([await of(theme.benches), await of(theme.buses), await of(theme.buses, 1)]).toEqual([
      [2],
      [2, 1],
      [2],
    ]);
    const listed = await changesAfter(store.read, 'high-street', 0);
    expect(listed.filter((one) => 'undoing' in one)).toEqual([]);
  });

  test('a draft about a theme that was retired still reaches who raised it', async () => {
    const here = await codebook(database);
    const { desk, asked, theme, store } = here;
    const { residentId } = await here.contributor();
    const draft = await here.draft({ themeIds: [theme.benches] });
    versionOf(await retireTheme(desk, { ...asked, seen: 0, themeId: theme.benches }));
    expect((await audienceOf(store.read, { id: draft })).people).toMatchObject([{ residentId }]);
    expect(
      await editTheme(desk, { ...asked, seen: 1, themeId: theme.benches, words: renamed }),
    ).toMatchObject({
      reason: 'retired',
    });
  });
});

describe.each(databases)('splitting a theme, on %s', (database) => {
  async function split(rest: number | null = null) {
    const here = await codebook(database);
    const { theme, desk, asked } = here;
    const [seats, toilets, both, neither] = [
      await here.contributor({ said: { span: [0, 5] } }),
      await here.contributor(),
      await here.contributor(),
      await here.contributor(),
    ];
    const suggested = await here.contributor({ said: { decision: 'suggested' } });
    await here.store.turn(({ db }) => db.updateTable('responses').set({ themedAt: 1 }).execute());
    const reviewed = { review: 'reviewed', reviewedAt: NOON, reviewedBy: 'sam' } as const;
    await here.store.turn(({ db }) =>
      db.updateTable('responses').set(reviewed).where('id', '<>', suggested.responseId).execute(),
    );
    const earlier = await here.draft({ themeIds: [theme.benches] });
    const ids = (...some: { responseId: string }[]) => some.map(({ responseId }) => responseId);
    const done = await splitTheme(desk, {
      ...asked,
      seen: 0,
      themeId: theme.benches,
      rest,
      parts: [
        { name: { en: 'Benches' }, definition: { en: 'Seats' }, responseIds: ids(seats, both, suggested) },
        { name: { en: 'Toilets' }, definition: { en: 'Toilets' }, responseIds: ids(toilets, both) },
      ],
    });
    versionOf(done);
    const [one, other] = (await here.themes()).slice(-2);
    const newOnes = async () => {
      const rows = await here.store.read
        .selectFrom('responses')
        .select('id')
        .where('review', '=', 'new')
        .execute();
      return rows.map(({ id }) => id).sort();
    };
    return {
      ...here,
      newOnes,
      earlier,
      seats,
      toilets,
      both,
      neither,
      suggested,
      one: one?.id ?? '',
      other: other?.id ?? '',
    };
  }

  test('accepts what was ticked for the new themes, and has the rest suggested again', async () => {
    const here = await split();
    const accepted = async (id: string) =>
      (await here.codingsOf(id)).map(({ responseId, decision }) => [responseId, decision]);
    expect(await accepted(here.one)).toEqual([
      [here.seats.responseId, 'accepted'],
      [here.both.responseId, 'accepted'],
    ]);
    expect(await accepted(here.other)).toEqual([
      [here.toilets.responseId, 'accepted'],
      [here.both.responseId, 'accepted'],
    ]);
    expect((await here.codingsOf(here.one))[0]).toMatchObject({ startAt: 0, endAt: 5 });
    const waiting = await here.store.read
      .selectFrom('responses')
      .select('id')
      .where('themedAt', 'is', null)
      .execute();
    expect(waiting.map(({ id }) => id).sort()).toEqual(
      [here.neither.responseId, here.suggested.responseId].sort(),
    );
    expect(await here.themeOf(here.theme.benches)).toMatchObject({ state: 'retired', mergedInto: null });
    expect((await here.themes()).map(({ key }) => key)).toEqual(['benches', 'buses', 'benches-2', 'toilets']);
  });

  test('what goes back waits for an officer again, until the split is undone', async () => {
    const here = await split();
    const { neither, suggested, newOnes } = here;
    expect(await newOnes()).toEqual([neither.responseId, suggested.responseId].sort());
    const [change] = await here.store.read.selectFrom('codebookChanges').selectAll().execute();
    for (const kept of [change?.detail, change?.undoing]) expect(kept).not.toContain(neither.responseId);
    versionOf(await undoChange(here.desk, { ...here.asked, version: 1 }));
    expect(await newOnes()).toEqual([suggested.responseId]);
  });

  test('undone, what its resident has added to since still waits', async () => {
    const here = await split();
    const { neither, suggested, newOnes } = here;
    const { residentId, address } = neither;
    await here.store.turn(({ db }) =>
      db
        .insertInto('messages')
        .values({
          ...{ id: here.newId(), channel: 'sms', dedupeKey: 'later', residentId, addressId: address.id },
          ...{ conversationId: null, kind: 'text', text: 'And a roof.', choice: null, media: '[]' },
          ...{ replyTo: null, sentAt: null, receivedAt: NOON + 1000, state: 'handled', providerId: null },
        })
        .execute(),
    );
    versionOf(await undoChange(here.desk, { ...here.asked, version: 1 }));
    expect(await newOnes()).toEqual([neither.responseId, suggested.responseId].sort());
  });

  test('the rest may belong to one of the new themes, and then nothing has to be decided again', async () => {
    for (const rest of [0, 1]) {
      const here = await split(rest);
      const { neither, suggested, newOnes } = here;
      const having = async (id: string) => (await here.codingsOf(id)).map(({ responseId }) => responseId);
      expect(
        [await having(here.one), await having(here.other)].map((ids) => ids.includes(neither.responseId)),
      ).toEqual([...[rest === 0, rest === 1]]);
      expect(await newOnes()).toEqual([suggested.responseId]);
    }
  });

  test('leaves a draft about the whole to everybody who raised it', async () => {
    const here = await split();
    expect((await audienceOf(here.store.read, { id: here.earlier })).people).toHaveLength(4);
  });

  test('undone, the whole has all that was accepted for a part since, and so have drafts about one', async () => {
    const here = await split();
    const since = await here.contributor({ said: { theme: null } });
    await here.code(since.responseId, here.one, { decision: 'accepted' });
    const draft = await here.draft({ themeIds: [here.one] });
    versionOf(await undoChange(here.desk, { ...here.asked, version: 1 }));
    const whole = (await here.codingsOf(here.theme.benches)).filter(
      ({ decision }) => decision === 'accepted',
    );
    expect(whole).toHaveLength(5);
    expect((await here.themes()).filter(({ state }) => state === 'active').map(({ key }) => key)).toEqual([
      'benches',
      'buses',
    ]);
    expect((await audienceOf(here.store.read, { id: draft })).people).toHaveLength(5);
  });

  test('undone, no list has the parts, the whole is shown at each response, and history tells of all', async () => {
    const here = await split();
    const { store, theme, both, asked } = here;
    const keys = async () => (await listedThemes(store.read, 'high-street')).map(({ key }) => key);
    expect(await keys()).toEqual(['benches', 'buses', 'benches-2', 'toilets']);
    versionOf(await undoChange(here.desk, { ...asked, version: 1 }));
    expect(await keys()).toEqual(['benches', 'buses']);
    const reading = await readResponse(store.read, both.responseId);
    expect(reading?.suggestions.map(({ themeId }) => themeId)).toEqual([theme.benches]);
    expect(reading?.outOfUse).toEqual([]);
    expect((await changesAfter(store.read, 'high-street', 0)).map(({ kind }) => kind)).toEqual([
      'undo',
      'split',
    ]);
    // Its key stays taken, and whoever takes a part into use again has it listed, in use or not.
    versionOf(await newTheme(here.desk, { ...asked, name: { en: 'Toilets' } }));
    expect((await keys()).at(-1)).toBe('toilets-2');
    versionOf(
      await retireTheme(here.desk, { ...asked, seen: 3, themeId: (await here.themes()).at(-1)?.id ?? '' }),
    );
    versionOf(await restoreTheme(here.desk, { ...asked, seen: 4, themeId: here.other }));
    versionOf(await retireTheme(here.desk, { ...asked, seen: 5, themeId: here.other }));
    expect(await keys()).toEqual(['benches', 'buses', 'toilets', 'toilets-2']);
  });

  test('is not undone once an outcome about a part is out', async () => {
    const here = await split();
    await here.publish(await here.draft({ themeIds: [here.other] }));
    expect(await undoChange(here.desk, { ...here.asked, version: 1 })).toMatchObject({ reason: 'published' });
  });
});

describe.each(databases)('undoing, on %s', (database) => {
  test('takes back the latest change of a theme, and before that none', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    const again = wordsOf({ name: { en: 'Seats' }, definition: { en: 'Somewhere to sit.' } });
    const other = { ...again, name: { en: 'No bus comes' } };
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.benches, words: renamed }));
    versionOf(await editTheme(desk, { ...asked, seen: 1, themeId: theme.benches, words: again }));
    versionOf(await editTheme(desk, { ...asked, seen: 2, themeId: theme.buses, words: other }));
    const undo = (version: number) => undoChange(desk, { ...asked, version });
    expect(await undo(1)).toEqual({ done: false, why: 'refused', reason: 'later' });
    expect(versionOf(await undo(2))).toBe(4);
    expect((await here.themeOf(theme.benches))?.name).toEqual(renamed.name);
    expect(versionOf(await undo(1))).toBe(5);
    expect((await here.themeOf(theme.benches))?.name).toEqual({ en: 'Benches', cy: 'Meinciau' });
    expect((await here.themeOf(theme.buses))?.name).toEqual(other.name);
    expect((await here.audit()).filter((action) => action === 'theme.undo')).toHaveLength(2);
  });

  test('a change after a merge keeps the merge', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.buses, intoId: theme.benches });
    versionOf(await editTheme(desk, { ...asked, seen: 1, themeId: theme.benches, words: renamed }));
    expect(await undoChange(desk, { ...asked, version: 1 })).toMatchObject({ reason: 'later' });
    expect(await here.themeOf(theme.buses)).toMatchObject({ state: 'retired' });
  });

  test('takes out of use what was added, unless somebody has been given it', async () => {
    const here = await codebook(database);
    const { desk, asked } = here;
    versionOf(await newTheme(desk, { ...asked, name: { en: 'The clock is wrong' } }));
    const [added] = (await here.themes()).slice(-1);
    const { responseId } = await here.contributor({ said: { theme: null } });
    await here.code(responseId, added?.id ?? '', { decision: 'accepted' });
    expect(await undoChange(desk, { ...asked, version: 1 })).toMatchObject({ reason: 'inUse' });
    await here.store.turn(({ db }) => db.deleteFrom('codings').execute());
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    expect(await here.themeOf(added?.id ?? '')).toMatchObject({
      state: 'retired',
      key: 'the-clock-is-wrong',
    });
    const listed = await listedThemes(here.store.read, 'high-street');
    expect(listed.map(({ key }) => key)).toEqual(['benches', 'buses']);
  });

  test('two who undo at once: one does', async () => {
    const here = await codebook(database);
    const { desk, asked, theme } = here;
    versionOf(await retireTheme(desk, { ...asked, seen: 0, themeId: theme.benches }));
    const both = await Promise.all([1, 1].map((version) => undoChange(desk, { ...asked, version })));
    expect(both.filter(({ done }) => done)).toHaveLength(1);
    expect(both.find(({ done }) => !done)).toMatchObject({ reason: 'isUndone' });
  });
});
