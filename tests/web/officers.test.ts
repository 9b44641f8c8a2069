import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';

const PAGE = '/console/officers';

test('an admin adds an officer and hands over a link that sets their password', async () => {
  const app = await startApp();
  await officerOf(app, 'admin');
  const admin = await Visitor.signedIn(app, 'admin');
  const added = await admin.post(PAGE, { name: 'New Person', email: 'NEW@example.org', role: 'reviewer' });
  const link = /http:\/\/localhost:3000(\/console\/sign-in\/link\?token=[\w-]+)/.exec(added.html)?.[1] ?? '';
  expect(added.html).toContain('Give this link to New Person');
  expect((await admin.get(PAGE)).html).toContain('No password yet');

  const person = new Visitor(app.url);
  expect((await person.post(link, { password: PASSWORD })).location).toBe('/console');
  expect((await person.get('/console')).html).toContain('New Person');
  expect((await person.get(PAGE)).status).toBe(403);
});

test('a form that needs putting right says where and adds nobody', async () => {
  const app = await startApp();
  const { id } = await officerOf(app, 'admin');
  const admin = await Visitor.signedIn(app, 'admin');
  const empty = await admin.post(PAGE, { name: '', email: 'nowhere' });
  expect(empty.status).toBe(400);
  for (const field of ['#name', '#email', '#role']) expect(empty.html).toContain(`href="${field}"`);
  const taken = await admin.post(PAGE, { name: 'Again', email: 'Admin@example.org', role: 'viewer' });
  expect(taken.html).toContain('is there already');
  expect((await admin.post(PAGE, { name: 'X', email: 'x@example.org', role: 'owner' })).status).toBe(400);
  expect(await app.services.store.read.selectFrom('officers').select('id').execute()).toEqual([{ id }]);
});

test('an admin makes a new link for an officer, and it is written down', async () => {
  const app = await startApp();
  const { id } = await officerOf(app, 'admin');
  const admin = await Visitor.signedIn(app, 'admin');
  const made = await admin.post(`${PAGE}/${id}/link`, {}, PAGE);
  expect(made.html).toContain('/console/sign-in/link?token=');
  expect((await admin.post(`${PAGE}/nobody/link`, {}, PAGE)).status).toBe(404);
  const audit = await app.services.store.read
    .selectFrom('audit')
    .select(['subject', 'officerId'])
    .where('action', '=', 'officer.link')
    .where('officerId', 'is not', null)
    .execute();
  expect(audit).toEqual([{ subject: `officers/${id}`, officerId: id }]);
});
