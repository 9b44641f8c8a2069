import { describe, expect, test } from 'vitest';
import type { CaseKind } from '#domain/words.ts';
import { createLogger } from '#logger.ts';
import type { Copy } from '#people/copy.ts';
import { unlinkAddress } from '#store/unlink.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { caseAbout, PHONE, said, suggested } from './said.ts';

const words = 'The pavement outside the library is broken.';

/** Someone who said something, and a case of theirs. */
async function asking(app: RunningApp, kind: CaseKind) {
  const { services } = app;
  const responseId = await said(app, words);
  await suggested(app, responseId, 0, 'pavement');
  const caseId = await caseAbout(app, responseId, { kind });
  const { residentId } = await services.store.read
    .selectFrom('responses')
    .select('residentId')
    .where('id', '=', responseId)
    .executeTakeFirstOrThrow();
  await services.store.turn(async ({ db }) => {
    await db
      .insertInto('residents')
      .values({ id: residentId, language: 'en', createdAt: app.clock.now() })
      .execute();
    const about = { residentId, consultationId: 'high-street', flowHash: 'v1', at: app.clock.now() };
    await db
      .insertInto('consents')
      .values({ ...about, id: services.newId(), kind: 'quote', granted: 0, messageId: null })
      .execute();
    await db
      .insertInto('notices')
      .values({ ...about, id: services.newId(), notice: 'first', privacyHash: 'the-hash' })
      .execute();
    await db
      .insertInto('equalityAnswers')
      .values({ ...about, question: 'age', answer: 'under25' })
      .execute();
  });
  return { responseId, caseId, residentId, page: `/console/cases/${caseId}` };
}

async function admin(app: RunningApp): Promise<Visitor> {
  await officerOf(app, 'admin');
  return Visitor.signedIn(app, 'admin');
}

const audited = ({ services }: RunningApp) =>
  services.store.read.selectFrom('audit').select(['action', 'subject', 'detail']).execute();

describe('the full copy of somebody’s data', () => {
  const ticked = { identity: 'yes', others: 'yes', safeguarding: 'yes' };

  test('is given once a person has checked who asks, who else is in it and whom it may hurt', async () => {
    const lines: string[] = [];
    const app = await startApp({ log: createLogger('debug', { write: (line) => void lines.push(line) }) });
    const { page, caseId } = await asking(app, 'data');
    const visitor = await admin(app);
    expect((await visitor.get(page)).html).toContain(`href="${page}/copy"`);

    const bare = await visitor.post(`${page}/copy`, { identity: 'yes' });
    expect(bare.status).toBe(400);
    expect(bare.html).toContain('href="#others"');
    expect(bare.html).not.toContain('href="#identity"');
    expect(bare.html).not.toContain(words);
    const before = await audited(app);
    expect(before.some(({ action }) => action === 'case.copyReleased')).toBe(false);

    const given = await visitor.post(`${page}/copy`, ticked);
    expect(given.status).toBe(200);
    expect(given.headers.get('content-disposition')).toBe('attachment; filename="copy-of-your-data.json"');
    expect(given.headers.get('cache-control')).toBe('no-store');
    const copy = JSON.parse(given.html) as Copy;
    expect(copy).toMatchObject({
      about: { language: 'en', easyRead: false },
      addresses: [{ channel: 'sms', address: PHONE }],
      privacyTextsShown: [{ notice: 'first', privacyHash: 'the-hash' }],
      consents: [{ kind: 'quote', agreed: false }],
      aboutThemselves: [{ question: 'age', answer: 'under25' }],
      answers: [{ text: words, heldByACase: false, themes: [{ by: 'machine', decision: 'suggested' }] }],
      messagesFromThem: [{ text: words }],
      messagesToThem: [],
      cases: [{ kind: 'data', closed: null }],
    });
    expect(await audited(app)).toContainEqual({
      action: 'case.copyReleased',
      subject: `cases/${caseId}`,
      detail: '{}',
    });
    const log = lines.join('');
    expect(log).not.toContain('pavement');
    expect(log).not.toContain(PHONE);
  });

  test('is only behind a case in which somebody asked for it', async () => {
    const app = await startApp();
    const { page } = await asking(app, 'complaint');
    const visitor = await admin(app);
    expect((await visitor.get(page)).html).not.toContain('/copy"');
    expect((await visitor.get(`${page}/copy`)).status).toBe(404);
    expect((await visitor.post(`${page}/copy`, ticked, '/console/officers')).status).toBe(404);
    expect((await visitor.get('/console/cases/nothing/copy')).status).toBe(404);
  });

  test('is not there any more once they are erased', async () => {
    const app = await startApp();
    const { page, residentId } = await asking(app, 'data');
    const visitor = await admin(app);
    await app.services.store.turn(({ db }) =>
      db.deleteFrom('residents').where('id', '=', residentId).execute(),
    );
    expect((await visitor.post(`${page}/copy`, ticked)).status).toBe(404);
  });
});

