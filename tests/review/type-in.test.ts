import { describe, expect, test } from 'vitest';
import { releaseCopy } from '#people/copy.ts';
import { eraseNow } from '#people/eraseNow.ts';
import { findResident } from '#people/find.ts';
import { handEntrySchema } from '#review/handEntry.ts';
import { typeIn } from '#review/typeIn.ts';
import { keptHandEntries } from '#store/handEntries.ts';
import { council } from '#tests/conversation/council.ts';
import { databases } from '#tests/store/databases.ts';
import { highStreet, onPaper, typedIn, wantsCall, wantsLetter } from './typed-in.ts';

describe.each(databases)('what an officer types in, on %s', (database) => {
  test('becomes one response a question, word for word, and asks and sends nothing', async () => {
    const { services, responses, counts, queued } = await council(database);
    await typedIn(services, { 'answer-now': '  Two lines,\r\nas written. ', 'answer-change': 'Benches' });
    const kept = await responses();
    expect(kept.map(({ stepId, text }) => [stepId, text])).toEqual([
      ['now', '  Two lines,\nas written. '],
      ['change', 'Benches'],
    ]);
    expect(kept[0]).toMatchObject({ channel: 'byHand', state: 'complete', held: 0, late: 0, language: 'en' });
    expect(await counts()).toMatchObject({ residents: 1, addresses: 0, messages: 2, conversations: 1 });
    expect(await queued()).toEqual([]);
  });

  test('is kept once, however often the form is sent', async () => {
    const { services, counts } = await council(database);
    const twice = await Promise.all([
      typedIn(services, wantsCall, 'form:1'),
      typedIn(services, wantsCall, 'form:1'),
    ]);
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['kept', 'repeat']);
    expect((await typedIn(services, wantsCall, 'form:1')).kind).toBe('repeat');
    expect(await counts()).toMatchObject({ residents: 1, addresses: 1, messages: 1, responses: 1 });
  });

  test('finds the same person under the same number, however it is written', async () => {
    const { services, read, counts } = await council(database);
    await typedIn(services, wantsCall);
    await typedIn(services, { ...wantsCall, name: 'M Example', phone: '+44 (0)7700-900982' });
    expect(await counts()).toMatchObject({ residents: 1, addresses: 1, responses: 2 });
    const { sealed, hash } = await read.selectFrom('addresses').selectAll().executeTakeFirstOrThrow();
    expect(`${sealed}${hash}`).not.toContain('900982');
  });

  test('gives two people of one house a letter each', async () => {
    const { services, counts } = await council(database);
    await typedIn(services, wantsLetter);
    await typedIn(services, { ...wantsLetter, name: 'Ms Example' });
    await typedIn(services, { ...wantsLetter, address: '1 EXAMPLE street;Exampletown;EX11EX' });
    expect(await counts()).toMatchObject({ residents: 2, addresses: 2, responses: 3 });
  });

  test('keeps no address of who does not clearly want to hear back', async () => {
    const { services, read, counts } = await council(database);
    await typedIn(services, { ...wantsCall, hearBack: '' });
    expect(await counts()).toMatchObject({ addresses: 0 });
    const consents = await read.selectFrom('consents').select(['kind', 'granted']).orderBy('kind').execute();
    expect(consents).toEqual([
      { kind: 'hearBack', granted: 0 },
      { kind: 'quote', granted: 0 },
    ]);
  });

  test('opens a case where it tells of danger, holds every answer and has the lead told', async () => {
    const { services, read, responses } = await council(database);
    const kept = await typedIn(services, { 'answer-change': 'I want to kill myself' });
    expect(kept).toEqual({ kind: 'kept', care: 'safeguarding' });
    expect((await responses()).map(({ held }) => held)).toEqual([1, 1]);
    expect(await read.selectFrom('cases').select('kind').execute()).toEqual([{ kind: 'safeguarding' }]);
    expect(await read.selectFrom('alerts').select('to').execute()).toEqual([{ to: 'lead' }]);
  });

  test('waits for a person where a child says their age, and where the gate cannot read it', async () => {
    const { services, read } = await council(database);
    expect((await typedIn(services, { 'answer-now': "I'm 10 and I like the swings" })).care).toBe('child');
    expect((await typedIn(services, { 'answer-now': 'Brakuje ławek', language: 'en' })).care).toBeNull();
    const kinds = await read.selectFrom('cases').select('kind').orderBy('kind').execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['child', 'unread']);
  });

  test('takes no consent from a child, whatever was ticked', async () => {
    const { services, read } = await council(database);
    await typedIn(services, { ...wantsCall, quote: 'yes', 'answer-now': 'I am 11 years old and I like it' });
    const consents = await read.selectFrom('consents').select(['kind', 'granted']).orderBy('kind').execute();
    expect(consents).toEqual([
      { kind: 'hearBack', granted: 0 },
      { kind: 'quote', granted: 0 },
    ]);
  });

  test('leaves the easier words to whoever asked for them elsewhere', async () => {
    const { services, read } = await council(database);
    await typedIn(services, wantsCall);
    await services.store.turn(({ db }) => db.updateTable('residents').set({ easy: 1 }).execute());
    await typedIn(services, wantsCall);
    expect(await read.selectFrom('residents').select('easy').execute()).toEqual([{ easy: 1 }]);
  });

  test('is found again however long the file is', async () => {
    const { services, read } = await council(database);
    await typedIn(services, {}, 'file:69999');
    const ids = Array.from({ length: 70_000 }, (_, line) => `file:${line}`);
    expect(await keptHandEntries(read, ids)).toEqual(new Set(['file:69999']));
  });

  test('is late by the day on which it was said, and not by the day on which it is typed', async () => {
    const { services, responses, clock } = await council(database);
    const { closes } = highStreet(services).flow.frame;
    clock.set(Date.parse(`${closes}T12:00:00Z`) + 5 * 24 * 3_600_000);
    const schema = (day: string) =>
      handEntrySchema(highStreet(services).flow, '2099-01-01').parse({ ...onPaper, onDay: day });
    const version = highStreet(services);
    const after = new Date(Date.parse(`${closes}T12:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
    for (const day of [closes, after])
      await typeIn(services, { id: day, version, entry: schema(day), officerId: null });
    expect((await responses()).map(({ late }) => late)).toEqual([0, 1]);
  });

  test('keeps a group as one response with its number beside it', async () => {
    const { services, read, counts } = await council(database);
    await typedIn(services, { speaksFor: 'group', people: '12', how: 'meeting' });
    expect(await counts()).toMatchObject({ residents: 1, responses: 1 });
    const entry = await read.selectFrom('handEntries').selectAll().executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ speaksFor: 'group', people: 12, how: 'meeting', onDay: '2026-11-18' });
  });

  test('keeps what they say about themselves apart, and what they picked in the conversation', async () => {
    const { services, read } = await council(database);
    await typedIn(services, { 'pick-age': 'from-65', 'pick-disability': 'rather-not', 'pick-travel': 'bus' });
    const about = await read
      .selectFrom('equalityAnswers')
      .select(['question', 'answer'])
      .orderBy('question')
      .execute();
    expect(about).toEqual([
      { question: 'age', answer: 'from-65' },
      { question: 'disability', answer: null },
    ]);
    const { session } = await read.selectFrom('conversations').select('session').executeTakeFirstOrThrow();
    expect(JSON.parse(session)).toMatchObject({ chosen: { travel: 'bus' }, status: 'ended' });
  });

  test('is in the copy of their data, and gone when they are forgotten', async () => {
    const { services, read, counts } = await council(database);
    await typedIn(services, wantsCall, 'file:1');
    const { residentId } = await read
      .selectFrom('handEntries')
      .select('residentId')
      .executeTakeFirstOrThrow();
    const byNumber = { channel: 'byHand', address: '07700 900982' } as const;
    expect(await findResident(read, services.keys, byNumber)).toMatchObject({ residentId });
    const copy = await releaseCopy(services, { caseId: 'c', residentId, officerId: 'o' });
    expect(copy?.addresses[0]?.address).toBe('Mrs Example, +447700900982');
    expect(copy?.typedInForThem).toMatchObject([{ how: 'paper', onDay: '2026-11-18' }]);
    await eraseNow(services, { residentId, officerId: null });
    expect(await services.eraseDue()).toBe(1);
    expect(await counts()).toMatchObject({ residents: 0, addresses: 0, messages: 0, responses: 0 });
    const left = await read.selectFrom('handEntries').selectAll().execute();
    expect(left.map((entry) => entry.residentId === residentId)).toEqual([false]);
    expect((await typedIn(services, wantsCall, 'file:1')).kind).toBe('repeat');
    expect(await counts()).toMatchObject({ residents: 0, addresses: 0 });
  });
});

test.each([
  ['how', { how: '' }, 'byHand.howMissing'],
  ['onDay', { onDay: '2026-02-30' }, 'byHand.dayMissing'],
  ['onDay', { onDay: '2026-11-21' }, 'byHand.dayFuture'],
  ['people', { speaksFor: 'group', people: 'many' }, 'byHand.peopleMissing'],
  ['answer-now', { 'answer-now': ' ' }, 'byHand.answerMissing'],
  ['answer-now', { 'answer-now': 'x'.repeat(20_001) }, 'byHand.answerLong'],
  ['pick-travel', { 'pick-travel': 'by balloon' }, 'byHand.pickUnknown'],
  ['way', { ...wantsCall, way: '' }, 'byHand.wayMissing'],
  ['name', { ...wantsCall, name: '' }, 'byHand.nameMissing'],
  ['phone', { ...wantsCall, phone: '12' }, 'byHand.phoneWrong'],
  ['address', { ...wantsLetter, address: 'Somewhere' }, 'byHand.addressShort'],
])('says of %s what is wrong', async (field, change, message) => {
  const { services } = await council('sqlite');
  const schema = handEntrySchema(highStreet(services).flow, '2026-11-20');
  const { error } = schema.safeParse({ ...onPaper, ...change });
  expect(error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([field, message]);
});
