import { expect, test } from 'vitest';
import { draftOutcome } from '#loop/draft.ts';
import { themesOf } from '#store/codebook.ts';
import { keepHolds } from '#store/holds.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { publishedTown } from './published.ts';

/** The town's follow-ups wait, a draft is written, and a pre-election period begins in an hour, at midnight. */
async function town() {
  const app = await publishedTown();
  const { store, clock, newId } = app.services;
  await officerOf(app, 'publisher');
  const [theme] = await themesOf(store.read, 'high-street');
  const draft = await draftOutcome(store, {
    consultationId: 'high-street',
    kind: 'did',
    youSaid: { en: 'It is dark.', cy: 'Mae’n dywyll.' },
    weDid: { en: 'we put up lights.', cy: 'rydym wedi gosod goleuadau.' },
    themeIds: theme === undefined ? [] : [theme.id],
    officerId: null,
    now: clock.now(),
    newId,
  });
  app.clock.set(Date.parse('2026-11-20T23:00:00Z'));
  const hold = () =>
    store.turn((tx) => keepHolds(tx, 'high-street', [{ from: '2026-11-21', until: '2026-12-03' }]));
  const during = () => app.clock.set(Date.parse('2026-11-21T00:00:00Z'));
  return { app, draft, hold, during, page: `/console/outcomes/${draft}` };
}

test('a draft says until when it is held; before that nothing is in its way', async () => {
  const { app, hold, during, page } = await town();
  const visitor = await Visitor.signedIn(app, 'publisher');
  await hold();
  expect((await visitor.get(page)).html).toContain(`href="${page}/publish"`);
  during();
  const { html } = await visitor.get(page);
  expect(html).toContain('Held until the end of 3 December 2026: pre-election period.');
  expect(html).not.toContain(`href="${page}/publish"`);
  expect((await visitor.get(`${page}/publish`)).location).toBe(page);
});

test('publishing on a page that was opened before it is refused, and the days are named', async () => {
  const { app, hold, during, page } = await town();
  const visitor = await Visitor.signedIn(app, 'publisher');
  const form = await visitor.get(`${page}/publish`);
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form.html)?.[1] ?? '';
  await hold();
  during();
  const refused = await visitor.postBare(`${page}/publish`, {
    _csrf: field('_csrf'),
    updatedAt: field('updatedAt'),
  });
  expect(refused.status).toBe(409);
  expect(refused.html).toContain(
    'Nothing can be published from 21 November 2026 until the end of 3 December 2026: it is a pre-election period',
  );
  const open = await visitor.get('/you-said-we-did');
  expect(open.html).not.toContain('we put up lights');
});

test('what waits says so, among the deliveries and on its outcome, also in Welsh', async () => {
  const { app, hold, during } = await town();
  const visitor = await Visitor.signedIn(app, 'publisher');
  const outcome = `/console/outcomes/${app.ids[0]}`;
  await hold();
  expect((await visitor.get('/console/deliveries')).html).not.toContain('pre-election');
  during();
  expect((await visitor.get('/console/deliveries')).html).toContain(
    'held until the end of 3 December 2026: pre-election period',
  );
  expect((await visitor.get(outcome)).html).toContain('are held until the end of 3 December 2026');
  expect((await visitor.get(`${outcome}?lang=cy`)).html).toContain('hyd ddiwedd 3 Rhagfyr 2026');
});

test.each([1280, 320])('at %i pixels axe finds nothing on a held page', async (width) => {
  const { app, hold, during, page: path } = await town();
  await hold();
  during();
  const { page } = await newPage({ width });
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('publisher@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${app.url}/console`);
  for (const place of [path, `/console/outcomes/${app.ids[0]}`, '/console/deliveries']) {
    await page.goto(app.url + place);
    expect([place, await axeViolations(page)]).toEqual([place, []]);
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect([place, await page.evaluate(sideways)]).toEqual([place, 0]);
  }
});
