import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createFirstSignInLink, createSignInLink, signInLinkUrl } from '#people/signInLinks.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';

const someone = { name: 'First Officer', email: 'First@Example.org ', password: PASSWORD };
const AN_HOUR = 3_600_000;

async function firstLink({ services }: RunningApp): Promise<string> {
  const token = await createFirstSignInLink(services);
  if (token === null) throw new Error('An admin is there already.');
  return `/console/sign-in/link?token=${token}`;
}

const officers = ({ services }: RunningApp) =>
  services.store.read.selectFrom('officers').selectAll().execute();

test('the first officer sets a password with the link in a browser and is signed in', async () => {
  const app = await startApp();
  const { page } = await newPage();
  await page.goto(app.url + (await firstLink(app)));
  await page.getByLabel('Your name').fill('First Officer');
  await page.getByLabel('Email address').fill('first@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Show password' }).click();
  expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('What to do next');
  expect(await page.getByText('Open the simulator').count()).toBeGreaterThan(0);
  // As slow to guess as OWASP asks: 2^17 rounds.
  expect((await officers(app))[0]?.password).toMatch(/^scrypt\$131072\$8\$1\$/);
});

test('opening the link uses nothing up; sending its form does, once', async () => {
  const app = await startApp();
  const link = await firstLink(app);
  const visitor = new Visitor(app.url);
  for (const _ of [1, 2]) expect((await visitor.get(link)).status).toBe(200);
  expect((await visitor.post(link, someone)).location).toBe('/console');
  expect(await officers(app)).toMatchObject([{ email: 'first@example.org', role: 'admin' }]);
  expect((await visitor.get('/console')).status).toBe(200);

  const again = await new Visitor(app.url).get(link);
  expect(again.status).toBe(410);
  expect(again.html).toContain('This link has been used');
  expect(again.html).toContain('hearback officer link');
  expect(again.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await createFirstSignInLink(app.services)).toBeNull();
});

test('of two who send the form at once, one becomes the officer', async () => {
  const app = await startApp();
  const link = await firstLink(app);
  const answers = await Promise.all(
    ['one@example.org', 'two@example.org'].map((email) =>
      new Visitor(app.url).post(link, { ...someone, email }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect(await officers(app)).toHaveLength(1);
});

test('the link expires in an hour, and a newer one replaces it', async () => {
  const app = await startApp();
  const older = await firstLink(app);
  const link = await firstLink(app);
  const visitor = new Visitor(app.url);
  expect((await visitor.get(older)).html).toContain('This link does not work');
  app.clock.advance(AN_HOUR - 1);
  expect((await visitor.get(link)).status).toBe(200);
  app.clock.advance(1);
  expect((await visitor.get(link)).html).toContain('This link has expired');
  expect((await visitor.post(link, someone, '/console/sign-in')).status).toBe(410);
  expect(await officers(app)).toHaveLength(0);
});

test('a form that needs putting right says where, keeps what was typed but never a password', async () => {
  const app = await startApp();
  const answer = await new Visitor(app.url).post(await firstLink(app), {
    name: ' ',
    email: 'not an address',
    password: 'too short',
  });
  expect(answer.status).toBe(400);
  expect(answer.html).toContain('<title>Error: ');
  for (const error of ['#name', '#email', '#password']) expect(answer.html).toContain(`href="${error}"`);
  expect(answer.html).toContain('Password must be 12 characters or more');
  expect(answer.html).toContain('value="not an address"');
  expect(answer.html).not.toContain('too short');
  expect(await officers(app)).toHaveLength(0);
});

test('an officer who was added sets a password with their own link, under their own address', async () => {
  const app = await startApp();
  const officer = await officerOf(app, 'viewer');
  const before = await Visitor.signedIn(app, 'viewer');
  const token = await createSignInLink(app.services, officer.email, null);
  const link = signInLinkUrl('', token ?? '');
  const after = new Visitor(app.url);
  expect((await after.get(link)).html).toContain('viewer@example.org');
  expect((await after.post(link, { email: 'other@example.org', password: 'another few words' })).status).toBe(
    303,
  );
  expect((await officers(app)).map(({ email, role }) => `${email} ${role}`)).toEqual([
    'viewer@example.org viewer',
  ]);
  expect((await after.get('/console')).status).toBe(200);
  // A new password ends what the old one began.
  expect((await before.get('/console')).location).toContain('/console/sign-in');
});

test('a wrong password and an unknown address get the same answer', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const visitor = new Visitor(app.url);
  const wrong = await visitor.post('/console/sign-in', {
    email: 'viewer@example.org',
    password: 'guessed it',
  });
  const unknown = await visitor.post('/console/sign-in', {
    email: 'nobody@example.org',
    password: 'guessed it',
  });
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(401);
    expect(answer.html).toContain('The email address or the password is not right');
  }
  const empty = await visitor.post('/console/sign-in', { email: '', password: '' });
  expect(empty.status).toBe(400);
  expect(empty.html).toContain('Enter your password');
});

test('an officer who has been closed out cannot sign in and is out at once', async () => {
  const app = await startApp();
  const { id } = await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  await app.services.store.turn(({ db }) =>
    db.updateTable('officers').set({ disabledAt: 1 }).where('id', '=', id).execute(),
  );
  expect((await visitor.get('/console')).status).toBe(302);
  await expect(Visitor.signedIn(app, 'reviewer')).rejects.toThrow('401');
});

test('guessing is slowed down and locks nobody out', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const guesser = new Visitor(app.url);
  const statuses: number[] = [];
  for (let guess = 0; guess < 11; guess += 1) {
    const answer = await guesser.post('/console/sign-in', { email: 'Viewer@example.org', password: '' });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array(10).fill(400), 429]);
  const refused = await guesser.post('/console/sign-in', { email: 'viewer@example.org', password: PASSWORD });
  expect(refused.html).toContain('Your account is not locked');
  // Naming another place in a header that anybody can send does not help.
  const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
  const { html } = await guesser.get('/console/sign-in');
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const again = await guesser.postBare('/console/sign-in', { email: 'viewer@example.org', _csrf }, elsewhere);
  expect(again.status).toBe(429);
  const other = await guesser.post('/console/sign-in', { email: 'other@example.org', password: 'whatever' });
  expect(other.status).toBe(401);
});

