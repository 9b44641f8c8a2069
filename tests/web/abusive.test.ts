import { expect, test } from 'vitest';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said, suggested } from './said.ts';

const threat = 'I know where your planner lives.';

async function town() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  const plain = await said(app, 'The pavement is broken.');
  const abusive = await said(app, threat, { abusive: 1 });
  return { app, plain, abusive, visitor: await Visitor.signedIn(app, 'reviewer') };
}

async function audited({ services }: RunningApp, responseId: string) {
  const rows = await services.store.read
    .selectFrom('audit')
    .select('action')
    .where('subject', '=', `responses/${responseId}`)
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action);
}

test('it is kept, and neither listed, counted nor come upon until somebody asks', async () => {
  const { plain, abusive, visitor } = await town();
  const list = await visitor.get('/console/responses');
  expect(list.html).toContain('1 response');
  expect(list.html).not.toContain(abusive);
  expect((await visitor.get('/console')).html).toMatch(/task__count">1<\/span>\s*<span><a[^>]*review=new/);
  const next = await visitor.post(`/console/responses/${plain}/reviewed`, {}, `/console/responses/${plain}`);
  expect(next.location).toBe('/console/responses');
  const asked = await visitor.get('/console/responses?abusive=show');
  expect(asked.html).toContain('2 responses');
  expect(asked.html).toContain(abusive);
  expect(asked.html).toContain('Abusive');
  expect(asked.html).not.toContain(threat);
  // Only the address remembers it.
  expect((await visitor.get('/console/responses')).html).toContain('1 response');
});

test('on its page the words are behind a summary, the evidence too', async () => {
  const { app, abusive, visitor } = await town();
  await suggested(app, abusive, 0, 'your planner');
  const { html } = await visitor.get(`/console/responses/${abusive}`);
  const before = html.slice(0, html.indexOf('This message was marked as abusive. Show it'));
  const after = html.slice(html.indexOf('</details>', html.indexOf('<blockquote')));
  expect(html).toContain('<mark class="hearback-mark">your planner</mark>');
  for (const part of [before, after]) expect(part).not.toContain('your planner');
});

test('an officer marks it and takes the mark away, and the audit says so once', async () => {
  const { app, plain, visitor } = await town();
  const page = `/console/responses/${plain}`;
  const mark = (abusive: string) => visitor.post(`${page}/abusive`, { abusive }, page);
  expect((await mark('yes')).location).toBe(page);
  await mark('yes');
  expect((await visitor.get('/console/responses')).html).not.toContain('The pavement is broken');
  await mark('no');
  expect((await visitor.get('/console/responses')).html).toContain('The pavement is broken');
  expect(await audited(app, plain)).toEqual(['response.markedAbusive', 'response.unmarkedAbusive']);
  expect((await mark('perhaps')).status).toBe(400);
  expect((await visitor.post('/console/responses/none/abusive', { abusive: 'yes' }, page)).status).toBe(404);
});

test('an answer is moved on its page; a choice that was not made is asked for again', async () => {
  const { app, plain, visitor } = await town();
  const page = `/console/responses/${plain}`;
  const none = await visitor.post(`${page}/move`, {}, page);
  expect(none.status).toBe(400);
  expect(none.html).toContain('Choose the question that it answers');
  expect((await visitor.post(`${page}/move`, { step: 'nowhere' }, page)).status).toBe(404);
  expect((await visitor.post(`${page}/move`, { step: 'missing' }, page)).location).toBe(page);
  const moved = await visitor.get(page);
  expect(moved.html).toContain('Tell us who we might not hear from about this');
  expect(moved.html).toContain('so it gets no theme');
  expect(moved.html).not.toContain('id="theme"');
  expect((await visitor.get('/console/responses')).html).toContain('Who else');
  expect(await audited(app, plain)).toEqual(['response.moved']);
});

test.each([1280, 320])('at %i pixels axe finds nothing and nothing scrolls sideways', async (width) => {
  const { app, plain, abusive } = await town();
  await said(app, 'From a voice note, to who else.', { machine: 1, whoElse: 1, stepId: 'missing' });
  const { page } = await newPage({ width });
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${app.url}/console`);
  for (const path of ['?abusive=show', `/${abusive}`, `/${plain}`, `/${plain}?lang=cy`]) {
    await page.goto(`${app.url}/console/responses${path}`);
    await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
    expect([path, await axeViolations(page)]).toEqual([path, []]);
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect([path, await page.evaluate(sideways)]).toEqual([path, 0]);
  }
});
