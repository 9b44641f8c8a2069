import { describe, expect, test } from 'vitest';
import { hideWords, seenLeftOut } from '#review/hideWords.ts';
import { codeAsResident, leaveOut, readAgain, readNext } from '#review/residentReading.ts';
import { openCase } from '#store/cases.ts';
import { acceptControl, decideAbout } from '#store/controls.ts';
import { rowsAbout } from '#store/copy.ts';
import { dueErasure, requestErasure } from '#store/erasures.ts';
import { countRead, countToRead, leftOut } from '#store/residentReadings.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { testClock } from '#tests/support/clock.ts';

describe.each(databases)('reading by residents, on %s', (database) => {
  test('gives each of them what fewest have read, and keeps what each of them says', async () => {
    const here = await consultation(database);
    const { store } = here;
    const desk = { store, newId: here.newId, clock: testClock(NOON) };
    const reader = (officerId: string) => ({ officerId, consultationId: 'high-street', versions: ['v1'] });
    const people = [await here.resident(), await here.resident()];
    const first = await here.say(people[0] ?? '', { text: 'Nowhere to sit', theme: 'benches', read: true });
    const second = await here.say(people[1] ?? '', { text: 'No bus', theme: null, at: NOON, read: true });

    const shown = await readNext(desk, reader('ann'));
    expect(shown?.response.id).toBe(first);
    expect((await readNext(desk, reader('ann')))?.readingId).toBe(shown?.readingId);
    expect((await readNext(desk, reader('bob')))?.response.id).toBe(second);

    const { benches, buses } = here.theme;
    const said = {
      readingId: shown?.readingId ?? '',
      themeIds: [benches, buses, 'nothing'],
      suggestion: null,
    };
    expect(await codeAsResident(desk, reader('bob'), said)).toBe(false);
    expect(await codeAsResident(desk, reader('ann'), said)).toBe(true);
    // Pressed twice.
    expect(await codeAsResident(desk, reader('ann'), said)).toBe(true);
    const ticks = await store.read.selectFrom('residentCodings').select('themeId').execute();
    expect(ticks.map(({ themeId }) => themeId).toSorted()).toEqual([benches, buses].toSorted());
    const codings = await store.read.selectFrom('codings').select(['themeId', 'source']).execute();
    expect(new Set(codings.map(({ themeId, source }) => `${themeId} ${source}`))).toEqual(
      new Set([`${benches} machine`, `${buses} resident`]),
    );

    const next = await readNext(desk, reader('ann'));
    expect(next?.response.id).toBe(second);
    expect(await leaveOut(desk, reader('ann'), next?.readingId ?? '')).toBe(true);
    expect(await readNext(desk, reader('ann'))).toBeNull();
    expect([
      await countToRead(store.read, reader('ann')),
      await countRead(store.read, reader('ann')),
    ]).toEqual([0, 2]);
    // Bob has begun the second one, and is not to read on.
    expect(await countToRead(store.read, reader('bob'))).toBe(1);
    expect((await rowsAbout(store.read, people[0] ?? ''))?.shown).toHaveLength(1);

    await store.turn((tx) =>
      dueErasure(tx, { id: 'e', residentId: people[0] ?? '', requestedAt: NOON, officerId: null }),
    );
    expect(await readNext(desk, reader('bob'))).toBeNull();
  });

  test('nothing of whoever waits for an officer to decide that they are forgotten', async () => {
    const here = await consultation(database);
    const { store, newId } = here;
    const desk = { store, newId, clock: testClock(NOON) };
    const reader = { officerId: 'ann', consultationId: 'high-street', versions: ['v1'] };
    const residentId = await here.resident();
    await here.say(residentId, { text: 'Nowhere to sit', read: true });
    const begun = await readNext(desk, reader);
    expect(begun).not.toBeNull();
    await store.turn(async (tx) => {
      const opened = { id: newId(), residentId, conversationId: null, messageId: null, category: null };
      await openCase(tx, { ...opened, kind: 'complaint', createdAt: NOON, dueAt: NOON + 1 });
      const asked = { residentId, messageId: null, now: NOON, newId };
      expect(await requestErasure(tx, asked)).toBe('byPerson');
    });
    expect(await readNext(desk, reader)).toBeNull();
    const said = { readingId: begun?.readingId ?? '', themeIds: [here.theme.benches], suggestion: null };
    expect(await codeAsResident(desk, reader, said)).toBe(false);
    // The officer says no.
    await store.turn(({ db }) =>
      db.updateTable('cases').set({ state: 'closed' }).where('kind', '=', 'erasure').execute(),
    );
    expect((await readNext(desk, reader))?.readingId).toBe(begun?.readingId);
  });

  test('what one of them left out, no other reads until an officer has looked', async () => {
    const here = await consultation(database);
    const { store } = here;
    const desk = { store, newId: here.newId, clock: testClock(NOON) };
    const reader = (officerId: string) => ({ officerId, consultationId: 'high-street', versions: ['v1'] });
    const text = 'I am the butcher. Nowhere to sit';
    const responseId = await here.say(await here.resident(), { text, read: true });
    const begun = (await readNext(desk, reader('bob')))?.readingId ?? '';
    const mine = (await readNext(desk, reader('ann')))?.readingId ?? '';
    expect(await leaveOut(desk, reader('ann'), mine)).toBe(true);
    // Pressed twice.
    expect(await leaveOut(desk, reader('ann'), mine)).toBe(true);

    expect(await leftOut(store.read)).toEqual({ count: 1, first: responseId });
    const said = { readingId: begun, themeIds: [here.theme.benches], suggestion: null };
    expect(await codeAsResident(desk, reader('bob'), said)).toBe(false);
    expect(await readNext(desk, reader('bob'))).toBeNull();
    expect(await readNext(desk, reader('cat'))).toBeNull();

    const given = { responseId, officerId: 'officer' };
    expect(await hideWords(desk, { ...given, words: 'butcher', kind: 'other' })).toBe(1);
    expect(await leftOut(store.read)).toEqual({ count: 0, first: null });
    expect((await readNext(desk, reader('bob')))?.readingId).toBe(begun);
    expect(await readNext(desk, reader('ann'))).toBeNull();

    // It still shows who they are, another one finds. The officer looks, and does not.
    expect(await leaveOut(desk, reader('bob'), begun)).toBe(true);
    expect(await readNext(desk, reader('cat'))).toBeNull();
    expect(await seenLeftOut(desk, given)).toBe(true);
    expect(await seenLeftOut(desk, given)).toBe(false);
    expect(await seenLeftOut(desk, { ...given, responseId: 'none' })).toBeUndefined();
    expect((await readNext(desk, reader('cat')))?.response.id).toBe(responseId);
    const audit = await store.read.selectFrom('audit').select(['action', 'officerId']).execute();
    expect(audit).toContainEqual({ action: 'redaction.leftOutSeen', officerId: 'officer' });
  });

  test('nothing that the machine has not read, and no complaint or what may be one', async () => {
    const here = await consultation(database);
    const { store } = here;
    const desk = { store, newId: here.newId, clock: testClock(NOON) };
    const reader = { officerId: 'ann', consultationId: 'high-street', versions: ['v1'] };
    const said = async (text: string, read = true) =>
      here.say(await here.resident(), { text, read, theme: null });
    await said('Sam at the desk was rude', false);
    const complaint = await said('The desk was rude');
    const named = await said('Sam was rude');
    const decide = (decision: 'suggested' | 'rejected') =>
      store.turn(async ({ db }) => {
        await acceptControl(db, {
          ...{ id: 'c', responseId: complaint, consultationId: 'high-street', code: 'complaint' },
          ...{ detail: 'person', source: 'machine', decision, startAt: null, endAt: null },
          ...{
            officerId: null,
            createdAt: NOON,
            decidedAt: null,
            handledAt: null,
            handledBy: null,
            readTo: 0,
          },
        });
        await decideAbout(db, {
          ...{ responseId: named, officerId: 'sam', decision },
          ...{ createdAt: NOON, decidedBy: null, decidedAt: null, readTo: 0 },
        });
      });
    await decide('suggested');
    expect(await countToRead(store.read, reader)).toBe(0);
    expect(await readNext(desk, reader)).toBeNull();
    // An admin says that they are none.
    await decide('rejected');
    expect(await countToRead(store.read, reader)).toBe(2);
    const shown = await readNext(desk, reader);
    expect(shown?.response.id).toBe(complaint);
    await decide('suggested');
    expect(await readAgain(store.read, reader, shown?.readingId ?? '')).toBeUndefined();
  });
});
