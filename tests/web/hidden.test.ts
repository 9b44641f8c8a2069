import { expect, test } from 'vitest';
import { addOfficer } from '#people/officers.ts';
import { createSignInLink, redeemSignInLink } from '#people/signInLinks.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { createApp } from '#web/app.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { routesOf } from './routesOf.ts';
import { caseAbout, said, suggested } from './said.ts';

/** Sandra Pugh can do all that any officer can; somebody else is there to deal with complaints about her. */
async function town() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  await officerOf(app, 'admin');
  const { services } = app;
  const email = 'sandra@example.org';
  await addOfficer(services, { email, name: 'Sandra Pugh', role: 'admin' }, null);
  const token = await createSignInLink(services, email, null);
  const sandra = await redeemSignInLink(services, token ?? '', { email, name: '', password: PASSWORD });
  if (sandra === null) throw new Error('The link did not work.');
  const visitor = new Visitor(app.url);
  const entered = await visitor.post('/console/sign-in', { email, password: PASSWORD });
  expect(entered.status).toBe(303);
  await said(app, 'More benches please.');
  return { app, sandra, visitor };
}

/** Every page of the console that a link leads to, as this officer sees it: its address and all that is on it. */
async function crawl(visitor: Visitor, more: string[] = []): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const next = ['/console', '/console?lang=en', ...more];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (pages.has(path)) continue;
    const { html, status } = await visitor.get(path);
    pages.set(path, status === 404 ? '' : html);
    for (const [, href = ''] of html.matchAll(/href="(\/console[^"#]*)/g)) {
      const to = href.replaceAll('&amp;', '&');
      if (!to.includes('sign-in') && !to.includes('/invite/') && !to.includes('lang=')) next.push(to);
    }
  }
  return pages;
}

const where = (pages: Map<string, string>, words: string) =>
  [...pages].filter(([, html]) => html.includes(words)).map(([path]) => path);

async function about({ services }: RunningApp, responseId: string) {
  return services.store.read
    .selectFrom('complaintAbout')
    .select(['officerId', 'decision'])
    .where('responseId', '=', responseId)
    .execute();
}

async function everywhere(app: RunningApp, id: string) {
  const { id: coding } = await suggested(app, id, 0, 'wombat');
  await app.services.store.turn(async ({ db }) => {
    await db.updateTable('codings').set({ decision: 'accepted' }).where('id', '=', coding).execute();
    const response = await db
      .selectFrom('responses')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('consents')
      .values({
        ...{ id: app.services.newId(), residentId: response.residentId, consultationId: 'high-street' },
        ...{ kind: 'quote', granted: 1, flowHash: response.flowHash, messageId: null, at: 5 },
      })
      .execute();
  });
  return [
    `/console/responses/${id}`,
    '/console/responses?words=wombat',
    '/console/responses?theme=unthemed',
    '/console/queue?code=complaint',
    '/console/cases?state=closed',
  ];
}

test('an officer who is named in a complaint meets it nowhere in the console, and others do', async () => {
  const { app, sandra, visitor } = await town();
  const text = 'Sandra Pugh in housing lied to me about the wombat';
  const id = await said(app, text, { themedAt: null });
  // Even before any machine has read it.
  expect(where(await crawl(visitor, [`/console/responses/${id}`]), 'wombat')).toEqual([]);
  await app.services.themer.themePending();
  expect(await about(app, id)).toEqual([{ officerId: sandra.id, decision: 'suggested' }]);
  const more = await everywhere(app, id);
  const copy = await caseAbout(app, id, { kind: 'data' });
  const seen = await crawl(visitor, [...more, `/console/cases/${copy}`]);
  expect(seen.size).toBeGreaterThan(15);
  // What she searched for is in the field, and nowhere else.
  expect(where(seen, 'about the wombat')).toEqual([]);
  expect([...seen.values()].filter((html) => html.includes(id))).toEqual([]);
  expect((await visitor.get(`/console/responses/${id}`)).status).toBe(404);
  expect((await visitor.get(`/console/cases/${copy}`)).status).toBe(404);
  expect((await visitor.get('/console/responses')).html).toContain('1 response<');
  expect((await visitor.get('/console/queue')).html).toContain('Complaints (0)');
  const tries = [
    ['reviewed', {}],
    ['abusive', { abusive: 'yes' }],
    ['about', { officer: sandra.id, isAbout: 'no' }],
  ] as const;
  for (const [action, fields] of tries)
    expect(
      (await visitor.post(`/console/responses/${id}/${action}`, fields, '/console/responses')).status,
    ).toBe(404);

  const others = await crawl(await Visitor.signedIn(app, 'admin'), more);
  const paths = where(others, 'wombat');
  expect(paths).toContain(`/console/responses/${id}`);
  expect(paths).toContain('/console/queue?code=complaint');
  expect(paths.some((path) => path.startsWith('/console/cases/'))).toBe(true);
  expect(paths.some((path) => path.startsWith('/console/themes'))).toBe(true);
});

