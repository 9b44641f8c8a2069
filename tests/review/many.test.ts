import { describe, expect, test } from 'vitest';
import { mergeThemes } from '#review/codebook/mergeThemes.ts';
import { newTheme } from '#review/codebook/newTheme.ts';
import { undoChange } from '#review/codebook/undoChange.ts';
import { readNext } from '#review/residentReading.ts';
import { lookSecond } from '#review/secondLook.ts';
import { makeThemes } from '#review/themeGroups.ts';
import type { Store } from '#store/db.ts';
import { keepLook } from '#store/looks.ts';
import { insertRun } from '#store/model-runs.ts';
import { readingOf } from '#store/residentReadings.ts';
import { insertGroup } from '#store/themeGroups.ts';
import { NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { codebook, versionOf } from './codebook/codebook.ts';

const MANY = 3000;

/** A place with very many responses, and what each turn asks of the database. */
async function crowd(database: (typeof databases)[number]) {
  const here = await codebook(database);
  const { responseId } = await here.contributor({ said: { theme: null, read: true } });
  const { store, newId } = here;
  const one = await store.read
    .selectFrom('responses')
    .selectAll()
    .where('id', '=', responseId)
    .executeTakeFirstOrThrow();
  const responses = Array.from({ length: MANY - 1 }, () => ({ ...one, id: newId() }));
  const inParts = async <Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) => {
    for (let from = 0; from < rows.length; from += 500) await insert(rows.slice(from, from + 500));
  };
  await store.turn(({ db }) =>
    inParts(responses, (some) => db.insertInto('responses').values(some).execute()),
  );
  const ids = [responseId, ...responses.map(({ id }) => id)];
  const codeAll = (themeId: string, more: object) =>
    store.turn(({ db }) =>
      inParts(ids, (some) =>
        db
          .insertInto('codings')
          .values(
            some.map((id) => ({
              ...{ id: newId(), responseId: id, themeId, consultationId: here.flow.id },
              ...{ source: 'machine', decision: 'suggested', confidence: 0.5, createdAt: 1 },
              ...{ startAt: null, endAt: null, ...more },
            })),
          )
          .execute(),
      ),
    );
  return { ...here, ids, codeAll };
}

/** The same desk, how many turns it has taken, how many statements they have made and how many rows these gave. */
function counted<Desk extends { store: Store }>(
  desk: Desk,
): Desk & { statements: () => number; turns: () => number; rows: () => number } {
  let [count, turns, rows] = [0, 0, 0];
  const turn: Store['turn'] = (work) => {
    turns += 1;
    return desk.store.turn((tx) =>
      work({
        ...tx,
        db: tx.db.withPlugin({
          transformQuery: ({ node }) => {
            count += 1;
            return node;
          },
          transformResult: async ({ result }) => {
            rows += result.rows.length;
            return result;
          },
        }),
      }),
    );
  };
  return {
    ...desk,
    store: { ...desk.store, turn },
    statements: () => count,
    turns: () => turns,
    rows: () => rows,
  };
}

