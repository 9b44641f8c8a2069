import { expect, test } from 'vitest';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { newPage, type OpenPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { publish } from './published.ts';
import { caseAbout, said, suggested } from './said.ts';

async function enter({ page }: OpenPage, url: string): Promise<void> {
  await page.goto(`${url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await page.waitForURL(`${url}/console`);
}

async function decisions({ services }: RunningApp, responseId: string): Promise<string[]> {
  const rows = await services.store.read
    .selectFrom('codings')
    .select(['decision', 'source'])
    .where('responseId', '=', responseId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ decision, source }) => `${decision} ${source}`);
}

async function twoToReview() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  const one = await said(app, 'The pavement is broken. And it is dark.');
  await suggested(app, one, 0, 'it is dark');
  await suggested(app, one, 1, 'The pavement is broken');
  const two = await said(app, 'More benches please.');
  return { app, one, two };
}

test('a response is reviewed with the Tab and Enter keys alone', async () => {
  const { app, one, two } = await twoToReview();
  const opened = await newPage();
  await enter(opened, app.url);
  const { page } = opened;
  const press = async (name: RegExp) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate('document.activeElement.textContent');
      if (name.test(String(focused))) break;
    }
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  await page.goto(`${app.url}/console/responses/${one}`);
  await press(/^Accept/);
  await press(/^Reject/);
  await page.getByLabel('Theme to add').focus();
  await page.keyboard.press('ArrowDown');
  await press(/Add theme/);
  expect(await decisions(app, one)).toEqual(['accepted machine', 'rejected machine', 'accepted officer']);
  await press(/Mark as reviewed/);
  expect(page.url()).toBe(`${app.url}/console/responses/${two}`);
  expect(await page.getByText('Marked as reviewed. This is the next one.').isVisible()).toBe(true);
  await press(/Mark as reviewed/);
  expect(await page.getByText('No more responses of this consultation are waiting').isVisible()).toBe(true);
});

test('single keys do nothing until they are turned on, never while typing, and stay on', async () => {
  const { app, one, two } = await twoToReview();
  const opened = await newPage();
  await enter(opened, app.url);
  const { page } = opened;
  const press = (key: string) => Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
  await page.goto(`${app.url}/console/responses/${one}`);
  await page.keyboard.press('a');
  expect(await decisions(app, one)).toEqual(['suggested machine', 'suggested machine']);

  await page.getByLabel('Use single-key shortcuts').check();
  await page.getByLabel('Theme to add').focus();
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1 }).click();
  await press('a');
  await press('r');
  expect(await decisions(app, one)).toEqual(['accepted machine', 'rejected machine']);
  await press('n');
  expect(page.url()).toBe(`${app.url}/console/responses/${two}`);
  await page.getByLabel('Use single-key shortcuts').uncheck();
  await page.reload();
  expect(await page.getByLabel('Use single-key shortcuts').isChecked()).toBe(false);
});

test('everything works without JavaScript', async () => {
  const { app, one, two } = await twoToReview();
  const opened = await newPage({ javaScript: false, width: 320 });
  await enter(opened, app.url);
  const { page } = opened;
  await page.getByRole('link', { name: 'Responses', exact: true }).click();
  await page.getByLabel('Contains these words').fill('PAVEMENT');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  expect(await page.getByRole('status').innerText()).toBe('1 response');
  await page.getByRole('link', { name: 'The pavement is broken' }).click();
  expect(await page.getByText('Use single-key shortcuts').isVisible()).toBe(false);
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await page.getByLabel('Theme to add').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add theme' }).click();
  expect(await decisions(app, one)).toEqual(['accepted machine', 'suggested machine', 'accepted officer']);
  await page.getByRole('link', { name: 'Back to responses' }).click();
  expect(page.url()).toBe(`${app.url}/console/responses?words=PAVEMENT`);
  await page.goto(`${app.url}/console/responses/${one}`);
  await page.getByRole('button', { name: 'Mark as reviewed' }).click();
  expect(page.url()).toBe(`${app.url}/console/responses/${two}`);
});

test('what a resident wrote is shown as it was written, and nothing in it runs', async () => {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  const words = `<script>document.title = 'run'</script> {{ 7 * 7 }} {% set x = 1 %} '; drop table responses; -- <img src=x onerror=alert(1)>`;
  const id = await said(app, words);
  await suggested(app, id, 0, '{{ 7 * 7 }} {%');
  await caseAbout(app, id);
  const opened = await newPage();
  await enter(opened, app.url);
  const { page } = opened;
  await page.goto(`${app.url}/console/responses/${id}`);
  expect(await page.locator('blockquote').innerText()).toBe(words);
  expect(await page.locator('mark').innerText()).toBe('{{ 7 * 7 }} {%');
  expect(await page.title()).toContain('Response');
  await page.goto(`${app.url}/console/cases`);
  await page.getByRole('link', { name: 'Safeguarding' }).click();
  expect(await page.locator('blockquote').innerText()).toBe(words);
  await page.goto(`${app.url}/console/responses?words=${encodeURIComponent(`%' or 1=1 -- <b>`)}`);
  expect(await page.getByRole('status').innerText()).toBe('No responses');
  expect(await page.getByLabel('Contains these words').inputValue()).toBe(`%' or 1=1 -- <b>`);
});

test('the list can be narrowed by consultation, theme, status, channel and words, and is cut into pages', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const one = await said(app, 'The pavement is 100% broken.');
  const { theme } = await suggested(app, one, 0, 'pavement');
  await said(app, 'Looking after mum.', { consultationId: 'carers', channel: 'telegram' });
  for (let more = 0; more < 26; more += 1) await said(app, `Answer ${more}`, { review: 'reviewed' });
  const visitor = await Visitor.signedIn(app, 'viewer');
  const found = async (query: string) => {
    const { html } = await visitor.get(`/console/responses?${query}`);
    return /<strong>(No|\d+) responses?<\/strong>/.exec(html)?.[1];
  };
  expect(await found('')).toBe('28');
  expect(await found('review=new')).toBe('2');
  expect(await found('consultation=carers')).toBe('1');
  expect(await found('channel=telegram')).toBe('1');
  expect(await found(`theme=${theme.id}`)).toBe('1');
  expect(await found('theme=unthemed')).toBe('27');
  expect(await found('words=LOOKING+after')).toBe('1');
  expect(await found('words=0%25')).toBe('1');
  expect(await found('words=_')).toBe('No');
  expect(await found('review=nonsense&channel=pigeon&page=-1')).toBe('28');

  const last = await visitor.get('/console/responses?page=99');
  expect(last.html).toContain('looking after mum'.replace('l', 'L'));
  expect(last.html).not.toContain('Answer 25');
  expect(last.html).toContain('href="/console/responses"');
});

test('what somebody still writes, or a case holds, is shown as that and keeps its place', async () => {
  const { app, one } = await twoToReview();
  await app.services.store.turn(({ db }) =>
    db.updateTable('responses').set({ state: 'listening', held: 1, late: 1 }).where('id', '=', one).execute(),
  );
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { html } = await visitor.get(`/console/responses/${one}`);
  for (const text of ['Still writing', 'Held by a case', 'Late', 'may still be writing'])
    expect(html).toContain(text);
  expect(html).not.toContain('Mark as reviewed');
  expect((await visitor.post(`/console/responses/${one}/reviewed`, {}, '/console')).status).toBe(404);
});

test('a reviewer is told of suggestions that are still open, and what a reply replies to', async () => {
  const { app, one, two } = await twoToReview();
  await app.services.store.turn(({ db }) =>
    db
      .updateTable('responses')
      .set({ stepId: 'reply', outcomeId: 'some-outcome' })
      .where('id', '=', two)
      .execute(),
  );
  const visitor = await Visitor.signedIn(app, 'reviewer');
  expect((await visitor.get(`/console/responses/${one}`)).html).toContain('2 suggestions are still open');
  const { html } = await visitor.get(`/console/responses/${two}`);
  expect(html).not.toContain('still open');
  expect(html).toContain('href="/console/outcomes/some-outcome"');
});

test('the list says what each response answers', async () => {
  const { app } = await twoToReview();
  await said(app, 'Teenagers', { stepId: 'missing' });
  await said(app, 'Hello', { stepId: 'unprompted' });
  const { html } = await (await Visitor.signedIn(app, 'reviewer')).get('/console/responses');
  expect(html).toMatch(/Tell us who we might not hear from[^<]*<\/p>\s*<p[^>]*><a[^>]*>Teenagers</);
  expect(html).toMatch(/Said without being asked<\/p>\s*<p[^>]*><a[^>]*>Hello</);
});

test('the list names the outcome that a reply answers, and leads to it', async () => {
  const { app } = await twoToReview();
  const weDid = { en: 'We filled nine shops.', cy: 'Llenwyd naw siop.' };
  const outcomeId = await publish(app.services, { youSaid: { en: 'Empty shops', cy: 'Siopau gwag' }, weDid });
  await said(app, 'Thank you, it looks better', { stepId: 'follow-up', outcomeId });
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { html } = await visitor.get('/console/responses');
  const link = `<a class="govuk-link" href="/console/outcomes/${outcomeId}">`;
  expect(html).toContain(`Answers the outcome ${link}We did: We filled nine shops.</a>`);
  expect(html).not.toContain('Said without being asked');
  expect(html.match(/Answers the outcome/g)).toHaveLength(1);
  expect((await visitor.get('/console/responses?lang=cy')).html).toContain(
    `Yn ateb y canlyniad ${link}Gwnaethom ni: Llenwyd naw siop.</a>`,
  );
});

test('a form that names nothing says so, and another response’s suggestion is not decided on', async () => {
  const { app, one, two } = await twoToReview();
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const page = `/console/responses/${two}`;
  const missing = await visitor.post(`${page}/themes`, { theme: '' }, page);
  expect(missing.status).toBe(400);
  expect(missing.html).toContain('href="#theme"');
  const coding = await app.services.store.read
    .selectFrom('codings')
    .select('id')
    .where('responseId', '=', one)
    .executeTakeFirstOrThrow();
  expect((await visitor.post(`${page}/accept`, { coding: coding.id }, page)).status).toBe(404);
  expect(await decisions(app, one)).toEqual(['suggested machine', 'suggested machine']);
});

test('a viewer reads, and is offered no decision', async () => {
  const { app, one } = await twoToReview();
  await officerOf(app, 'viewer');
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get(`/console/responses/${one}`);
  expect(html).toContain('The pavement is broken');
  expect(html).not.toMatch(/Accept<|Reject<|Mark as reviewed|Theme to add/);
});

test('a form that does not say which words it was made for decides nothing, and the page is shown again', async () => {
  const { app, one } = await twoToReview();
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const page = `/console/responses/${one}`;
  const { html } = await visitor.get(page);
  const token = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const coding = /name="coding" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const bare = { _csrf: token, coding };
  for (const action of ['accept', 'reject', 'reviewed']) {
    const answer = await visitor.postBare(`${page}/${action}`, bare);
    expect([action, answer.status]).toEqual([action, 400]);
    expect(answer.html).toContain('This answer has grown since you opened it.');
  }
  expect(await decisions(app, one)).toEqual(['suggested machine', 'suggested machine']);
  // What the page that is shown again sends is taken.
  const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
  expect((await visitor.postBare(`${page}/accept`, { ...bare, seen })).status).toBe(303);
  expect((await decisions(app, one)).sort()).toEqual(['accepted machine', 'suggested machine']);
});

test('what a resident adds while an officer reads is not reviewed unread', async () => {
  const { app, one } = await twoToReview();
  const opened = await newPage();
  await enter(opened, app.url);
  const { page } = opened;
  // The pages that say so are answered with 400.
  opened.expectProblem(/400/);
  await page.goto(`${app.url}/console/responses/${one}`);
  const grow = (words: string) =>
    app.services.store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set(({ eb, ref, val }) => ({ text: eb(ref('text'), '||', val(`\n${words}`)), review: 'new' }))
        .where('id', '=', one)
        .execute(),
    );
  const review = async () => {
    const { review } = await app.services.store.read
      .selectFrom('responses')
      .select('review')
      .where('id', '=', one)
      .executeTakeFirstOrThrow();
    return review;
  };
  await grow('A man was rude to me at the housing office.');
  const press = async (name: RegExp) => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()]);
  };
  await press(/^Mark as reviewed/);
  expect(await page.getByText('This answer has grown since you opened it.').first().isVisible()).toBe(true);
  expect(await page.getByText('A man was rude to me').first().isVisible()).toBe(true);
  expect(await review()).toBe('new');

  await grow('And to my mother.');
  await press(/^Accept/);
  expect(await decisions(app, one)).toEqual(['suggested machine', 'suggested machine']);
  await press(/^Accept/);
  await press(/^Mark as reviewed/);
  expect(await review()).toBe('reviewed');
  expect(await decisions(app, one)).toEqual(['accepted machine', 'suggested machine']);
});