test('the session id is new at sign-in, and worthless after signing out', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const visitor = new Visitor(app.url);
  await visitor.get('/console/sign-in');
  const planted = visitor.cookies;
  await visitor.post('/console/sign-in', { email: 'viewer@example.org', password: PASSWORD });
  const own = visitor.cookies;
  expect(own).not.toBe(planted);
  const attacker = new Visitor(app.url);
  attacker.cookies = planted;
  expect((await attacker.get('/console')).location).toContain('/console/sign-in');

  expect((await visitor.post('/console/sign-out', {}, '/console')).location).toBe('/console/sign-in');
  attacker.cookies = own;
  expect((await attacker.get('/console')).location).toBe('/console/sign-in?to=%2Fconsole');
  expect((await attacker.postBare('/console/responses/x/reviewed', {})).status).toBe(403);
});

test('signing out holds, even where another page of the session was still on its way', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const visitor = await Visitor.signedIn(app, 'viewer');
  const own = visitor.cookies;
  const { store } = app.services;
  const turn = store.turn.bind(store);
  const begun = Promise.withResolvers<void>();
  const signedOut = Promise.withResolvers<void>();
  // The list remembers its filters in the session, and the database takes its time over that.
  store.turn = async (work) => {
    store.turn = turn;
    begun.resolve();
    await signedOut.promise;
    return turn(work);
  };
  const list = visitor.get('/console/responses');
  await begun.promise;
  const otherTab = new Visitor(app.url);
  otherTab.cookies = own;
  expect((await otherTab.post('/console/sign-out', {}, '/console')).status).toBe(303);
  signedOut.resolve();
  expect((await list).status).toBe(200);
  otherTab.cookies = own;
  expect((await otherTab.get('/console')).location).toContain('/console/sign-in');
});

test('a session ends after twelve hours of doing nothing, and goes on while it is used', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const visitor = await Visitor.signedIn(app, 'viewer');
  for (const _ of [1, 2]) {
    app.clock.advance(11 * AN_HOUR);
    expect((await visitor.get('/console')).status).toBe(200);
  }
  app.clock.advance(12 * AN_HOUR);
  expect((await visitor.get('/console')).status).toBe(302);
});

test('after signing in one is where one wanted to be, and never on another site', async () => {
  const app = await startApp();
  await officerOf(app, 'viewer');
  const signIn = { email: 'viewer@example.org', password: PASSWORD };
  const asked = await new Visitor(app.url).get('/console/responses?review=new');
  expect(asked.location).toBe('/console/sign-in?to=%2Fconsole%2Fresponses%3Freview%3Dnew');
  const to = async (to: string) =>
    (await new Visitor(app.url).post('/console/sign-in', { ...signIn, to })).location;
  expect(await to('/console/responses?review=new')).toBe('/console/responses?review=new');
  for (const elsewhere of ['//example.org', 'https://example.org', '/console/../x', '/console@example.org'])
    expect(await to(elsewhere)).toBe('/console');
});

test('behind https the cookie is bound to the host, and cookies and links are not in the log', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'trace' }, sink);
  const app = await startApp({ env: { PUBLIC_URL: 'https://listen.example.org' }, log });
  const link = await firstLink(app);
  const answer = await new Visitor(app.url).post(link, someone);
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-hearback='));
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(part);
  expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  for (const secret of [link.split('=')[1] ?? '', someone.password, 'first@example.org'])
    expect(lines.join('')).not.toContain(secret);
  const stored = JSON.stringify(
    await app.services.store.read.selectFrom('signInLinks').selectAll().execute(),
  );
  expect(stored).not.toContain(link.split('=')[1]);
});