test('a reviewer says whom a complaint is about, and only an admin shows it to them again', async () => {
  const { app, sandra, visitor } = await town();
  const id = await said(app, 'Your manager was rude to me about the wombat', { themedAt: null });
  await app.services.themer.themePending();
  expect((await visitor.get(`/console/responses/${id}`)).status).toBe(200);
  const reviewer = await Visitor.signedIn(app, 'reviewer');
  const page = `/console/responses/${id}`;
  const missing = await reviewer.post(`${page}/about`, { officer: '', isAbout: 'yes' }, page);
  expect(missing.html).toContain('Choose whom the complaint is about');
  const marked = await reviewer.post(`${page}/about`, { officer: sandra.id, isAbout: 'yes' }, page);
  expect(marked.status).toBe(303);
  expect(where(await crawl(visitor, await everywhere(app, id)), 'about the wombat')).toEqual([]);
  expect((await visitor.get(page)).status).toBe(404);

  expect((await reviewer.get(page)).html).not.toContain('show it to them');
  expect((await reviewer.post(`${page}/about`, { officer: sandra.id, isAbout: 'no' }, page)).status).toBe(
    404,
  );
  const admin = await Visitor.signedIn(app, 'admin');
  expect((await admin.post(`${page}/about`, { officer: sandra.id, isAbout: 'no' }, page)).status).toBe(303);
  expect((await visitor.get(page)).status).toBe(200);
  const audit = await app.services.store.read
    .selectFrom('audit')
    .select('action')
    .where('action', 'like', 'complaint.%')
    .orderBy('id')
    .execute();
  expect(audit.map(({ action }) => action)).toEqual(['complaint.about', 'complaint.notAbout']);
});

test('whoever reviews one after the other is not led to what is hidden from them', async () => {
  const { app, visitor } = await town();
  const one = await said(app, 'More shops please.');
  await said(app, 'Sandra Pugh was rude to me', { themedAt: null });
  const last = await said(app, 'More trees please.');
  await app.services.themer.themePending();
  const done = await visitor.post(`/console/responses/${one}/reviewed`, {}, `/console/responses/${one}`);
  expect(done.location).toBe(`/console/responses/${last}`);
});

test('nothing is hidden from the only officer, because then nobody would deal with it', async () => {
  const app = await startApp();
  await officerOf(app, 'admin');
  const id = await said(app, 'The admin lied to me', { themedAt: null });
  const visitor = await Visitor.signedIn(app, 'admin');
  expect((await visitor.get(`/console/responses/${id}`)).status).toBe(200);
});

/** The same address for a browser, a proxy and a router, and not for whoever compares letters. */
const writings: [string, (id: string) => string][] = [
  ['plain', (id) => id],
  ['first letter encoded', (id) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`],
  ['all encoded', (id) => [...id].map((one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`).join('')],
  ['not decodable', (id) => `${id}%E0%A4%A`],
];

test.each(writings)('no address leads to what is hidden, its id written: %s', async (_, written) => {
  const { app, visitor } = await town();
  const { store } = app.services;
  const id = await said(app, 'Sandra Pugh in housing lied to me about the wombat', { themedAt: null });
  await app.services.themer.themePending();
  const caseId = await caseAbout(app, id, { kind: 'complaint' });
  const control = await store.read
    .selectFrom('controls')
    .select('id')
    .where('responseId', '=', id)
    .executeTakeFirstOrThrow();
  const { html } = await visitor.get('/console/responses');
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const state = async () => ({
    responses: await store.read.selectFrom('responses').selectAll().where('id', '=', id).execute(),
    cases: await store.read.selectFrom('cases').selectAll().execute(),
    controls: await store.read.selectFrom('controls').selectAll().execute(),
    about: await store.read.selectFrom('complaintAbout').selectAll().execute(),
    hides: await store.read.selectFrom('redactions').selectAll().execute(),
    erasures: await store.read.selectFrom('erasures').selectAll().execute(),
    audit: await store.read.selectFrom('audit').selectAll().execute(),
  });
  const before = await state();
  const fields = {
    ...{ abusive: 'yes', isAbout: 'no', officer: '', release: 'yes', sure: 'yes', code: 'complaint' },
    ...{ words: 'Sandra Pugh', kind: 'name', control: control.id },
  };
  const named = routesOf(createApp(app.services)).filter(
    ({ name }) => name.includes('/console/') && name.includes(':id'),
  );
  expect(named.length).toBeGreaterThan(40);
  for (const { name } of named)
    for (const one of [id, caseId, control.id]) {
      const [method = '', path = ''] = name.replace(':id', written(one)).replace(':file', 'a.pdf').split(' ');
      const answer =
        method === 'GET' ? await visitor.get(path) : await visitor.postBare(path, { ...fields, _csrf });
      expect([name, answer.status]).toEqual([name, 404]);
      expect(answer.html).not.toContain('wombat');
    }
  expect(await state()).toEqual(before);
});

test('no list of values in an address or a form leads to what is hidden', async () => {
  const { app, visitor } = await town();
  const id = await said(app, 'Sandra Pugh in housing lied to me about the wombat', { themedAt: null });
  for (const query of [`response=${id}`, `response=x&response=${id}`, `response=+${id}`])
    expect([query, (await visitor.get(`/console/responses?${query}`)).status]).toEqual([query, 404]);
});
