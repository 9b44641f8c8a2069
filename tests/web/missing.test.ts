import { describe, expect, test } from 'vitest';
import { recordDescription } from '#store/equality.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said } from './said.ts';

async function described({ services, clock }: RunningApp, answer: string | null, people: number) {
  const version = services.flows.current.get('high-street');
  for (let one = 0; one < people; one += 1) {
    await services.store.turn((tx) =>
      recordDescription(tx, {
        residentId: services.newId(),
        consultationId: 'high-street',
        flowHash: version?.hash ?? '',
        question: 'age',
        answer,
        at: clock.now(),
      }),
    );
    clock.advance(1);
  }
}

async function town() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  await officerOf(app, 'viewer');
  const whoElse = { stepId: 'missing', whoElse: 1 } as const;
  await said(app, 'It is dark there.');
  const older = await said(app, 'Ask the mosque in Station Road.', { ...whoElse, channel: 'telegram' });
  const newer = await said(app, 'Gofynnwch i’r bobl ifanc.', { ...whoElse, language: 'cy' });
  await said(app, 'Ask the idiots who live there.', { ...whoElse, abusive: 1 });
  await said(app, 'Ask my teacher, I am ten.', { ...whoElse, held: 1 });
  return { app, older, newer };
}

const path = '/console/missing?consultation=high-street';
/** What somebody reads: no tags, single spaces. */
const words = (html: string) =>
  html.replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('what people said to "who else", the newest first; nothing abusive, nothing of a child', async () => {
  const { app } = await town();
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get(path);
  const page = words(html);
  expect(page.indexOf('Gofynnwch i’r bobl ifanc.')).toBeGreaterThan(0);
  expect(page.indexOf('Ask the mosque')).toBeGreaterThan(page.indexOf('Gofynnwch'));
  expect(page).not.toContain('idiots');
  expect(page).not.toContain('my teacher');
  expect(page).not.toContain('It is dark there');
  expect(page).toContain('2 answers.');
  // Of the two and the abusive one; a child is not given one.
  expect(page).toContain('3 invitations to pass on have been handed out');
  expect(html).toContain('lang="cy"');
});

test('an officer ticks that they have reached out, once, and can take it back', async () => {
  const { app, older } = await town();
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const tick = (reached: 'yes' | 'no') =>
    visitor.post('/console/missing/reached', { response: older, reached, consultation: 'high-street' }, path);
  expect((await tick('yes')).location).toBe(`${path}&page=1#who-else`);
  await tick('yes');
  const page = words((await visitor.get(path)).html);
  expect(page).toContain('Reached out The reviewer, 20 November 2026');
  expect(page).toContain('We have reached out because of 1 of them.');
  await tick('no');
  await tick('no');
  expect(words((await visitor.get(path)).html)).toContain('because of 0 of them');
  const audit = await app.services.store.read
    .selectFrom('audit')
    .select('action')
    .where('subject', '=', `responses/${older}`)
    .orderBy('id')
    .execute();
  expect(audit.map(({ action }) => action)).toEqual(['whoElse.reachedOut', 'whoElse.notReachedOut']);
});

test('what cannot be ticked is not there', async () => {
  const { app } = await town();
  const other = await said(app, 'It is no answer to that.');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  for (const fields of [{}, { response: other, reached: 'yes' }, { response: 'none', reached: 'no' }])
    expect((await visitor.post('/console/missing/reached', fields, path)).status).toBe(404);
  expect((await visitor.get('/console/missing?consultation=none')).status).toBe(404);
});

test('how people write: people by channel and language, responses by day in the United Kingdom', async () => {
  const { app } = await town();
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get(path);
  expect(words(html)).toMatch(/By channel .*SMS 4 Telegram 1/);
  expect(words(html)).toMatch(/By language .*English 4 Welsh 1/);
  expect(words(html)).toContain('19 November 2026 0 20 November 2026 5');
});

