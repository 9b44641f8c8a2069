import { expect, test } from 'vitest';
import type { Inbound } from '#channels/channel.ts';
import { json, scripted } from '#tests/channels/scripted.ts';
import { closedPort, webhookServer } from '#tests/notify/far-sides.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';

const WORDS = 'I want to end my life tonight';
const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Someone in danger writes on a simulated phone: the page of their case. */
async function danger({ services }: RunningApp, after: string[] = []): Promise<string> {
  const phone = services.simulator.newPhone('sms');
  for (const words of ['high street', WORDS, ...after])
    await services.receive(services.simulator.said(phone, words));
  return caseOf(services);
}

async function caseOf(services: RunningApp['services']): Promise<string> {
  const { id } = await services.store.read
    .selectFrom('cases')
    .select('id')
    .where('kind', '=', 'safeguarding')
    .executeTakeFirstOrThrow();
  return `/console/cases/${id}`;
}

test('an officer accepts a case, and the page says who did and who was told', async () => {
  const hook = await webhookServer();
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street', SAFEGUARDING_LEAD: hook.url } });
  await officerOf(app, 'viewer');
  await officerOf(app, 'reviewer');
  const page = await danger(app);
  await app.services.alertDue();
  expect(hook.posts).toHaveLength(1);
  expect(hook.posts[0]?.body).toContain(page);
  expect(hook.posts[0]?.body).not.toContain('end my life');

  const viewer = await Visitor.signedIn(app, 'viewer');
  const seen = await viewer.get(page);
  expect(seen.html).toContain('Nobody has accepted this case yet');
  expect(seen.html).toContain('Safeguarding lead: told 20 November 2026');
  expect(seen.html).not.toContain('Accept this case');
  expect((await viewer.post(`${page}/accept`, {}, '/console')).status).toBe(403);

  const reviewer = await Visitor.signedIn(app, 'reviewer');
  expect((await reviewer.get('/console/cases')).html).toContain('Nobody has accepted this case yet');
  expect((await reviewer.postBare(`${page}/accept`, {})).status).toBe(403);
  expect((await reviewer.post(`${page}/accept`, {}, page)).location).toBe(page);
  const accepted = await reviewer.get(page);
  expect(accepted.html).toContain('You have accepted this case');
  expect(accepted.html).toContain('Accepted by The reviewer, 20 November 2026');
  expect(accepted.html).not.toContain('Accept this case');
  expect((await reviewer.get('/console/cases')).html).toContain('Accepted by The reviewer');
  await reviewer.post(`${page}/accept`, {}, `${page}`);
  expect((await reviewer.get(`${page}?lang=cy`)).html).toContain('Derbyniwyd gan The reviewer');
  app.clock.advance(3_600_000);
  await app.services.alertDue();
  expect(hook.posts).toHaveLength(1);
  expect(
    (await reviewer.post('/console/cases/nothing/accept', {}, '/console/cases/nothing')).status,
  ).not.toBe(303);
});

test('whom nobody could reach is said on the case and at the top of the console, until somebody accepts', async () => {
  const app = await startApp({
    env: {
      DEFAULT_FLOW: 'high-street',
      SAFEGUARDING_LEAD: `http://127.0.0.1:${await closedPort()}/hook`,
    },
  });
  await officerOf(app, 'reviewer');
  const page = await danger(app);
  const visitor = await Visitor.signedIn(app, 'reviewer');
  expect((await visitor.get('/console')).html).not.toContain('could not be reached');
  await app.services.alertDue();
  const why = 'The mail server or webhook did not answer (ECONNREFUSED).';
  expect((await visitor.get('/console')).html).toContain(
    `The safeguarding lead could not be reached: ${why}`,
  );
  expect((await visitor.get(page)).html).toContain(`Safeguarding lead: not reached yet. ${why} Next try`);
  expect((await visitor.get('/console?lang=cy')).html).toContain('Ni ellid cyrraedd yr arweinydd diogelu');
  await visitor.post(`${page}/accept`, {}, page);
  expect((await visitor.get('/console?lang=en')).html).not.toContain('could not be reached');
});

