import { describe, expect, it } from 'vitest';
import { addTheme } from '#review/addTheme.ts';
import { editTheme } from '#review/codebook/editTheme.ts';
import { retireTheme } from '#review/codebook/retireTheme.ts';
import { wordsOf } from '#review/codebook/words.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { themesOf } from '#store/codebook.ts';
import { council, phone } from '#tests/conversation/council.ts';
import { createThemer } from '#theming/suggest.ts';
import { type Teacher, teacherHere } from '#theming/teacher.ts';

/** Each text is the whole answer of one more person; gives back their responses, read by the classifier. */
async function answers(of: Awaited<ReturnType<typeof council>>, texts: string[], from: number) {
  for (const [index, text] of texts.entries()) {
    await of.say(phone(from + index), 'high street');
    await of.say(phone(from + index), text);
  }
  of.clock.advance(200_000);
  await of.services.wake();
  await of.services.themer.themePending();
  return (await of.responses()).filter((response) => texts.includes(response.text));
}

describe.each(['sqlite', 'postgres'] as const)('suggestions, on %s', (dialect) => {
  it('point at the words they rest on, and a response with no theme is read and kept', async () => {
    const here = await council(dialect);
    const [bus, nothing] = await answers(
      here,
      ['The last bus home is at half five and it never turns up.', 'Zyx qwv'],
      1,
    );
    const codings = await here.read
      .selectFrom('codings')
      .selectAll()
      .where('responseId', '=', bus?.id ?? '')
      .execute();
    const themes = await themesOf(here.read, 'high-street');
    expect(themes.find(({ id }) => id === codings[0]?.themeId)?.key).toBe('buses-let-down');
    for (const { startAt, endAt, decision, source } of codings) {
      expect([source, decision]).toEqual(['machine', 'suggested']);
      expect(bus?.text.slice(startAt ?? -1, endAt ?? -1)).toMatch(/^\S(.*\S)?$/s);
    }
    expect(nothing?.themedAt).not.toBeNull();
    const none = await here.read
      .selectFrom('codings')
      .selectAll()
      .where('responseId', '=', nothing?.id ?? '')
      .execute();
    expect(none).toEqual([]);
  });

  it('learn from what officers decide', async () => {
    const here = await council(dialect);
    const themes = await themesOf(here.read, 'high-street');
    const idOf = (key: string) => themes.find((theme) => theme.key === key)?.id ?? '';
    const suggestedFor = async (text: string, number: number) => {
      const [response] = await answers(here, [text], number);
      const codings = await here.read
        .selectFrom('codings')
        .select('themeId')
        .where('responseId', '=', response?.id ?? '')
        .execute();
      return codings.map(({ themeId }) => themes.find(({ id }) => id === themeId)?.key);
    };
    expect(await suggestedFor('Kittiwakes screaming all day', 1)).not.toContain('dirty');

    const lessons = [
      ...['on the roof', 'by the bank', 'over the market', 'near the clock'].map((where) => [
        `Kittiwakes nesting ${where} again`,
        'dirty',
      ]),
      ...['from the village', 'after six', 'on Sundays', 'to the surgery'].map((when) => [
        `No bus comes ${when}`,
        'buses-let-down',
      ]),
    ] as const;
    const responses = await answers(
      here,
      lessons.map(([text]) => text ?? ''),
      10,
    );
    for (const response of responses) {
      const key = lessons.find(([text]) => text === response.text)?.[1] ?? '';
      const decided = { responseId: response.id, officerId: 'officer' };
      expect(await addTheme(here.services, { ...decided, themeId: idOf(key) })).toBe(true);
      await markReviewed(here.services, decided);
    }
    expect(await suggestedFor('The kittiwakes are back', 30)).toContain('dirty');
  });

  it('are made again for what nobody has decided on, once officers have decided on many more', async () => {
    const here = await council(dialect);
    const { themer } = here.services;
    const consultationId = 'high-street';
    const [waiting] = await answers(here, ['The kittiwakes are back, kittiwakes screaming'], 1);
    const now = async () => {
      const rows = await here.read
        .selectFrom('codings')
        .innerJoin('themes', 'themes.id', 'codings.themeId')
        .select('themes.key')
        .where('responseId', '=', waiting?.id ?? '')
        .execute();
      return rows.map(({ key }) => key);
    };
    expect(await now()).not.toContain('dirty');
    const places = [
      'roof',
      'bank',
      'market',
      'clock',
      'church',
      'bridge',
      'school',
      'river',
      'chapel',
      'shop',
    ];
    const decided = await answers(
      here,
      places.map((place) => `Kittiwakes screaming by the ${place}`),
      10,
    );
    const dirty = (await themesOf(here.read, consultationId)).find(({ key }) => key === 'dirty')?.id ?? '';
    for (const { id: responseId } of decided) {
      await addTheme(here.services, { responseId, themeId: dirty, officerId: 'officer' });
      await markReviewed(here.services, { responseId, officerId: 'officer' });
    }
    expect(await themer.themeLearnt()).toBe(1);
    expect(await now()).toContain('dirty');
    here.clock.advance(61_000);
    expect(await themer.themeLearnt()).toBe(0);
  });

  it('are not made of words that were added to, held or forgotten while the classifier read', async () => {
    const here = await council(dialect);
    const { store, clock, newId } = here.services;
    const [bus, held] = await answers(here, ['The last bus home never turns up', 'The bus is late'], 1);
    await store.turn(async ({ db }) => {
      await db.deleteFrom('codings').execute();
      await db.updateTable('responses').set({ themedAt: null }).execute();
    });
    const quick = teacherHere();
    let reads = 0;
    const slow: Teacher = {
      ...quick,
      suggest: async (name, said) => {
        reads += 1;
        const found = await quick.suggest(name, said);
        if (reads > 1 || found === null) return found;
        await store.turn(async ({ db }) => {
          const added = {
            text: 'The last bus home never turns up\nThe lady at the desk was rude to me, I want to complain',
          };
          await db
            .updateTable('responses')
            .set(added)
            .where('id', '=', bus?.id ?? '')
            .execute();
          await db
            .updateTable('responses')
            .set({ held: 1 })
            .where('id', '=', held?.id ?? '')
            .execute();
        });
        return found;
      },
    };
    await createThemer({ store, clock, newId, teacher: slow }).themePending();
    const codes = await here.read.selectFrom('controls').select(['responseId', 'code']).execute();
    expect(codes).toContainEqual({ responseId: bus?.id, code: 'complaint' });
    const rows = await here.read.selectFrom('responses').select(['id', 'themedAt']).execute();
    expect(rows.find(({ id }) => id === held?.id)?.themedAt).toBeNull();
    expect(rows.find(({ id }) => id === bus?.id)?.themedAt).not.toBeNull();
    const codings = await here.read.selectFrom('codings').select('responseId').execute();
    expect(codings.map(({ responseId }) => responseId)).toContain(bus?.id);
    expect(codings.map(({ responseId }) => responseId)).not.toContain(held?.id);
  });

  it('go on where the thread that learnt has died', async () => {
    const here = await council(dialect);
    const { store, clock, newId } = here.services;
    const taught: string[] = [];
    let teacher = teacherHere();
    const mortal: Teacher = {
      teach: (name, lessons) => {
        taught.push(name);
        return teacher.teach(name, lessons);
      },
      suggest: (name, said) => teacher.suggest(name, said),
      learn: (name, decided) => teacher.learn(name, decided),
    };
    const themer = createThemer({ store, clock, newId, teacher: mortal });
    const [bus] = await answers(here, ['The last bus home never turns up, the bus is always late'], 1);
    const again = async () => {
      await store.turn(async ({ db }) => {
        await db.deleteFrom('codings').execute();
        await db.updateTable('responses').set({ themedAt: null }).execute();
      });
      expect(await themer.themePending()).toBe(1);
      return here.read.selectFrom('codings').select('responseId').execute();
    };
    expect(await again()).toContainEqual({ responseId: bus?.id });
    teacher = teacherHere();
    expect(await again()).toContainEqual({ responseId: bus?.id });
    expect(taught).toHaveLength(2);
  });

  it('go by what an officer wrote is in, not by what is out, and what was read before is read again', async () => {
    const here = await council(dialect);
    const consultationId = 'high-street';
    const [gulls] = await answers(here, ['Kittiwakes, kittiwakes, kittiwakes'], 1);
    const suggestedNow = async () => {
      await here.services.themer.themePending();
      const rows = await here.read
        .selectFrom('codings')
        .innerJoin('themes', 'themes.id', 'codings.themeId')
        .select('themes.key')
        .where('responseId', '=', gulls?.id ?? '')
        .execute();
      return rows.map(({ key }) => key);
    };
    expect(await suggestedNow()).toEqual([]);
    const dirty = (await themesOf(here.read, consultationId)).find(({ key }) => key === 'dirty');
    if (dirty === undefined) throw new Error('There is no such theme.');
    const edit = (seen: number, part: 'includes' | 'excludes') =>
      editTheme(here.services, {
        ...{ consultationId, officerId: 'officer', seen, themeId: dirty.id },
        words: { ...wordsOf(dirty), [part]: { en: 'Kittiwakes, kittiwakes and more kittiwakes' } },
      });
    expect(await edit(0, 'excludes')).toEqual({ done: true, version: 1 });
    expect(await suggestedNow()).toEqual([]);
    expect(await edit(1, 'includes')).toEqual({ done: true, version: 2 });
    expect(await suggestedNow()).toEqual(['dirty']);
  });

  it('are never made by a codebook that was changed while the classifier read', async () => {
    const here = await council(dialect);
    const consultationId = 'high-street';
    const [bus] = await answers(here, ['The last bus home is at half five and it never turns up.'], 1);
    const buses = (await themesOf(here.read, consultationId)).find(({ key }) => key === 'buses-let-down');
    const themeId = buses?.id ?? '';
    const { store, clock, newId } = here.services;
    await store.turn(async ({ db }) => {
      await db.deleteFrom('codings').execute();
      await db.updateTable('responses').set({ themedAt: null }).execute();
    });
    let turns = 0;
    const retire = { consultationId, officerId: 'officer', seen: 0, themeId };
    const overtaken: typeof store = {
      ...store,
      turn: async (work) => {
        turns += 1;
        if (turns === 1) expect(await retireTheme(here.services, retire)).toMatchObject({ done: true });
        return store.turn(work);
      },
    };
    await createThemer({ store: overtaken, clock, newId, teacher: teacherHere() }).themePending();
    const codings = await here.read
      .selectFrom('codings')
      .selectAll()
      .where('responseId', '=', bus?.id ?? '')
      .where('themeId', '=', themeId)
      .execute();
    expect([turns, codings]).toEqual([2, []]);
  });
});
