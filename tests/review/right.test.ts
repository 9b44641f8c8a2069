import { describe, expect, test } from 'vitest';
import { mergeThemes } from '#review/codebook/mergeThemes.ts';
import { newTheme } from '#review/codebook/newTheme.ts';
import { restoreTheme } from '#review/codebook/restoreTheme.ts';
import { retireTheme } from '#review/codebook/retireTheme.ts';
import { undoChange } from '#review/codebook/undoChange.ts';
import { ENOUGH, rightOf } from '#review/right.ts';
import { NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { codebook } from './codebook/codebook.ts';

describe.each(databases)('how right the machine was, on %s', (database) => {
  /** A third each: both said benches, the officer said buses where the machine said benches, neither said anything. */
  async function looked() {
    const here = await codebook(database);
    const { store, newId, theme, asked } = here;
    const kinds = [
      [[theme.benches], [theme.benches]],
      [[theme.buses], [theme.benches]],
      [[], []],
    ] as const;
    for (let number = 0; number < ENOUGH; number += 1) {
      const { responseId } = await here.contributor();
      const [said = [], suggested = []] = kinds[number % kinds.length] ?? [];
      await store.turn(async ({ db }) => {
        await db.updateTable('responses').set({ review: 'reviewed' }).where('id', '=', responseId).execute();
        const look = { responseId, ...asked, kind: 'review' as const, at: NOON };
        await db
          .insertInto('looks')
          .values({
            ...{ ...look, id: newId() },
            saidThemes: JSON.stringify(said),
            machineThemes: JSON.stringify(suggested),
          })
          .execute();
      });
    }
    const right = () => rightOf(store.read, asked.consultationId);
    return { ...here, right };
  }

  test('a theme that goes out of use makes nobody agree who did not', async () => {
    const { desk, asked, theme, right, clock } = await looked();
    const then = await right();
    expect(then).toMatchObject({
      machine: { responses: 30, figure: { exactly: { hits: 20, of: 30 } } },
      months: [{ alike: { responses: 30 } }],
    });
    clock.advance(1000);
    await retireTheme(desk, { ...asked, seen: 0, themeId: theme.buses });
    await retireTheme(desk, { ...asked, seen: 1, themeId: theme.benches });
    const { themes, ...now } = await right();
    expect(themes).toEqual([]);
    const { themes: _, ...before } = then;
    expect(now).toEqual(before);
  });

  test('who named one theme of two has not named both once the other is out of use', async () => {
    const here = await looked();
    const { desk, asked, theme, store, right, clock } = here;
    const say = (said: string[], at: number) =>
      store.turn(({ db }) =>
        db
          .updateTable('looks')
          .set({ saidThemes: JSON.stringify(said), machineThemes: JSON.stringify([theme.benches]), at })
          .execute(),
      );
    await say([theme.benches, theme.buses], NOON);
    clock.advance(1000);
    await retireTheme(desk, { ...asked, seen: 0, themeId: theme.buses });
    const alike = async () => (await right()).machine.figure?.alike.value;
    expect(await alike()).toBeCloseTo(2 / 3);
    // Whoever looks afterwards could not have named it.
    await say([theme.benches, theme.buses], NOON + 2000);
    expect(await alike()).toBe(1);
    clock.advance(5000);
    await restoreTheme(desk, { ...asked, seen: 1, themeId: theme.buses });
    expect(await alike()).toBe(1);
    await say([theme.benches, theme.buses], NOON + 7000);
    expect(await alike()).toBeCloseTo(2 / 3);
  });

  test('what was said of a theme that was merged counts for the one it went into', async () => {
    const { desk, asked, theme, right } = await looked();
    await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.benches, intoId: theme.buses });
    const merged = await right();
    // Benches and buses are one now, and so whoever said either said the same.
    expect(merged.machine).toMatchObject({ responses: 30, figure: { exactly: { hits: 30, of: 30 } } });
    expect(merged.themes.find(({ id }) => id === theme.buses)).toMatchObject({ recall: { responses: 20 } });
    await undoChange(desk, { ...asked, version: 1 });
    expect((await right()).machine).toMatchObject({ figure: { exactly: { hits: 20, of: 30 } } });
  });

  test('also where that one was made after they were looked at, and over several merges', async () => {
    const here = await looked();
    const { desk, asked, theme, right } = here;
    here.clock.advance(1000);
    await newTheme(desk, { ...asked, name: { en: 'Places to wait' } });
    await newTheme(desk, { ...asked, name: { en: 'Places' } });
    const [wait = '', places = ''] = (await here.themes()).slice(-2).map(({ id }) => id);
    await mergeThemes(desk, { ...asked, seen: 2, themeId: theme.benches, intoId: wait });
    await mergeThemes(desk, { ...asked, seen: 3, themeId: wait, intoId: places });
    const merged = await right();
    expect(merged.machine).toMatchObject({ responses: 30, figure: { exactly: { hits: 20, of: 30 } } });
    expect(merged.themes.find(({ id }) => id === places)).toMatchObject({
      precision: { responses: 20, more: 10 },
      recall: { responses: 10 },
    });
  });
});
