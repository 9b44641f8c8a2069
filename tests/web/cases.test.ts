import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { officerOf, Visitor } from './officer.ts';
import { caseAbout, PHONE, said } from './said.ts';

test('safeguarding comes first, then what is due first', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const id = await said(app, 'Some words');
  await caseAbout(app, id, { kind: 'question' });
  await caseAbout(app, id, { kind: 'erasure', dueAt: app.clock.now() + 1 });
  await caseAbout(app, id, { kind: 'complaint', createdAt: 0, dueAt: app.clock.now() - 1 });
  await caseAbout(app, id, { kind: 'safeguarding', dueAt: app.clock.now() });
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console/cases');
  const kinds = [...html.matchAll(/<h2[^>]*><a[^>]*>([^<]*)/g)].map(([, kind]) => kind);
  expect(kinds).toEqual([
    'Safeguarding',
    'Complaint',
    'Asks for their data to be deleted',
    'Asks for a person',
  ]);
  expect(html.match(/Act at once/g)).toHaveLength(1);
  expect(html.match(/Overdue/g)).toHaveLength(1);
});

test('closing a case can release what it held, once nothing else holds it', async () => {
  const app = await startApp();
  const { id: officerId } = await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const response = await said(app, 'I am worried.', { held: 1 });
  const first = await caseAbout(app, response);
  const second = await caseAbout(app, response, { kind: 'question' });
  const held = async () =>
    (await app.services.store.read.selectFrom('responses').select('held').executeTakeFirstOrThrow()).held;

  expect((await visitor.get(`/console/cases/${first}`)).html).toContain('Release their answer');
  const close = (id: string, fields: Record<string, string>) =>
    visitor.post(`/console/cases/${id}/close`, fields, `/console/cases/${id}`);
  expect((await close(first, { release: 'yes' })).location).toBe('/console/cases');
  expect(await held()).toBe(1);
  await close(second, { release: 'yes' });
  expect(await held()).toBe(0);
  expect((await visitor.post(`/console/cases/${second}/close`, {}, '/console')).status).toBe(404);

  const closed = await visitor.get('/console/cases?state=closed');
  expect(closed.html).toContain('Safeguarding');
  const audit = await app.services.store.read
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', 'case.closed')
    .execute();
  expect(audit.map(({ officerId: by, detail }) => [by, JSON.parse(detail)])).toEqual([
    [officerId, { kind: 'safeguarding', released: false }],
    [officerId, { kind: 'question', released: true }],
  ]);
});

test('only a person starts the questions again after a pause for care', async () => {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street' } });
  await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { services } = app;
  const phone = services.simulator.newPhone('sms');
  for (const words of ['high street', 'I want to end my life', 'START']) {
    await services.receive(services.simulator.said(phone, words));
  }
  const asked = async () => {
    const rows = await services.store.read.selectFrom('deliveries').select('body').orderBy('id').execute();
    return rows.filter(({ body }) => body.includes('Tell us about your high street')).length;
  };
  expect(await asked()).toBe(1);
  const opened = await services.store.read.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  const page = `/console/cases/${opened.id}`;
  expect((await visitor.get(page)).html).toContain('Start our questions again');
  await visitor.post(`${page}/close`, { restart: 'yes' }, page);
  expect(await asked()).toBe(2);
  expect((await visitor.get('/console/cases')).html).toContain('our questions have started again');
});

test('what was not ticked when a case was closed can be done from the closed case', async () => {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street' } });
  await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { services } = app;
  const phone = services.simulator.newPhone('sms');
  const write = (words: string) => services.receive(services.simulator.said(phone, words));
  for (const words of ['high street', 'I want to end my life', 'My sister is here now']) await write(words);
  const { id } = await services.store.read.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  const page = `/console/cases/${id}`;
  const status = async () =>
    (await services.store.read.selectFrom('conversations').select('status').executeTakeFirst())?.status;
  const held = async () =>
    (await services.store.read.selectFrom('responses').selectAll().where('held', '=', 1).execute()).length;
  expect((await visitor.post(`${page}/afterwards`, { release: 'yes' }, page)).status).toBe(404);
  await visitor.post(`${page}/close`, {}, page);
  expect([await status(), await held()]).toEqual(['held', 2]);

  const closed = (await visitor.get(page)).html;
  expect(closed).toContain('What was left for later');
  expect(closed).toContain('Release their 2 answers');
  await visitor.post(`${page}/afterwards`, {}, page);
  expect([await status(), await held()]).toEqual(['held', 2]);
  await visitor.post(`${page}/afterwards`, { release: 'yes' }, page);
  const released = (await visitor.get(page)).html;
  expect(released).toContain('Their answers are released');
  expect(released).not.toContain('Release their');
  await visitor.post(`${page}/afterwards`, { restart: 'yes' }, page);
  const restarted = (await visitor.get(page)).html;
  expect(restarted).toContain('Our questions have started again');
  expect(restarted).not.toContain('What was left for later');
  expect([await status(), await held()]).toEqual(['active', 0]);

  for (const words of ['I want to end my life tonight']) await write(words);
  await visitor.post(`${page}/afterwards`, { release: 'yes', restart: 'yes' }, page);
  expect((await visitor.get(page)).html).toContain('Another case of the same conversation is still open');
  expect(await status()).toBe('held');
});

test('the questions stay paused while another case of the same conversation needs care', async () => {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street' } });
  await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const { services } = app;
  const phone = services.simulator.newPhone('sms');
  for (const words of ['high street', 'I want to end my life', 'I am going to kill myself tonight']) {
    await services.receive(services.simulator.said(phone, words));
  }
  const status = async () =>
    (await services.store.read.selectFrom('conversations').select('status').executeTakeFirst())?.status;
  const cases = await services.store.read.selectFrom('cases').select('id').orderBy('id').execute();
  const close = async ({ id }: { id: string }) => {
    await visitor.post(
      `/console/cases/${id}/close`,
      { restart: 'yes', release: 'yes' },
      `/console/cases/${id}`,
    );
    return (await visitor.get('/console/cases')).html;
  };
  expect(await close(cases[0]!)).toContain('Another case of the same conversation is still open');
  expect(await status()).toBe('held');
  expect(await close(cases[1]!)).toContain('our questions have started again');
  expect(await status()).toBe('active');
});

test('how to reach someone is shown to who asks for it, and written down', async () => {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const response = await said(app, 'Please ring me.');
  const id = await caseAbout(app, response, { kind: 'question' });
  const { store } = app.services;
  const page = `/console/cases/${id}`;
  expect((await visitor.get(page)).html).not.toContain('900123');
  expect((await visitor.post(`${page}/address`, {}, page)).html).toContain(`On SMS: ${PHONE}`);
  const audit = await store.read
    .selectFrom('audit')
    .selectAll()
    .where('subject', '=', `cases/${id}`)
    .execute();
  expect(audit.map(({ action }) => action)).toEqual(['case.addressSeen']);
  expect(JSON.stringify(audit)).not.toContain('900123');

  const nobody = await caseAbout(app, response, { kind: 'fault', messageId: null });
  const empty = await visitor.get(`/console/cases/${nobody}`);
  expect(empty.html).toContain('there is nobody to reach');
  expect((await visitor.post(`/console/cases/${nobody}/address`, {}, page)).status).toBe(404);
});