describe.each(databases)('thousands of responses at once, on %s', (database) => {
  test('that all say the same become a theme', async () => {
    const here = await crowd(database);
    const { store, desk, asked, ids, newId } = here;
    const group = { id: newId(), consultationId: here.flow.id, run: 'run', telling: '[]', size: MANY };
    await store.turn(({ db }) =>
      insertGroup(
        db,
        {
          ...{ ...group, state: 'offered', themeId: null, draftedName: null, draftedDefinition: null },
          ...{ suggestedBy: null, createdAt: NOON, decidedBy: null, decidedAt: null },
        },
        ids.map((responseId) => ({ responseId, startAt: 0, endAt: 5, example: 0 as const })),
      ),
    );
    const named = { groupId: group.id, name: { en: 'Nowhere to sit' }, definition: { en: 'Seats' } };
    expect(await makeThemes(desk, { ...asked, themes: [named] })).toBe('made');
    const made = (await here.themes()).find(({ name }) => name.en === 'Nowhere to sit');
    expect(await here.codingsOf(made?.id ?? '')).toHaveLength(MANY);
  });

  test('are merged and taken apart again without a statement for each', async () => {
    const here = await crowd(database);
    const { theme, asked, codeAll, codingsOf } = here;
    const accepted = { decision: 'accepted', officerId: asked.officerId, decidedAt: 7 };
    await codeAll(theme.benches, { ...accepted, startAt: 0, endAt: 5 });
    // By a person: what a machine suggests is read again after an undo.
    await codeAll(theme.buses, { source: 'resident' });
    const before = await codingsOf(theme.buses);
    const desk = counted(here.desk);
    versionOf(await mergeThemes(desk, { ...asked, seen: 0, themeId: theme.benches, intoId: theme.buses }));
    expect(desk.statements()).toBeLessThan(60);
    const merged = await codingsOf(theme.buses);
    expect(merged).toHaveLength(MANY);
    for (const [at, coding] of merged.entries())
      expect(coding).toMatchObject({ ...accepted, id: before[at]?.id, startAt: 0, endAt: 5, movedAt: NOON });
    versionOf(await undoChange(desk, { ...asked, version: 1 }));
    expect(desk.statements()).toBeLessThan(120);
    expect(await codingsOf(theme.buses)).toEqual(before);
  });

  test('that have no theme are read again, a little a turn, the newest 2000 of them', async () => {
    const here = await crowd(database);
    const { asked, ids, store } = here;
    const [newest = '', explained = ''] = ids.slice(1);
    await here.code(explained, here.theme.buses, { decision: 'accepted' });
    await store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set({ createdAt: NOON + 5 })
        .where('id', 'in', [newest, explained])
        .execute(),
    );
    const desk = counted(here.desk);
    versionOf(await newTheme(desk, { ...asked, name: { en: 'Trees' } }));
    const rows = await store.read
      .selectFrom('responses')
      .select('id')
      .where('themedAt', 'is', null)
      .execute();
    const again = rows.map(({ id }) => id);
    expect(again).toHaveLength(2000);
    expect([again.includes(newest), again.includes(explained)]).toEqual([true, false]);
    // Whoever writes to us meanwhile is let in between two of them.
    expect(desk.turns()).toBeGreaterThan(4);
  });

  test('are written down for a language model, however few it is asked about at a time', async () => {
    const here = await crowd(database);
    const desk = counted(here.desk);
    const batches = here.ids.map((id) => [id]);
    const run = {
      ...({ id: 'run', consultationId: here.flow.id, state: 'running', reason: null } as const),
      ...{ provider: 'ollama', model: 'any', host: null, price: null, codebook: '' },
      ...{ agreedMillipence: null, agreedTokens: 1 },
      ...{ tokensIn: 0, tokensOut: 0, millipence: 0, heldTokens: 0, heldMillipence: 0 },
      ...{ total: MANY, done: 0, leftToLocal: 0, refused: 0, startedBy: null, createdAt: NOON },
      ...{ holder: null, leaseUntil: null, finishedAt: null },
    };
    expect(await desk.store.turn((tx) => insertRun(tx, run, batches))).toBe(true);
    expect(desk.statements()).toBeLessThan(20);
    const items = await here.store.read.selectFrom('modelRunItems').selectAll().orderBy('batch').execute();
    expect(items.map(({ responseId }) => [responseId])).toEqual(batches);
    expect(items.at(-1)).toMatchObject({ batch: MANY - 1, state: 'waiting', attempts: 0, refused: 0 });
  });

  test('are read one after the other, and what is marked meanwhile may not be answered', async () => {
    const here = await crowd(database);
    const { store } = here;
    const reader = { officerId: 'ann', consultationId: here.flow.id, versions: ['v1'] };
    const shown = await readNext(here.desk, reader);
    const { readingId = '' } = shown ?? {};
    expect(await readingOf(store.read, readingId, reader)).toMatchObject({ responseId: shown?.response.id });
    await store.turn(({ db }) => db.updateTable('responses').set({ abusive: 1 }).execute());
    expect(await readingOf(store.read, readingId, reader)).toBeUndefined();
  });

  test('are not all fetched where an officer looks at one of them a second time', async () => {
    const here = await crowd(database);
    const { asked, ids, store, newId, theme } = here;
    await store.turn(async ({ db }) => {
      await db.updateTable('responses').set({ review: 'reviewed' }).execute();
      for (const responseId of ids.slice(0, 200))
        await keepLook(db, {
          ...{ id: newId(), responseId, ...asked, officerId: 'ann', kind: 'review', at: NOON },
          ...{ saidThemes: '[]', machineThemes: '[]' },
        });
    });
    const desk = counted(here.desk);
    const by = (officerId: string, responseId = ids[0] ?? '') => ({
      ...{ responseId, officerId, openedAt: NOON - 60_000, themeIds: [theme.benches] },
    });
    expect(await lookSecond(desk, by('ann'))).toBe('gone');
    expect(await lookSecond(desk, by('ben', ids[200]))).toBe('gone');
    expect(await lookSecond(desk, by('ben'))).toBe('kept');
    expect(await lookSecond(desk, by('cai'))).toBe('gone');
    expect(desk.rows()).toBeLessThan(30);
  });
});
