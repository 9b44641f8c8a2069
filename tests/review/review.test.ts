import { expect, test } from 'vitest';
import { addTheme } from '#review/addTheme.ts';
import { accept, reject } from '#review/decide.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { readResponse } from '#review/reading.ts';
import { themesOf } from '#store/codebook.ts';
import { startApp } from '#tests/support/app.ts';
import { officerOf } from '#tests/web/officer.ts';
import { said, suggested } from '#tests/web/said.ts';

async function desk() {
  const app = await startApp();
  const { id: officerId } = await officerOf(app, 'reviewer');
  const responseId = await said(app, 'The pavement is broken.');
  const { id: codingId, theme } = await suggested(app, responseId, 0, 'pavement');
  const audit = async () =>
    (await app.services.store.read.selectFrom('audit').selectAll().orderBy('id').execute())
      .filter(({ subject }) => subject === `responses/${responseId}`)
      .map(({ action }) => action);
  return { app, services: app.services, officerId, responseId, codingId, theme, audit };
}

test('each decision is written with who and when, once', async () => {
  const { app, services, officerId, responseId, codingId, audit } = await desk();
  const given = { responseId, codingId, officerId };
  expect(await accept(services, given)).toBe(true);
  const at = app.clock.now();
  app.clock.advance(1000);
  expect(await accept(services, given)).toBe(true);
  const reading = await readResponse(services.store.read, responseId);
  expect(reading?.suggestions).toMatchObject([
    { decision: 'accepted', officerId, decidedAt: at, source: 'machine', evidence: 'pavement' },
  ]);
  expect(await reject(services, given)).toBe(true);
  expect(await audit()).toEqual(['coding.accepted', 'coding.rejected']);
});

test('a theme that was rejected can be added again; one response has a theme once', async () => {
  const { services, officerId, responseId, codingId, theme } = await desk();
  await reject(services, { responseId, codingId, officerId });
  expect(await addTheme(services, { responseId, themeId: theme.id, officerId })).toBe(true);
  const reading = await readResponse(services.store.read, responseId);
  expect(reading?.suggestions).toMatchObject([{ decision: 'accepted', source: 'machine' }]);
  expect(reading?.others.map(({ id }) => id)).not.toContain(theme.id);
});

test('what is not there, retired or another consultation’s is refused and nothing is written', async () => {
  const { services, officerId, responseId, codingId, theme, audit } = await desk();
  const [other] = await themesOf(services.store.read, 'carers');
  expect(await accept(services, { responseId: 'none', codingId, officerId })).toBe(false);
  expect(await accept(services, { responseId, codingId: 'none', officerId })).toBe(false);
  expect(await addTheme(services, { responseId, themeId: 'none', officerId })).toBe(false);
  if (other !== undefined)
    expect(await addTheme(services, { responseId, themeId: other.id, officerId })).toBe(false);
  await services.store.turn(({ db }) =>
    db.updateTable('themes').set({ state: 'retired' }).where('id', '=', theme.id).execute(),
  );
  expect(await addTheme(services, { responseId, themeId: theme.id, officerId })).toBe(false);
  // From a page that was opened before.
  expect(await accept(services, { responseId, codingId, officerId })).toBe(false);
  expect((await readResponse(services.store.read, responseId))?.suggestions).toEqual([]);
  expect(await markReviewed(services, { responseId: 'none', officerId })).toBeUndefined();
  expect(await audit()).toEqual([]);
});

test('marking as reviewed leads to the next one, past the end to the oldest, and then to none', async () => {
  const { app, services, officerId, responseId: first, audit } = await desk();
  const second = await said(app, 'Second');
  const third = await said(app, 'Third');
  await said(app, 'Not whole yet', { state: 'listening' });
  await said(app, 'Of another consultation', { consultationId: 'carers' });
  const next = async (responseId: string) => (await markReviewed(services, { responseId, officerId }))?.next;
  expect(await next(second)).toBe(third);
  expect(await next(third)).toBe(first);
  expect(await next(first)).toBeNull();
  expect(await next(first)).toBeNull();
  expect(await audit()).toEqual(['response.reviewed']);
  const row = await services.store.read
    .selectFrom('responses')
    .selectAll()
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ review: 'reviewed', reviewedBy: officerId });
});

test('a later change to a reviewed response counts as reviewing it again, so that theming learns', async () => {
  const { app, services, officerId, responseId, codingId } = await desk();
  await markReviewed(services, { responseId, officerId });
  app.clock.advance(1000);
  await reject(services, { responseId, codingId, officerId });
  const row = await services.store.read
    .selectFrom('responses')
    .select('reviewedAt')
    .where('id', '=', responseId)
    .executeTakeFirstOrThrow();
  expect(row.reviewedAt).toBe(app.clock.now());
});
