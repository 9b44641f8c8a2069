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
  await caseAbout(app, id, { kind: 'complaint', dueAt: app.clock.now() - 1 });
  await caseAbout(app, id, { kind: 'safeguarding' });
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console/cases');
  const kinds = [...html.matchAll(/<h2[^>]*><a[^>]*>([^<]*)/g)].map(([, kind]) => kind);
  expect(kinds).toEqual([
    'Safeguarding',
    'Complaint',
    'Asks for their data to be deleted',
    'Asks for a person',
  ]);
  expect(html).toContain('Overdue');
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
