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
import { changesAfter } from '#store/codebook-changes.ts';
import { lessonMark } from '#store/to-theme.ts';
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
    versionOf(await newTheme(desk, { ...asked, name: { en: 'Café & clock' } }));
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
      ['cafe-clock-2', 'Café & clock'],
    ]);
    expect(await here.audit()).toEqual([
      ...['theme.edit', 'theme.add', 'theme.add', 'theme.retire', 'theme.restore'],
    ]);
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
  async function split() {
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
    const earlier = await here.draft({ themeIds: [theme.benches] });
    const ids = (...some: { responseId: string }[]) => some.map(({ responseId }) => responseId);
    const done = await splitTheme(desk, {
      ...asked,
      seen: 0,
      themeId: theme.benches,
      parts: [
        { name: { en: 'Benches' }, definition: { en: 'Seats' }, responseIds: ids(seats, both, suggested) },
        { name: { en: 'Toilets' }, definition: { en: 'Toilets' }, responseIds: ids(toilets, both) },
      ],
    });
    versionOf(done);
    const [one, other] = (await here.themes()).slice(-2);
    return {
      ...here,
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
    versionOf(await editTheme(desk, { ...asked, seen: 0, themeId: theme.benches, words: renamed }));
    versionOf(await editTheme(desk, { ...asked, seen: 1, themeId: theme.benches, words: again }));
    versionOf(await editTheme(desk, { ...asked, seen: 2, themeId: theme.buses, words: again }));
    const undo = (version: number) => undoChange(desk, { ...asked, version });
    expect(await undo(1)).toEqual({ done: false, why: 'refused', reason: 'later' });
    expect(versionOf(await undo(2))).toBe(4);
    expect((await here.themeOf(theme.benches))?.name).toEqual(renamed.name);
    expect(versionOf(await undo(1))).toBe(5);
    expect((await here.themeOf(theme.benches))?.name).toEqual({ en: 'Benches', cy: 'Meinciau' });
    expect((await here.themeOf(theme.buses))?.name).toEqual(again.name);
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