test('the case shows and leads to the answers that it holds back, each by its own words', async () => {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street' } });
  await officerOf(app, 'reviewer');
  const page = await danger(app, ['I am with my sister now']);
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { html } = await visitor.get(page);
  expect(html).toContain('no safeguarding lead or deputy is set');
  const [, link = ''] = /href="(\/console\/responses\/[^"]+)">Answer of 20 November 2026/.exec(html) ?? [];
  expect((await visitor.get(link)).html).toContain(WORDS);
  expect(html).toContain('I am with my sister now</blockquote>');
  expect(html).toContain(': I am with my sister now</span></a>');
});

test('after STOP the signpost is tried all the same; where it is refused, the case says to ring', async () => {
  const provider = await scripted(
    json(400, { code: 21610, message: 'Attempt to send to unsubscribed recipient', status: 400 }),
  );
  const app = await startApp({
    env: {
      DEFAULT_FLOW: 'high-street',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'token',
      TWILIO_FROM: '+447700900000',
      TWILIO_API_BASE_URL: provider.url,
    },
  });
  await officerOf(app, 'admin');
  const { services, clock } = app;
  let events = 0;
  const texts = (text: string, more: Partial<Inbound> = {}) => {
    events += 1;
    return services.receive({
      channel: 'sms',
      account: '+447700900000',
      dedupeKey: `SM${events}`,
      address: '+447700900123',
      kind: 'text',
      text,
      choice: null,
      media: [],
      replyTo: null,
      newAddress: null,
      sentAt: null,
      receivedAt: clock.now(),
      ...more,
    });
  };
  await texts('STOP', { kind: 'optOut' });
  clock.advance(60_000);
  await texts(WORDS);
  const page = await caseOf(services);
  const visitor = await Visitor.signedIn(app, 'admin');
  expect((await visitor.get(page)).html).toContain('is on its way');
  await services.outbox.pump();
  expect(provider.posts.filter(({ body }) => body.includes('116%20123'))).toHaveLength(1);

  expect((await visitor.get(page)).html).toContain('NOT told where to get help: ring');
  expect((await visitor.get('/console/cases')).html).toContain('NOT told where to get help: ring');
  expect((await visitor.get(`${page}?lang=cy`)).html).toContain('HEB gael gwybod ble i gael help: ffoniwch');
  // Real residents can write here, and no safeguarding lead is set.
  expect((await visitor.get('/console?lang=en')).html).toContain('No flow should go live without');

  const enter = async (given: { width: number; javaScript: boolean }) => {
    const opened = await newPage(given);
    await opened.page.goto(`${app.url}/console/sign-in`);
    await opened.page.getByLabel('Email address').fill('admin@example.org');
    await opened.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await opened.page.getByRole('button', { name: 'Sign in' }).click();
    await opened.page.waitForURL(`${app.url}/console`);
    return opened.page;
  };
  for (const width of [320, 1280]) {
    const open = await enter({ width, javaScript: true });
    for (const path of [page, '/console/cases', '/console']) {
      await open.goto(app.url + path);
      expect([path, await axeViolations(open)]).toEqual([path, []]);
      expect([path, await open.evaluate(sideways)]).toEqual([path, 0]);
    }
  }
  const plain = await enter({ width: 320, javaScript: false });
  await plain.goto(app.url + page);
  await plain.getByRole('button', { name: 'Accept this case' }).click();
  await plain.getByText('Accepted by The admin').first().waitFor();
});

test('a signpost that went out says so', async () => {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street' } });
  await officerOf(app, 'viewer');
  const page = await danger(app);
  await app.services.outbox.pump();
  const visitor = await Visitor.signedIn(app, 'viewer');
  expect((await visitor.get(page)).html).toContain('Our message with the numbers to call has gone out.');
  expect((await visitor.get('/console/cases')).html).not.toContain('NOT told');
});

test.each([
  [{}, null],
  [{ SAFEGUARDING_LEAD: 'https://lead.example.org/hook' }, 'the safeguarding lead is told again and again'],
  [
    {
      SAFEGUARDING_LEAD: 'https://lead.example.org/hook',
      SAFEGUARDING_DEPUTY: 'https://deputy.example.org/hook',
    },
    'the safeguarding lead and the deputy are told again and again',
  ],
])('says that somebody is told again and again only where somebody is set: %o', async (env, said) => {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street', ...env } });
  await officerOf(app, 'viewer');
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get(await danger(app));
  expect(html).toContain('Accepting means that you are dealing with it now.');
  expect(html.includes('again and again')).toBe(said !== null);
  expect(html).toContain(said ?? 'Nobody has been told by e-mail or webhook');
});
