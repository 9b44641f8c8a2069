import { describe, expect, onTestFinished, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { type Behaviour, type Call, startModelDouble } from '#tests/support/providers/languageModel.ts';
import { honest, KEY, modelEnv } from '#tests/theming/modelTown.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said } from './said.ts';

const path = '/console/theming?consultation=high-street';
/** What somebody reads: no tags, single spaces. */
const words = (html: string) => html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function town(
  given: { env?: Record<string, string>; answers?: number } = {},
  behave: (call: Call) => Behaviour | Promise<Behaviour> = honest,
) {
  const double = await startModelDouble('openai', behave);
  onTestFinished(() => double.close());
  const app = await startApp({ env: { ...modelEnv('openai', double.url), ...given.env } });
  await officerOf(app, 'publisher');
  await officerOf(app, 'reviewer');
  for (let at = 0; at < (given.answers ?? 40); at += 1) await said(app, `The bins in street ${at} are full.`);
  const { read } = app.services.store;
  return {
    app,
    double,
    run: () => read.selectFrom('modelRuns').selectAll().executeTakeFirstOrThrow(),
    runs: () => read.selectFrom('modelRuns').selectAll().execute(),
  };
}

/** What the form of the page sends back. */
function shown(html: string) {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { consultation: 'high-street', tokens: value('tokens'), millipence: value('millipence') };
}

test('where no model is set, the page says how themes come about, and that nothing leaves the machine', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const visitor = await Visitor.signedIn(app, 'viewer');
  const themes = await visitor.get('/console/themes?consultation=high-street');
  expect(themes.html).toContain('href="/console/theming?consultation=high-street"');
  const { html } = await visitor.get(path);
  expect(words(html)).toContain('nothing leaves this machine');
  expect(words(html)).toContain('No language model is set, so no response is sent to one.');
  expect(html).not.toContain('action="/console/theming"');
});

test('nothing begins without the box ticked, and not for a reviewer', async () => {
  const { app, double, runs } = await town();
  const reviewer = await Visitor.signedIn(app, 'reviewer');
  const page = words((await reviewer.get(path)).html);
  expect(page).toContain('A publisher can see what that would cost, and begin it.');
  expect(page).not.toContain('To be read');
  const publisher = await Visitor.signedIn(app, 'publisher');
  const { html } = await publisher.get(path);
  expect(words(html)).toContain('To be read 40 responses, in about 4 calls');
  expect(words(html)).toMatch(/About £0\.0\d Never more than £0\.\d\d/);
  expect(html).not.toContain(KEY);
  const refused = await publisher.post('/console/theming', shown(html), path);
  expect([refused.status, words(refused.html)]).toEqual([
    400,
    expect.stringContaining('Tick the box if you agree to the cost'),
  ]);
  for (const millipence of ['', '99999999', 'all of it']) {
    const stale = await publisher.post(
      '/console/theming',
      { ...shown(html), millipence, agree: 'yes' },
      path,
    );
    expect([stale.status, words(stale.html)]).toEqual([
      400,
      expect.stringContaining('Look at the cost again'),
    ]);
  }
  expect([await runs(), double.calls]).toEqual([[], []]);
});

test('a publisher agrees, sees how far it is and what it costs, stops it, lets it go on', async () => {
  const { app, run } = await town({}, (call) => honest(call));
  const { modelRuns } = app.services;
  const publisher = await Visitor.signedIn(app, 'publisher');
  const { html } = await publisher.get(path);
  const begun = await publisher.post('/console/theming', { ...shown(html), agree: 'yes' }, path);
  expect([begun.status, begun.location]).toEqual([303, path]);
  const { id, agreedMillipence } = await run();
  expect(agreedMillipence).toBe(Number(shown(html).millipence));
  const page = words((await publisher.get(path)).html);
  expect(page).toContain('The reading has begun.');
  expect(page).toContain('0 of 40 read');
  // Without a script, this is how somebody sees more.
  expect(page).toContain('Look again');

  const other = await publisher.post('/console/theming', { ...shown(html), agree: 'yes' }, path);
  expect(other.status).toBe(303);
  expect(words((await publisher.get(path)).html)).toContain('Somebody else has begun a reading');

  await publisher.post(`/console/theming/${id}/stop`, {}, path);
  expect(words((await publisher.get(path)).html)).toContain(
    'A reading has been stopped Somebody stopped it.',
  );
  await modelRuns.readAll();
  expect(await run()).toMatchObject({ state: 'paused', done: 0 });
  await publisher.post(`/console/theming/${id}/go-on`, {}, path);
  await modelRuns.readAll();
  const after = words((await publisher.get(path)).html);
  expect(after).toContain('There is nothing to read');
  expect(after).toMatch(/Earlier readings .* To its end 40 0 less than £0\.01/);
  const audit = await app.services.store.read
    .selectFrom('audit')
    .select(['action', 'officerId'])
    .where('subject', '=', `modelRuns/${id}`)
    .orderBy('id')
    .execute();
  expect(audit.map(({ action }) => action)).toEqual([
    'modelRun.started',
    'modelRun.paused',
    'modelRun.goesOn',
    'modelRun.done',
  ]);
  expect(audit.slice(0, 3).every(({ officerId }) => officerId !== null)).toBe(true);
});