describe('erasing somebody from their case', () => {
  test('asks once more, does it, and closes the case', async () => {
    const app = await startApp();
    const { page, caseId, residentId } = await asking(app, 'erasure');
    const visitor = await admin(app);
    expect((await visitor.get(page)).html).toContain(`href="${page}/erase"`);
    expect((await visitor.get(`${page}/erase`)).html).toContain('This cannot be undone.');
    const done = await visitor.post(`${page}/erase`, {});
    expect([done.status, done.location]).toEqual([303, '/console/cases']);
    expect((await visitor.get('/console/cases')).html).toContain('They are being erased.');
    expect(await app.services.eraseDue()).toBe(1);
    const { read } = app.services.store;
    expect(await read.selectFrom('responses').select('id').execute()).toEqual([]);
    expect(await read.selectFrom('residents').select('id').where('id', '=', residentId).execute()).toEqual(
      [],
    );
    expect(await read.selectFrom('cases').selectAll().where('id', '=', caseId).execute()).toMatchObject([
      { state: 'closed', residentId: null },
    ]);
    const closed = await visitor.get(page);
    expect([closed.status, closed.html.includes(words)]).toEqual([200, false]);
    expect((await visitor.get(`${page}/erase`)).status).toBe(404);
    expect((await visitor.post(`${page}/erase`, {}, '/console/officers')).status).toBe(404);
  });

  test('names the cases that come first, and erases nothing while they are open', async () => {
    const app = await startApp();
    const { page, responseId } = await asking(app, 'erasure');
    const other = await caseAbout(app, responseId, { kind: 'safeguarding' });
    const visitor = await admin(app);
    const shown = await visitor.get(`${page}/erase`);
    expect(shown.html).toContain(`href="/console/cases/${other}"`);
    expect(shown.html).not.toContain('Erase now');
    const refused = await visitor.post(`${page}/erase`, {}, '/console/officers');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain(`href="/console/cases/${other}"`);
    expect(await app.services.eraseDue()).toBe(0);
  });
});

test('an officer who must ring somebody in danger sees that the number was given up since', async () => {
  const app = await startApp();
  const { page, residentId } = await asking(app, 'safeguarding');
  const visitor = await admin(app);
  const asked = () => visitor.post(`${page}/address`, {}, page);
  expect((await asked()).html).not.toContain('wrong number');
  const { store, clock, newId } = app.services;
  await store.turn(async (tx) => {
    const { id: addressId } = await tx.db
      .selectFrom('addresses')
      .select('id')
      .where('residentId', '=', residentId)
      .executeTakeFirstOrThrow();
    await unlinkAddress(tx, { addressId, residentId, now: clock.now(), newId });
  });
  const { html } = await asked();
  expect(html).toContain(PHONE);
  expect(html).toContain('somebody there said that this is a wrong number');
});

test.each([1280, 320])('axe finds nothing on these pages at %i pixels, in both languages', async (width) => {
  const app = await startApp();
  const data = await asking(app, 'data');
  const erasure = await asking(app, 'erasure');
  const held = await asking(app, 'erasure');
  await caseAbout(app, held.responseId, { kind: 'child' });
  await officerOf(app, 'admin');
  const { page } = await newPage({ width, javaScript: true });
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('admin@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${app.url}/console`);
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  for (const lang of ['en', 'cy'])
    for (const path of [data.page, `${data.page}/copy`, `${erasure.page}/erase`, `${held.page}/erase`]) {
      await page.goto(`${app.url}${path}?lang=${lang}`);
      expect([path, await axeViolations(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(sideways)]).toEqual([path, 0]);
    }
});
