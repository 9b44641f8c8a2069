import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said } from './said.ts';

async function town() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  await officerOf(app, 'viewer');
  const texts = [
    'Nicer shops please. When will the library reopen?',
    'The street light outside 14 is out, please fix it',
    "Thanks for asking, I'd be happy to volunteer",
    'dunno',
  ];
  const ids: string[] = [];
  for (const text of texts) ids.push(await said(app, text, { themedAt: null }));
  await app.services.themer.themePending();
  return { app, ids };
}

test('a reviewer works through the queue without JavaScript on a phone', async () => {
  const { app, ids } = await town();
  const { page } = await newPage({ javaScript: false, width: 320 });
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(await page.getByRole('link', { name: 'Other things people said' }).isVisible()).toBe(true);
  await page.goto(`${app.url}/console/responses`);
  await page.getByRole('link', { name: 'Other things people said' }).click();
  // The first kind that anything waits in, and only the sentence that says it.
  expect(await page.getByRole('heading', { level: 2, name: 'Questions to us' }).isVisible()).toBe(true);
  expect(await page.locator('blockquote').allInnerTexts()).toEqual(['When will the library reopen?']);
  expect(await page.getByRole('link', { name: 'Repairs (1)' }).isVisible()).toBe(true);
  await page.getByRole('button', { name: /^Dealt with/ }).click();
  expect(await page.getByText('Marked as dealt with.').isVisible()).toBe(true);
  expect(await page.getByText('Nothing of this kind waits.').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Repairs (1)' }).click();
  await page.getByRole('button', { name: /^This is not a repair/ }).click();
  expect(await page.getByRole('link', { name: 'Repairs (0)' }).isVisible()).toBe(true);
  await page.getByRole('link', { name: 'No answer (1)' }).click();
  await page.getByRole('link', { name: /^Read the whole response/ }).click();
  expect(page.url()).toBe(`${app.url}/console/responses/${ids[3]}`);
  await page.getByRole('button', { name: /^This is an answer/ }).click();
  await page.getByLabel('They also said').selectOption('Offers of help');
  await page.getByRole('button', { name: 'Add this' }).click();
  expect(await page.getByText('Added.').isVisible()).toBe(true);
  const rows = await app.services.store.read
    .selectFrom('controls')
    .select(['code', 'decision', 'source'])
    .where('responseId', '=', ids[3] ?? '')
    .orderBy('code')
    .execute();
  expect(rows).toEqual([
    { code: 'notAnAnswer', decision: 'rejected', source: 'machine' },
    { code: 'offer', decision: 'accepted', source: 'officer' },
  ]);
  const audit = await app.services.store.read
    .selectFrom('audit')
    .select('action')
    .where('action', 'like', 'control.%')
    .orderBy('id')
    .execute();
  expect(audit.map(({ action }) => action)).toEqual([
    'control.handled',
    'control.rejected',
    'control.rejected',
    'control.added',
  ]);
});

test('what has grown since the queue was opened is read first', async () => {
  const { app, ids } = await town();
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { html } = await visitor.get('/console/queue?code=repair');
  const path = /action="(\/console\/queue\/[^"]+\/handle)"/.exec(html)?.[1] ?? '';
  const fields = Object.fromEntries(
    [...html.slice(html.indexOf(path)).matchAll(/name="(_csrf|seen|code)" value="([^"]*)"/g)]
      .slice(0, 3)
      .map(([, name, value = '']) => [name, value]),
  );
  const grow = (text: string) =>
    app.services.store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set({ text })
        .where('id', '=', ids[1] ?? '')
        .execute(),
    );
  const { text = '' } = await app.services.store.read
    .selectFrom('responses')
    .select('text')
    .where('id', '=', ids[1] ?? '')
    .executeTakeFirstOrThrow();
  await grow(`${text}\nAnd the one at 16`);
  const late = await visitor.postBare(path, fields);
  expect(late.status).toBe(400);
  expect(late.html).toContain('href="#items">This answer has grown since you opened it.');
  expect(late.html).toContain('Repairs (1)');
  await grow(text);
  expect((await visitor.postBare(path, fields)).status).toBe(303);
});

test.each([1280, 320])(
  'axe finds nothing on the queue and the response, in both languages, at %i pixels',
  async (width) => {
    const { app, ids } = await town();
    const { page } = await newPage({ width });
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByLabel('Email address').fill('reviewer@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    for (const path of [
      '/console/queue',
      '/console/queue?code=offer&lang=cy',
      `/console/responses/${ids[0]}`,
      '/console?lang=en',
    ]) {
      await page.goto(app.url + path);
      expect([path, await axeViolations(page)]).toEqual([path, []]);
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([path, await page.evaluate(sideways)]).toEqual([path, 0]);
    }
  },
);

test('a viewer looks and changes nothing; a consultation narrows the queue; what makes no sense is left out', async () => {
  const { app, ids } = await town();
  const viewer = await Visitor.signedIn(app, 'viewer');
  const { html } = await viewer.get('/console/queue?code=repair');
  expect(html).toContain('The street light outside 14 is out, please fix it');
  expect(html).not.toContain('Dealt with');
  expect((await viewer.get(`/console/responses/${ids[1]}`)).html).toContain('Repairs');
  expect((await viewer.get('/console/queue?code=repair&consultation=carers')).html).not.toContain(
    'street light outside',
  );
  expect((await viewer.get('/console/queue?code=nonsense&page=-4')).status).toBe(200);
});

test('words that are marked as abusive are not in the queue for whoever is led there', async () => {
  const { app, ids } = await town();
  await app.services.store.turn(({ db }) =>
    db
      .updateTable('responses')
      .set({ abusive: 1 })
      .where('id', '=', ids[1] ?? '')
      .execute(),
  );
  const reviewer = await Visitor.signedIn(app, 'reviewer');
  const { html } = await reviewer.get('/console/queue?code=repair');
  expect(html).not.toContain('street light outside');
  expect(html).toContain('marked as abusive');
});
