import { expect, test } from 'vitest';
import { addTheme } from '#review/addTheme.ts';
import { accept, reject } from '#review/decide.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { rightOf } from '#review/right.ts';
import { lookSecond, nextSecondLook } from '#review/secondLook.ts';
import { themesOf } from '#store/codebook.ts';
import { looksOf } from '#store/looks.ts';
import { startApp } from '#tests/support/app.ts';
import { said, suggested } from '#tests/web/said.ts';

const consultationId = 'high-street';
const ann = 'ann';
const ben = 'ben';

async function desk(text = 'The pavement is broken.', given: Parameters<typeof said>[2] = {}) {
  const app = await startApp();
  const { services, clock } = app;
  const responseId = await said(app, text, given);
  const openedAt = clock.now();
  clock.advance(5000);
  const by = (officerId: string) => ({ responseId, officerId, openedAt });
  const themes = await themesOf(services.store.read, consultationId);
  const ids = themes.map(({ id }) => id);
  const looks = () => looksOf(services.store.read, consultationId);
  return { app, services, clock, responseId, by, ids, looks };
}

test('an officer who reads it, decides on everything and marks it as reviewed has really looked', async () => {
  const { app, services, clock, responseId, by, ids, looks } = await desk();
  const one = await suggested(app, responseId, 0, 'pavement');
  const two = await suggested(app, responseId, 1, 'broken');
  await accept(services, { ...by(ann), codingId: one.id });
  await reject(services, { ...by(ann), codingId: two.id });
  await addTheme(services, { ...by(ann), themeId: ids[2] ?? '' });
  await markReviewed(services, by(ann));
  const [look] = await looks();
  expect(look).toMatchObject({ responseId, officerId: ann, kind: 'review', at: clock.now() });
  expect(look?.saidThemes.toSorted()).toEqual([ids[0], ids[2]].toSorted());
  expect(look?.machineThemes.toSorted()).toEqual([ids[0], ids[1]].toSorted());
});

test('silence on a suggestion is not agreement: it counts once the last one is decided', async () => {
  const { app, services, responseId, by, ids, looks } = await desk();
  const { id: codingId } = await suggested(app, responseId, 0, 'pavement');
  await markReviewed(services, by(ann));
  expect(await looks()).toEqual([]);
  await reject(services, { ...by(ann), codingId });
  expect(await looks()).toMatchObject([{ officerId: ann, saidThemes: [], machineThemes: [ids[0]] }]);
});

test('whoever never opened its page, or was done in no time, has not looked', async () => {
  const long = Array(100).fill('word').join(' ');
  for (const seconds of [9, 10]) {
    const { services, clock, by, looks } = await desk(long);
    clock.advance((seconds - 5) * 1000);
    await markReviewed(services, by(ann));
    expect([seconds, (await looks()).length]).toEqual([seconds, seconds < 10 ? 0 : 1]);
  }
  const { services, by, looks } = await desk();
  await markReviewed(services, { ...by(ann), openedAt: undefined });
  expect(await looks()).toEqual([]);
});

test.each([
  ['the machine has not read', { themedAt: null }],
  ['answers a follow-up', { outcomeId: 'o' }],
  ['says who else to ask', { whoElse: 1 as const }],
  ['a case holds', { held: 1 as const }],
  ['is folded away as abusive', { abusive: 1 as const }],
])('what %s does not count', async (_what, given) => {
  const { services, by, looks } = await desk('The pavement is broken.', given);
  await markReviewed(services, by(ann));
  expect(await looks()).toEqual([]);
});

test('what the officer decides later is what they said; what somebody else decides is not', async () => {
  const { app, services, responseId, by, ids, looks } = await desk();
  const { id: codingId } = await suggested(app, responseId, 0, 'pavement');
  await accept(services, { ...by(ann), codingId });
  await markReviewed(services, by(ann));
  await addTheme(services, { ...by(ben), themeId: ids[3] ?? '' });
  expect(await looks()).toMatchObject([{ officerId: ann, saidThemes: [ids[0]] }]);
  await reject(services, { ...by(ann), codingId });
  expect(await looks()).toMatchObject([{ officerId: ann, saidThemes: [ids[3]], machineThemes: [ids[0]] }]);
});

test('words that came later are read anew, and looks from before go', async () => {
  const { services, clock, responseId, by, looks } = await desk();
  await markReviewed(services, by(ann));
  await lookSecond(services, { ...by(ben), themeIds: [] });
  await services.store.turn(({ db }) =>
    db.updateTable('responses').set({ review: 'new' }).where('id', '=', responseId).execute(),
  );
  expect(await looks()).toEqual([]);
  clock.advance(1000);
  await markReviewed(services, by(ben));
  expect(await looks()).toMatchObject([{ officerId: ben, kind: 'review', at: clock.now() }]);
});