test('figures about people only from ten of them on, and nobody can find one person in them', async () => {
  const { app } = await town();
  const visitor = await Visitor.signedIn(app, 'reviewer');
  await described(app, 'under-25', 3);
  await described(app, 'from-65', 6);
  expect(words((await visitor.get(path)).html)).toContain('Nothing can be shown yet.');
  await described(app, 'from-45-to-64', 21);
  await described(app, 'from-65', 9);
  const before = words((await visitor.get(path)).html);
  await described(app, 'under-25', 1);
  const page = words((await visitor.get(path)).html);
  expect(before).toContain('Of the first 30 people who answered:');
  expect(page).toContain('Of the first 40 people who answered:');
  expect(page).toMatch(
    /Under 25 fewer than 10 25 to 44 fewer than 10 45 to 64 21 53% 65 or over not shown Compare/,
  );
});

test('compared with who lives here: typed in, refused with a reason, and said in words', async () => {
  const { app } = await town();
  await described(app, 'under-25', 10);
  await described(app, 'from-25-to-44', 30);
  await described(app, 'from-45-to-64', 30);
  await described(app, 'from-65', 30);
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const form = '/console/missing/area?consultation=high-street&question=age';
  const save = (shares: Record<string, string>) =>
    visitor.post('/console/missing/area', { consultation: 'high-street', question: 'age', ...shares }, form);
  const typo = await save({ 'share-under-25': 'a third', 'share-from-65': '20' });
  expect(typo.status).toBe(400);
  expect(typo.html).toContain('Write a percentage from 0 to 100');
  expect(typo.html).toContain('value="a third"');
  const all = { 'share-under-25': '27.5%', 'share-from-25-to-44': '30', 'share-from-45-to-64': '30,5' };
  const over = await save({ ...all, 'share-from-65': '90' });
  expect(over.html).toContain('add up to more than 100%');
  const saved = await save({ ...all, 'share-from-65': '' });
  expect(saved.location).toBe(`${path}#question-age`);
  const page = words((await visitor.get(path)).html);
  expect(page).toContain('You have heard from fewer people who say “Under 25” than live here.');
  expect(page).toContain('27.5% heard too few');
  expect(page).toContain('30.5% about the same');
  expect((await visitor.get(form)).html).toContain('value="27.5"');
  for (const wrong of [
    '?consultation=high-street',
    '?consultation=high-street&question=tea',
    '?question=age',
  ])
    expect((await visitor.get(`/console/missing/area${wrong}`)).status).toBe(404);
});

describe.each([1280, 320])('at %i pixels', (width) => {
  test('axe finds nothing, nothing scrolls sideways, and it works without scripts', async () => {
    const { app } = await town();
    await described(app, 'under-25', 4);
    await described(app, 'from-25-to-44', 26);
    await described(app, 'from-65', 30);
    for (const [answer, percent] of [
      ['under-25', 30],
      ['from-65', 20],
    ] as const)
      await app.services.store.turn(({ db }) =>
        db
          .insertInto('areaShares')
          .values({ consultationId: 'high-street', question: 'age', answer, percent })
          .execute(),
      );
    const scripted = await newPage({ width });
    const { page } = scripted;
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByLabel('Email address').fill('reviewer@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${app.url}/console`);
    const area = '/console/missing/area?consultation=high-street&question=age';
    for (const place of [path, area, `${path}&lang=cy`, `${area}&lang=cy`]) {
      await page.goto(app.url + place);
      expect([place, await axeViolations(page)]).toEqual([place, []]);
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([place, await page.evaluate(sideways)]).toEqual([place, 0]);
    }
    const plain = await newPage({ width, javaScript: false });
    await plain.context.addCookies(await scripted.context.cookies());
    await plain.page.goto(`${app.url}${path}&lang=en`);
    await plain.page.getByRole('button', { name: 'We have reached out' }).first().click();
    expect(await plain.page.getByText('Noted that we have reached out.').isVisible()).toBe(true);
  });
});