test('a run that is ended early leaves the rest as it was', async () => {
  const { app, run } = await town();
  const publisher = await Visitor.signedIn(app, 'publisher');
  const { html } = await publisher.get(path);
  await publisher.post('/console/theming', { ...shown(html), agree: 'yes' }, path);
  const { id } = await run();
  await publisher.post(`/console/theming/${id}/stop`, {}, path);
  await publisher.post(`/console/theming/${id}/end`, {}, path);
  expect(await run()).toMatchObject({ state: 'cancelled', leftToLocal: 40 });
  expect(words((await publisher.get(path)).html)).toContain('Ended early Somebody stopped it. 0 40 £0.00');
  expect((await publisher.post('/console/theming/nothing-here/stop', {}, path)).status).toBe(404);
});

test('once the themes have changed, a reading is ended and a new one agreed to', async () => {
  const { app, double, run } = await town();
  const publisher = await Visitor.signedIn(app, 'publisher');
  const { html } = await publisher.get(path);
  await publisher.post('/console/theming', { ...shown(html), agree: 'yes' }, path);
  await app.services.store.turn(({ db }) =>
    db.updateTable('themes').set({ state: 'retired' }).where('position', '=', 0).execute(),
  );
  await app.services.modelRuns.readAll();
  const { id } = await run();
  expect([await run(), double.calls]).toEqual([
    expect.objectContaining({ state: 'paused', reason: 'changed', done: 0, leftToLocal: 0 }),
    [],
  ]);
  const page = await publisher.get(path);
  expect(words(page.html)).toContain('A new reading must be agreed to.');
  expect(page.html).not.toContain(`${id}/go-on`);
  await publisher.post(`/console/theming/${id}/end`, {}, path);
  expect(words((await publisher.get(path)).html)).toContain('To be read 40 responses');
});

test('without a price, tokens are shown and agreed to', async () => {
  const env = { LLM_PENCE_PER_MILLION_IN: '0', LLM_PENCE_PER_MILLION_OUT: '0' };
  const { app, run } = await town({ env });
  const publisher = await Visitor.signedIn(app, 'publisher');
  const { html } = await publisher.get(path);
  expect(words(html)).toMatch(/Never more than [\d,]+ tokens/);
  expect(words(html)).toContain('the cost cannot be shown in pounds');
  await publisher.post('/console/theming', { ...shown(html), agree: 'yes' }, path);
  expect(await run()).toMatchObject({ agreedMillipence: null, agreedTokens: Number(shown(html).tokens) });
});

describe.each([{ width: 1280 }, { width: 320 }])('in a browser, at $width pixels', (given) => {
  test('axe finds nothing, nothing scrolls sideways, and the figures follow the run', async () => {
    const held = Promise.withResolvers<void>();
    const { app, run } = await town({ answers: 80 }, async (call) => {
      if (call.responses.some(({ text }) => text.includes('street 75'))) await held.promise;
      return honest(call);
    });
    const { page, expectProblem } = await newPage(given);
    expectProblem(/Failed to load resource/);
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByLabel('Email address').fill('publisher@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${app.url}/console`);
    const check = async (moment: string) => {
      expect([moment, await axeViolations(page)]).toEqual([moment, []]);
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([moment, await page.evaluate(sideways)]).toEqual([moment, 0]);
    };
    for (const language of ['cy', 'en']) {
      await page.goto(`${app.url}${path}&lang=${language}`);
      await check(language);
    }
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('alert').waitFor();
    await check('not ticked');
    await page.getByLabel(/I agree/).check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('0 of 80 read').waitFor();
    await check('running');
    app.services.startJobs();
    while ((await run()).done < 70) await new Promise((resolve) => setTimeout(resolve, 20));
    await page.getByText('70 of 80 read').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('70');
    held.resolve();
    await page.getByText('Earlier readings').first().waitFor();
    await check('through');
  }, 60_000);
});