test('a second look is another officer’s, once, and changes no coding', async () => {
  const { app, services, responseId, by, ids, looks } = await desk();
  const { id: codingId } = await suggested(app, responseId, 0, 'pavement');
  const next = (officerId: string) =>
    nextSecondLook(services.store.read, { consultationId, officerId }, null);
  expect(await next(ben)).toBeNull();
  await accept(services, { ...by(ann), codingId });
  await markReviewed(services, by(ann));
  expect(await next(ann)).toBeNull();
  expect(await next(ben)).toEqual({ id: responseId, others: 0 });
  const codings = () => services.store.read.selectFrom('codings').selectAll().execute();
  const before = await codings();
  const look = (officerId: string, openedAt = by(ann).openedAt) =>
    lookSecond(services, { ...by(officerId), openedAt, themeIds: [ids[1] ?? '', 'none'] });
  expect(await look(ann)).toBe('gone');
  expect(await look(ben, app.clock.now())).toBe('tooQuick');
  expect(await look(ben)).toBe('kept');
  expect(await look(ben)).toBe('gone');
  expect(await next(ben)).toBeNull();
  expect(await codings()).toEqual(before);
  expect(await looks()).toMatchObject([
    { officerId: ann, kind: 'review', saidThemes: [ids[0]] },
    { officerId: ben, kind: 'second', saidThemes: [ids[1]], machineThemes: [ids[0]] },
  ]);
});

test('everybody is given them in the same order, which is not the order in which they came', async () => {
  const { app, services } = await desk();
  const came: string[] = [];
  for (let number = 0; number < 8; number += 1) {
    const responseId = await said(app, `Answer ${number}`);
    const openedAt = app.clock.now();
    app.clock.advance(5000);
    await markReviewed(services, { responseId, officerId: ann, openedAt });
    came.push(responseId);
  }
  const orderFor = async (officerId: string) => {
    const order: string[] = [];
    for (let after: string | null = null; order.length < 8; ) {
      const next = await nextSecondLook(services.store.read, { consultationId, officerId }, after);
      after = next?.id ?? null;
      order.push(after ?? '');
    }
    return order;
  };
  const order = await orderFor(ben);
  expect(order.toSorted()).toEqual(came.toSorted());
  expect(order).not.toEqual(came);
  expect(await orderFor('cat')).toEqual(order);
});

test('figures come from thirty on, by themes in use, month by month, and without what a case holds since', async () => {
  const app = await startApp();
  const { services, clock } = app;
  const { read } = services.store;
  const ids = (await themesOf(read, consultationId)).map(({ id }) => id);
  const looked: string[] = [];
  const answer = async (agrees: boolean) => {
    const responseId = await said(app, 'The pavement is broken.');
    const { id: codingId } = await suggested(app, responseId, 0, 'pavement');
    const given = { responseId, officerId: ann, openedAt: clock.now() };
    clock.advance(5000);
    await (agrees ? accept : reject)(services, { ...given, codingId });
    await markReviewed(services, given);
    looked.push(responseId);
  };
  for (let number = 0; number < 29; number += 1) await answer(number % 3 > 0);
  expect(await rightOf(read, consultationId)).toMatchObject({
    looked: 29,
    machine: { responses: 29, more: 1, figure: null },
  });
  clock.advance(30 * 24 * 3_600_000);
  await answer(true);
  const right = await rightOf(read, consultationId);
  expect(right).toMatchObject({
    reviewed: 30,
    machine: { more: 0, figure: { exactly: { hits: 20, of: 30 }, precision: { value: 2 / 3 } } },
    blind: { more: 30, figure: null },
    officers: { more: 30, figure: null },
    months: [
      { at: Date.UTC(2026, 10, 1), alike: { responses: 29, figure: null } },
      { at: Date.UTC(2026, 11, 1), alike: { responses: 1, more: 29 } },
    ],
  });
  expect(right.themes[0]).toMatchObject({
    precision: { responses: 30, figure: { hits: 20, of: 30 } },
    recall: { responses: 20, more: 10, figure: null },
    kappa: { figure: { kind: 'estimate', value: 0 } },
  });
  await services.store.turn(async ({ db }) => {
    await db
      .updateTable('responses')
      .set({ held: 1 })
      .where('id', '=', looked[0] ?? '')
      .execute();
    await db
      .updateTable('themes')
      .set({ state: 'retired' })
      .where('id', '=', ids[0] ?? '')
      .execute();
  });
  expect(await rightOf(read, consultationId)).toMatchObject({ looked: 29 });
});
