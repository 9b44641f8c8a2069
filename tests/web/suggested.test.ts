import { describe, expect, onTestFinished, test } from 'vitest';
import { themesOf } from '#store/codebook.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { type Behaviour, startModelDouble, usage } from '#tests/support/providers/languageModel.ts';
import { KEY, modelEnv } from '#tests/theming/modelTown.ts';
import { benches, lights } from '#tests/theming/unexplained.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said } from './said.ts';

const PAGE = '/console/themes/suggested';
const here = `${PAGE}?consultation=high-street`;

async function asReviewer(app: RunningApp): Promise<Visitor> {
  await officerOf(app, 'reviewer');
  return Visitor.signedIn(app, 'reviewer');
}

/** Twelve people have said two things that no theme explains, and they have been looked for. */
async function town(env: Record<string, string> = {}) {
  const app = await startApp({ env });
  const ids: string[] = [];
  for (const text of [...benches, ...lights]) ids.push(await said(app, text));
  await app.services.themeSearch.searchDue();
  return { app, ids };
}

/** The part of the page about the group with this word. */
function about(html: string, word: string): string {
  const part = html.split('<section').find((one) => one.split('</h2>')[0]?.includes(word));
  if (part === undefined) throw new Error(`Nothing on the page is about "${word}".`);
  return part;
}

function idOf(part: string): string {
  return /themes\/suggested\/([\w-]+)/.exec(part)?.[1] ?? '';
}

const emptyCodebook = ({ services }: RunningApp) =>
  services.store.turn(({ db }) => db.deleteFrom('themes').execute());

