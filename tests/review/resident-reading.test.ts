import { describe, expect, test } from 'vitest';
import { codeAsResident, leaveOut, readNext } from '#review/residentReading.ts';
import { rowsAbout } from '#store/copy.ts';
import { dueErasure } from '#store/erasures.ts';
import { countRead, countToRead } from '#store/residentReadings.ts';
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
    const first = await here.say(people[0] ?? '', { text: 'Nowhere to sit', theme: 'benches' });
    const second = await here.say(people[1] ?? '', { text: 'No bus', theme: null, at: NOON });

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
    // Bob has seen the second one before.
    expect(await countToRead(store.read, reader('bob'))).toBe(2);
    expect((await rowsAbout(store.read, people[0] ?? ''))?.shown).toHaveLength(1);

    await store.turn((tx) =>
      dueErasure(tx, { id: 'e', residentId: people[1] ?? '', requestedAt: NOON, officerId: null }),
    );
    expect((await readNext(desk, reader('bob')))?.response.id).toBe(first);
  });
});
