import { expect, test } from 'vitest';
import { wordsHash } from '#store/redactions.ts';
import { startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said, suggested } from './said.ts';

const words =
  'My name is Rowan Ellis. Ring me on 07700 900123.\nThe bus never stops at the Old Forge, Rowan waits there.';

/** What may be a name is not shown among what is published. */
const published = words.replace('Rowan Ellis', '[name?]');

async function town() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  const response = await said(app, words);
  const page = `/console/responses/${response}/redaction`;
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const post = (action: string, fields: Record<string, string>) =>
    visitor.post(`${page}/${action}`, fields, page);
  const of = (some: string) => ({ of: wordsHash(response, some) });
  return { app, response, page, visitor, post, of };
}

/** The two texts that stand beside each other, without their tags. */
function sides(html: string): string[] {
  return [...html.matchAll(/<blockquote[^>]*>([\s\S]*?)<\/blockquote>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]+>/g, ''),
  );
}

test('the words stand beside what is published of them, with what is hidden and why', async () => {
  const { visitor, page, response } = await town();
  expect((await visitor.get(`/console/responses/${response}`)).html).toContain(`href="${page}"`);
  const { html } = await visitor.get(page);
  expect(sides(html)).toEqual([words, published.replace('07700 900123', '[phone number]')]);
  expect(html).toContain('<mark class="hearback-mark">07700 900123</mark>');
  expect(html).toMatch(/07700 900123<\/strong><\/p>\s*<p[^>]*>Phone number\. Found by a rule\./);
  const welsh = (await visitor.get(`${page}?lang=cy`)).html;
  expect(sides(welsh)[1]).toContain('[rhif ffôn]');
  expect(welsh).toMatch(/Rhif ffôn\. Wedi(&#39;|’|')i ganfod gan reol\./);
});

test('an officer shows it again, and hides it again', async () => {
  const { visitor, page, post, of } = await town();
  expect((await post('show', of('07700 900123'))).location).toBe(page);
  const shown = (await visitor.get(page)).html;
  expect(shown).toContain('Shown again.');
  expect(shown).toContain('Shown, although a rule would hide it');
  expect(sides(shown)[1]).toBe(published);
  // A colleague had the same page open.
  await post('show', of('07700 900123'));
  expect((await visitor.get(page)).html).toContain('Nothing was changed');
  await post('again', of('07700 900123'));
  expect(sides((await visitor.get(page)).html)[1]).toContain('[phone number]');
});

test('a name that an officer confirmed is shown again whole, and alone a part of it is asked about', async () => {
  const { visitor, page, post, of } = await town();
  await post('name', of('Rowan Ellis'));
  expect(sides((await visitor.get(page)).html)[1]).toMatch(
    /^My name is \[name\]\. [\s\S]*, \[name\] waits there\.$/,
  );
  await post('show', of('Rowan Ellis'));
  const { html } = await visitor.get(page);
  expect(sides(html)[1]).toBe(
    words.replace('07700 900123', '[phone number]').replace('Rowan waits', '[name?] waits'),
  );
  expect(html.match(/redacted">(Rowan|Ellis)[^<]*/g)).toEqual(['redacted">Rowan']);
  expect(html).toMatch(/Not a name<span[^>]*> Rowan</);
});

test('an officer hides more, wherever it stands; words that do not stand there are asked for again', async () => {
  const { visitor, page, post } = await town();
  await post('hide', { words: '  the Old Forge \r\n', kind: 'address' });
  const { html } = await visitor.get(page);
  expect(html).toContain('Hidden in 1 place.');
  expect(html).toContain('Home address. Hidden by an officer.');
  expect(sides(html)[1]).toContain('never stops at [home address], Rowan');
  const wrong = await post('hide', { words: 'the old forges', kind: 'address' });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('These words do not stand in this response');
  expect(wrong.html).toContain('the old forges</textarea>');
  expect((await post('hide', {})).html).toContain('Enter the words to hide');
  await post('hide', { words: '900123.\r\nThe bus', kind: 'nonsense' });
  expect(sides((await visitor.get(page)).html)[1]).toContain('Ring me on [personal detail] never stops');
  expect((await visitor.post('/console/responses/none/redaction/hide', { words: 'x' }, page)).status).toBe(
    404,
  );
});

test('each thing that is hidden has a button of its own, also within another', async () => {
  const { visitor, page, post, of } = await town();
  await post('hide', { words: 'Forge', kind: 'other' });
  await post('hide', { words: 'the Old Forge', kind: 'address' });
  const { html } = await visitor.get(page);
  expect(html).toMatch(/the Old Forge<\/strong><\/p>\s*<p[^>]*>Home address\. Hidden by an officer\./);
  expect(html).toMatch(/>Forge<\/strong><\/p>\s*<p[^>]*>Personal detail\. Hidden by an officer\./);
  await post('show', of('the Old Forge'));
  expect(sides((await visitor.get(page)).html)[1]).toContain(
    'never stops at the Old [personal detail], Rowan',
  );
});

test('a possible name waits for a person', async () => {
  const { visitor, page, post, of } = await town();
  const before = (await visitor.get(page)).html;
  expect(before).toContain('Rowan Ellis</strong>');
  expect(sides(before)[1]).not.toContain('Rowan Ellis');
  expect(sides(before)[1]).toContain('My name is [name?].');
  expect(before).toContain('[name?] is a possible name: not quoted until somebody decides.');
  await post('name', of('Rowan Ellis'));
  const { html } = await visitor.get(page);
  expect(sides(html)[1]).toContain('My name is [name].');
  expect(sides(html)[1]).toContain('[name] waits there');
  expect(html).toContain('No possible names are waiting.');
});

test('what is no name is not suggested again', async () => {
  const { app, visitor, page, post, of } = await town();
  await post('not-a-name', of('Rowan Ellis'));
  const { html } = await visitor.get(page);
  expect(sides(html)[1]).toContain('My name is Rowan Ellis.');
  expect(html).toContain('No possible names are waiting.');
  const audit = await app.services.store.read.selectFrom('audit').selectAll().execute();
  expect(audit.map(({ action }) => action)).toContain('redaction.notAName');
  expect(JSON.stringify(audit)).not.toContain('Rowan');
});

test('words to write up a theme with are shown without the sentences that hide something', async () => {
  const { app, response, visitor } = await town();
  const { id } = await suggested(app, response, 0, words);
  const page = `/console/responses/${response}`;
  await visitor.post(`${page}/accept`, { coding: id }, page);
  const { html } = await visitor.get('/console/themes');
  expect(html).toContain('The bus never stops at the Old Forge');
  expect(html).not.toContain('07700 900123');
  expect(html).not.toContain('My name is');
});

test('what is abusive is behind a summary here too', async () => {
  const { app, response, visitor, page } = await town();
  await app.services.store.turn(({ db }) =>
    db.updateTable('responses').set({ abusive: 1 }).where('id', '=', response).execute(),
  );
  const { html } = await visitor.get(page);
  const before = html.slice(0, html.indexOf('This message was marked as abusive. Show it'));
  const after = html.slice(html.indexOf('</details>', html.indexOf('<blockquote')));
  for (const part of [before, after]) expect(part).not.toContain('Rowan');
});

test.each([1280, 320])('at %i pixels axe finds nothing and nothing scrolls sideways', async (width) => {
  const { app, response, post, of } = await town();
  const long = await said(
    app,
    `Dr Price of www.${'averylongword'.repeat(12)}.example/1234567 and ${'x'.repeat(90)}`,
  );
  await post('show', of('07700 900123'));
  await post('hide', { words: 'Old Forge', kind: 'other' });
  const opened = await newPage({ width });
  const { page } = opened;
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${app.url}/console`);
  const check = async (name: string) => {
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect([name, await axeViolations(page)]).toEqual([name, []]);
    expect([name, await page.evaluate(sideways)]).toEqual([name, 0]);
  };
  for (const path of [`${long}/redaction`, `${long}/redaction?lang=cy`, `${response}/redaction?lang=en`]) {
    await page.goto(`${app.url}/console/responses/${path}`);
    await check(path);
  }
  opened.expectProblem(/Failed to load resource/);
  await page.getByRole('button', { name: 'Hide these words' }).click();
  await page.getByRole('alert').waitFor();
  await check('an error');
});