describe('themes you may be missing', () => {
  test('are groups with words that stand out, counts, and quotes that lead to the response', async () => {
    const { app, ids } = await town();
    const visitor = await asReviewer(app);
    const { html } = await visitor.get(here);
    const part = about(html, 'benches');
    expect(part).toContain('6 answers');
    expect(part).toContain('from 6 people');
    expect(part.split('<blockquote').length - 1).toBe(5);
    expect(part).toContain('We need benches to sit on by the bus station');
    expect(ids.some((id) => part.includes(`/console/responses/${id}`))).toBe(true);
    expect(part).toContain('Make this a theme');
    const themes = await visitor.get('/console/themes?consultation=high-street');
    expect(themes.html).toContain('2 themes you may be missing');
    expect((await visitor.get('/console')).html).toContain(`href="${PAGE}?consultation=high-street"`);
  });

  test('do not show what is held or marked since', async () => {
    const { app, ids } = await town();
    const visitor = await asReviewer(app);
    const change = (id = '', to: { held?: 1; abusive?: 1; machine?: 1 }) =>
      app.services.store.turn(({ db }) => db.updateTable('responses').set(to).where('id', '=', id).execute());
    await change(ids[0], { held: 1 });
    await change(ids[1], { abusive: 1 });
    await change(ids[2], { machine: 1 });
    const part = about((await visitor.get(here)).html, 'benches');
    for (const words of benches.slice(0, 3)) expect(part).not.toContain(words);
    expect(part).toContain('4 answers');
  });

  test('become suggestions on what was reviewed before too, which the first page counts and lists', async () => {
    const { app, ids } = await town();
    const visitor = await asReviewer(app);
    const again = '/console/responses?review=again';
    await app.services.store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set({ review: 'reviewed', reviewedAt: app.clock.now() })
        .where('id', 'in', ids.slice(0, 2))
        .execute(),
    );
    app.clock.advance(1000);
    expect((await visitor.get('/console')).html).not.toContain(`href="${again}"`);
    const page = `${PAGE}/${idOf(about((await visitor.get(here)).html, 'benches'))}`;
    const made = { 'name-en': 'Nowhere to sit', 'definition-en': 'People want benches.' };
    expect((await visitor.post(page, { ...made, 'name-cy': '', 'definition-cy': '' })).status).toBe(303);
    expect((await visitor.get('/console')).html).toMatch(
      /task__count">2<\/span>\s*<span><a[^>]*review=again/,
    );
    const { html } = await visitor.get(again);
    for (const text of benches.slice(0, 2)) expect(html).toContain(text);
    expect(html).not.toContain(benches[2]);
  });

  test('become a theme, in the words of an officer, which is suggested for the answers', async () => {
    const { app, ids } = await town();
    const visitor = await asReviewer(app);
    const page = `${PAGE}/${idOf(about((await visitor.get(here)).html, 'benches'))}`;
    const form = await visitor.get(page);
    expect(form.html).toContain('not only what it is about');
    expect(form.html).toContain('these 6 answers');
    const fields = { 'name-en': 'There is nowhere to sit', 'definition-en': '', 'name-cy': '' };
    const wrong = await visitor.post(page, { ...fields, 'definition-cy': '' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('href="#definition-en">Enter what belongs to the theme');
    expect(wrong.html).toContain('value="There is nowhere to sit"');
    const right = { ...fields, 'definition-en': 'People want benches.', 'definition-cy': '' };
    const answer = await visitor.post(page, right);
    expect([answer.status, answer.location]).toEqual([303, '/console/themes?consultation=high-street']);
    const { html } = await visitor.get('/console/themes?consultation=high-street');
    expect(html).toContain('suggested for its answers');
    const part = html.split('<section').find((one) => one.includes('>There is nowhere to sit</h2>'));
    expect(part).toContain('6 suggestions waiting');
    expect((await visitor.get(`/console/responses/${ids[1]}`)).html).toContain('There is nowhere to sit');
    // Somebody who still has the page open is told, and nothing is made twice.
    const late = await visitor.postBare(page, { ...right, _csrf: tokenIn(html) });
    expect(late.status).toBe(400);
    expect(late.html).toContain('Somebody has decided on this group');
  });

  test('say so where they were looked for anew since the link to one was made', async () => {
    const { app } = await town();
    const visitor = await asReviewer(app);
    const { html } = await visitor.get(`${PAGE}/none?consultation=high-street`);
    expect(html).toContain('Somebody has decided on this group');
    expect(about(html, 'benches')).toContain(`${PAGE}/`);
    expect((await visitor.get(`${PAGE}/none`)).status).toBe(404);
    expect((await visitor.get(`${PAGE}/none?consultation=none`)).status).toBe(404);
  });

  test('are put aside, and can be taken back', async () => {
    const { app } = await town();
    const visitor = await asReviewer(app);
    const id = idOf(about((await visitor.get(here)).html, 'benches'));
    const answer = await visitor.post(`${PAGE}/${id}/dismiss`, {}, here);
    expect([answer.status, answer.location]).toEqual([303, here]);
    const after = (await visitor.get(here)).html;
    expect(() => about(after, 'benches')).toThrow();
    expect(after).toContain('1 that is not a theme');
    await visitor.post(`${PAGE}/${id}/again`, {}, here);
    expect(about((await visitor.get(here)).html, 'benches')).toContain('Make this a theme');
    const audit = await app.services.store.read.selectFrom('audit').select('action').execute();
    const actions = audit.map(({ action }) => action).filter((action) => action.startsWith('themeGroup'));
    expect(actions).toEqual(['themeGroup.dismissed', 'themeGroup.offeredAgain']);
  });

  test('are looked for when asked, and the page says so meanwhile', async () => {
    const { app } = await town();
    const visitor = await asReviewer(app);
    expect((await visitor.get(here)).html).toContain('in 12 answers');
    const answer = await visitor.post(`${PAGE}/look`, { consultation: 'high-street' }, here);
    expect([answer.status, answer.location]).toEqual([303, here]);
    const { html } = await visitor.get(here);
    expect(html).toContain('They are being looked for');
    expect(html).not.toContain('Look again');
    await app.services.themeSearch.searchDue();
    expect((await visitor.get(here)).html).toContain('Look again');
  });

  test('are too early where few answers have no theme', async () => {
    const app = await startApp();
    await said(app, 'What about the clock?');
    await app.services.themeSearch.searchDue();
    const { html } = await (await asReviewer(app)).get(here);
    expect(html).toContain('1 answer fits no theme');
    expect(html).toContain('too early');
    expect(html).not.toContain('Look for themes<');
  });

  test('are the first draft of an empty codebook, several at once', async () => {
    const { app } = await town();
    await emptyCodebook(app);
    const visitor = await asReviewer(app);
    const { html } = await visitor.get(here);
    expect(html).toContain('Make the first draft');
    const [one, other] = [idOf(about(html, 'benches')), idOf(about(html, 'lights'))];
    expect(about(html, 'benches')).toMatch(/People speak of: [^<]*benches/);
    const fields = {
      consultation: 'high-street',
      ...{ [`name-${one}`]: 'There is nowhere to sit', [`definition-${one}`]: 'People want benches.' },
      ...{ [`name-${other}`]: '', [`definition-${other}`]: 'People speak of lights.' },
    };
    const none = await visitor.post(PAGE, fields, here);
    expect(none.status).toBe(400);
    expect(none.html).toContain('Tick at least one group');
    const nameless = await visitor.post(PAGE, { ...fields, group: [one, other] }, here);
    expect(nameless.html).toContain(`href="#name-${other}">Enter a name`);
    expect(nameless.html).toContain('value="There is nowhere to sit"');
    const group = [one, other];
    const done = await visitor.post(PAGE, { ...fields, group, [`name-${other}`]: 'It is too dark' }, here);
    expect(done.location).toBe('/console/themes?consultation=high-street');
    const themes = await themesOf(app.services.store.read, 'high-street');
    expect(themes.map(({ name }) => name.en).toSorted()).toEqual([
      'It is too dark',
      'There is nowhere to sit',
    ]);
    expect((await visitor.get(done.location ?? '')).html).toContain('2 themes have been added');
  });

  test('say what residents wrote as words, and tell viewers without asking anything of them', async () => {
    const app = await startApp();
    for (const text of [...benches, ...lights]) await said(app, `${text} <script>alert(1)</script> {{7*7}}`);
    await app.services.themeSearch.searchDue();
    await officerOf(app, 'viewer');
    const { html } = await (await Visitor.signedIn(app, 'viewer')).get(here);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('Make this a theme');
    expect(html).not.toContain('Look again');
  });

  test('are not found for a consultation or a group that does not exist', async () => {
    const visitor = await asReviewer(await startApp());
    for (const path of [`${PAGE}?consultation=nowhere`, `${PAGE}/nothing`])
      expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.post(PAGE, {}, here)).status).toBe(404);
  });
});

