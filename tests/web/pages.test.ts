import { describe, expect, test } from 'vitest';
import { createFirstSignInLink } from '#people/signInLinks.ts';
import { startApp } from '#tests/support/app.ts';
import { axeViolations, newPage, type OpenPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { caseAbout, said, suggested } from './said.ts';

/** A town with something on every page, words that are too long for a phone among them. */
async function town() {
  const app = await startApp();
  const first = await createFirstSignInLink(app.services);
  await officerOf(app, 'viewer');
  await officerOf(app, 'admin');
  const word = `www.${'averylongword'.repeat(12)}.example`;
  const response = await said(app, `The pavement is broken.\nSee ${word}`);
  await suggested(app, response, 0, 'The pavement is broken');
  await suggested(app, response, 1, word);
  await said(app, 'Mae angen mwy o feinciau.', { language: 'cy', late: 1, held: 1, state: 'listening' });
  for (let more = 0; more < 30; more += 1) await said(app, `Answer ${more}`, { review: 'reviewed' });
  const open = await caseAbout(app, response, { dueAt: 5 });
  await caseAbout(app, response, { state: 'closed', closedAt: 5, kind: 'erasure' });
  const paths = [
    '/console',
    '/console/responses',
    '/console/responses?page=2&review=reviewed',
    '/console/responses?words=nothing+like+this',
    `/console/responses/${response}`,
    '/console/cases',
    '/console/cases?state=closed',
    `/console/cases/${open}`,
    '/console/officers',
    '/console/officers?lang=cy',
    '/console',
  ];
  return { app, first, paths };
}

async function enter({ page }: OpenPage, url: string, role: string): Promise<void> {
  await page.goto(`${url}/console/sign-in`);
  await page.getByLabel('Email address').fill(`${role}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/console`);
}

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: true },
])('at $width pixels', (given) => {
  test('axe finds nothing on any page of the console, and none scrolls sideways', async () => {
    const { app, paths } = await town();
    const opened = await newPage(given);
    await enter(opened, app.url, 'admin');
    for (const path of paths) {
      await opened.page.goto(app.url + path);
      expect([path, await axeViolations(opened.page)]).toEqual([path, []]);
      expect([path, await opened.page.evaluate(sideways)]).toEqual([path, 0]);
    }
  });

  test('nor where the pages say that they show demo data', async () => {
    const { app, paths } = await town();
    await app.services.store.turn(({ db }) => db.updateTable('consultations').set({ demo: 1 }).execute());
    const opened = await newPage(given);
    await enter(opened, app.url, 'admin');
    for (const path of [...new Set(paths), '/you-said-we-did']) {
      await opened.page.goto(app.url + path);
      const banner = opened.page.getByRole('region', { name: /data/ });
      expect([path, await banner.count()]).toEqual([path, 1]);
      expect([path, await axeViolations(opened.page)]).toEqual([path, []]);
    }
  });

  test('nor on the pages for who is not signed in, may not, or has sent something wrong', async () => {
    const { app, first } = await town();
    const opened = await newPage(given);
    const { page } = opened;
    opened.expectProblem(/Failed to load resource/);
    const check = async (heading: string) => {
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
      expect([heading, await axeViolations(page)]).toEqual([heading, []]);
      expect([heading, await page.evaluate(sideways)]).toEqual([heading, 0]);
    };
    await page.goto(`${app.url}/console/sign-in/link?token=${first}`);
    await check('This link has been used');
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await check('Sign in');
    await enter(opened, app.url, 'viewer');
    await page.goto(`${app.url}/console/officers`);
    await check('Your role does not allow this');
    await page.goto(`${app.url}/console/nothing`);
    await check('Page not found');
  });
});

test('an empty console says what to do first', async () => {
  const app = await startApp();
  await officerOf(app, 'admin');
  const visitor = await Visitor.signedIn(app, 'admin');
  const home = await visitor.get('/console');
  expect(home.html).toContain('href="/simulator"');
  expect(home.html).toContain('HIGHSTREET');
  expect((await visitor.get('/console/responses')).html).toContain('Nobody has answered yet');
  expect((await visitor.get('/console/cases')).html).toContain('No case is open');
});

test('at a desk every page stands in one line of the navigation, in both languages', async () => {
  const app = await startApp();
  await officerOf(app, 'admin');
  const opened = await newPage();
  await enter(opened, app.url, 'admin');
  for (const language of ['en', 'cy']) {
    await opened.page.goto(`${app.url}/console?lang=${language}`);
    const items = await opened.page.locator('.govuk-service-navigation__item').all();
    const lines = await Promise.all(items.map(async (item) => (await item.boundingBox())?.y));
    expect(items.length).toBeGreaterThan(10);
    expect([language, new Set(lines).size]).toEqual([language, 1]);
  }
});

test('home counts what waits and leads to it', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const one = await said(app, 'The pavement is broken.');
  await suggested(app, one, 0, 'pavement');
  await said(app, 'Something that fits nowhere.');
  await said(app, 'Held back.', { held: 1 });
  await said(app, 'Still writing', { state: 'listening' });
  await caseAbout(app, one);
  await app.services.store.turn(({ db }) =>
    db
      .insertInto('consents')
      .columns(['id', 'residentId', 'consultationId', 'kind', 'granted', 'flowHash', 'messageId', 'at'])
      .expression((of) =>
        of
          .selectFrom('responses')
          .select(({ val, ref }) => [
            ref('id').as('id'),
            ref('residentId').as('residentId'),
            ref('consultationId').as('consultationId'),
            val('hearBack' as const).as('kind'),
            val(1 as const).as('granted'),
            ref('flowHash').as('flowHash'),
            val(null).as('messageId'),
            ref('createdAt').as('at'),
          ])
          .where('id', '=', one),
      )
      .execute(),
  );
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console');
  const counts = [...html.matchAll(/task__count">(\d+)<\/span>\s*<span><a[^>]*href="([^"]*)"/g)].map(
    ([, count, href]) => `${count} ${href}`,
  );
  expect(counts).toEqual([
    '3 /console/responses?review=new',
    '1 /console/responses?theme=unthemed',
    '0 /console/queue',
    '0 /console/outcomes',
    '1 /console/outcomes',
    '1 /console/cases',
  ]);
  expect(html).toContain('1 person may need help now');
});