function tokenIn(html: string): string {
  return /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.each([1280, 320])('at %i pixels', (width) => {
  test('axe finds nothing, in either language, and no page scrolls sideways', async () => {
    const { app } = await town();
    const visitor = await asReviewer(app);
    const id = idOf(about((await visitor.get(here)).html, 'benches'));
    const { page } = await newPage({ width });
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByLabel('Email address').fill('reviewer@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${app.url}/console`);
    const check = async (path: string) => {
      await page.goto(app.url + path);
      expect([path, await axeViolations(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(sideways)]).toEqual([path, 0]);
    };
    for (const path of [here, `${PAGE}/${id}`, `${here}&lang=cy`, '/console', '/console?lang=en'])
      await check(path);
    await visitor.post(`${PAGE}/${id}/dismiss`, {}, here);
    await visitor.post(`${PAGE}/look`, { consultation: 'high-street' }, here);
    await check(here);
    await emptyCodebook(app);
    await check(here);
  });
});

test('the whole first draft can be made in a browser without scripts', async () => {
  const { app } = await town();
  await emptyCodebook(app);
  await officerOf(app, 'reviewer');
  const { page } = await newPage({ javaScript: false });
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.goto(app.url + here);
  const dark = page.locator('section', { hasText: 'lights' });
  await dark.getByRole('button', { name: /Not a theme/ }).click();
  await page.getByText('nothing like it will be suggested').waitFor();
  const group = page.locator('section', { hasText: 'benches' });
  await group.getByRole('checkbox').check();
  await group.getByLabel('Name').fill('There is nowhere to sit');
  // Return adds what is ticked, and puts nothing aside.
  await group.getByLabel('Name').press('Enter');
  await page.getByText('The theme has been added').waitFor();
  expect((await themesOf(app.services.store.read, 'high-street')).length).toBe(1);
});

/** The same town with a language model that names whatever it is shown. */
async function modelTown(behave: () => Behaviour = () => ({ answer: drafted })) {
  const double = await startModelDouble('openai', behave);
  onTestFinished(() => double.close());
  const { app } = await town(modelEnv('openai', double.url));
  await officerOf(app, 'publisher');
  const { store, themeSearch } = app.services;
  return {
    app,
    double,
    publisher: await Visitor.signedIn(app, 'publisher'),
    async look(visitor: Visitor, naming: Record<string, string>) {
      app.clock.advance(1000);
      const fields = { consultation: 'high-street', ...naming };
      const answer = await visitor.post(`${PAGE}/look`, fields, here);
      expect([answer.status, answer.location]).toEqual([303, here]);
      await themeSearch.searchDue();
    },
    search: () =>
      store.read.selectFrom('themeSearches').selectAll().orderBy('askedAt', 'desc').executeTakeFirstOrThrow(),
  };
}
const drafted = { name: 'Nowhere to rest', definition: 'People find no place to sit & wait.' };

describe('names by a language model', () => {
  test('are drafted where a publisher ticks the box beside what it costs, and what it did cost is kept', async () => {
    const { app, double, publisher, look, search } = await modelTown();
    await said(app, 'Benches to sit on by the bus station 07700 900123 jane.jones@example.org');
    const { html } = await publisher.get(here);
    const most = app.services.namer?.most;
    expect(html).toMatch(/type="checkbox" value="yes"/);
    expect(html).toContain(
      `a name for each group. At most: £${((most?.millipence ?? 0) / 100_000).toFixed(2)}`,
    );
    expect(html).not.toContain('Nowhere to rest');

    await look(publisher, { naming: 'yes' });
    const after = (await publisher.get(here)).html;
    const part = about(after, 'Nowhere to rest');
    expect(part).toContain('People find no place to sit &amp; wait.');
    expect(part).toContain('A language model drafted these words.');
    const form = await publisher.get(`${PAGE}/${idOf(part)}`);
    expect(form.html).toContain('value="Nowhere to rest"');

    const calls = double.calls.length;
    expect(calls).toBe(after.split('Nowhere to rest</h2>').length - 1);
    expect(await search()).toMatchObject({
      agreedTokens: most?.tokens,
      agreedMillipence: most?.millipence,
      spentTokens: calls * (usage.tokensIn + usage.tokensOut),
      spentMillipence: calls * (100 + 40),
      failed: 0,
    });
    const sent = double.calls.map(({ body }) => JSON.stringify(body)).join();
    expect(sent).toContain('by the bus station [phone number] [email address]');
    for (const hidden of ['900123', 'jane.jones']) expect(sent).not.toContain(hidden);
    expect(after).not.toContain(KEY);
  });

  test('are not drafted where the box is left empty, or is filled in by a reviewer who has none', async () => {
    const { app, double, publisher, look, search } = await modelTown();
    await look(publisher, {});
    const reviewer = await asReviewer(app);
    const { html } = await reviewer.get(here);
    expect(html).toContain('Look again');
    expect(html).not.toContain('name="naming"');
    await look(reviewer, { naming: 'yes' });
    expect(await search()).toMatchObject({
      agreedTokens: null,
      spentTokens: 0,
      spentMillipence: 0,
      failed: 0,
    });
    expect(double.calls).toEqual([]);
    expect(about((await reviewer.get(here)).html, 'benches')).toContain('Make this a theme');
  });

  test('that make no sense are left out, are counted as what they cost at most, and groups are offered all the same', async () => {
    const { app, publisher, look, search, double } = await modelTown(() => ({
      answer: { name: '<b>Bins</b>', definition: '' },
    }));
    await look(publisher, { naming: 'yes' });
    expect(double.calls).toHaveLength(2);
    expect((await search()).spentTokens).toBe(2 * (app.services.namer?.mostOfOne.tokens ?? 0));
    expect(about((await publisher.get(here)).html, 'benches')).toContain('Make this a theme');
  });

  test('keep what was written for them where they were looked for anew meanwhile', async () => {
    const { app } = await town();
    const visitor = await asReviewer(app);
    const single = idOf(about((await visitor.get(here)).html, 'benches'));
    const again = async () => {
      await visitor.post(`${PAGE}/look`, { consultation: 'high-street' }, here);
      await app.services.themeSearch.searchDue();
    };
    const form = await visitor.get(`${PAGE}/${single}`);
    const token = /name="_csrf" value="([^"]*)"/.exec(form.html)?.[1] ?? '';
    await again();
    const words = { 'name-en': 'Nowhere to sit', 'definition-en': 'People want benches.' };
    const late = await visitor.postBare(`${PAGE}/${single}`, {
      ...{ _csrf: token, consultation: 'high-street', ...words },
    });
    for (const text of ['Somebody has decided on this group', ...Object.values(words)])
      expect(late.html).toContain(text);

    await emptyCodebook(app);
    const ids = [...(await visitor.get(here)).html.matchAll(/name="group" type="checkbox" value="([^"]+)"/g)];
    const fields = Object.fromEntries(
      ids.flatMap(([, id], at) => [
        [`name-${id}`, `Name ${at}`],
        [`definition-${id}`, `Definition ${at}`],
      ]),
    );
    await again();
    const sent = { consultation: 'high-street', group: ids.map(([, id]) => id ?? ''), ...fields };
    const { html } = await visitor.post(PAGE, sent, here);
    for (const text of Object.values(fields)) expect(html).toContain(`<li class="loop-words">${text}</li>`);
  });
});
