import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '#store/db.ts';
import { startApp } from '#tests/support/app.ts';
import { brandFrom, contrastWithWhite, parse } from '#web/brand.ts';
import { officerOf, Visitor } from './officer.ts';
import { said } from './said.ts';

test('it says whether it is up, whether it can work, and a few figures without a word of anybody', async () => {
  const app = await startApp();
  await said(app, 'The words of a resident');
  app.clock.advance(5000);
  expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({ ok: true });
  const metrics = await fetch(`${app.url}/metrics`);
  expect(metrics.headers.get('content-type')).toContain('text/plain');
  const figures = await metrics.text();
  expect(figures).toContain('hearback_responses{review="new"} 1\n');
  expect(figures).toContain('# TYPE hearback_deliveries gauge\n');
  expect(figures).toContain('hearback_uptime_seconds 65\n');
  expect(figures).not.toContain('words');
});

test('it is not ready where the database cannot be read, and stays up', async () => {
  const app = await startApp();
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  await app.services.store.read.destroy();
  expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test('pages allow nothing from elsewhere and no inline style', async () => {
  const { url } = await startApp();
  const answer = await new Visitor(url).get('/console/sign-in');
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /<script nonce="([^"]+)">/.exec(answer.html)?.[1];
  expect(policy.split(';')).toEqual(
    expect.arrayContaining(["default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, "style-src 'self'"]),
  );
  expect(policy).toContain("frame-ancestors 'none'");
  expect(answer.html).not.toMatch(/ style="| on\w+="|<style/);
  expect(answer.headers.get('x-powered-by')).toBeNull();
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('what the browser loads is there, without the crown and the font of GOV.UK', async () => {
  const { url } = await startApp({ env: { BRAND_COLOUR: '#ffcc00' } });
  const { html } = await new Visitor(url).get('/console/sign-in');
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(assets.length).toBeGreaterThanOrEqual(5);
  for (const path of assets) {
    const answer = await fetch(url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const body = await answer.text();
    expect(body).not.toContain('GDS Transport');
    expect(body).not.toContain('@font-face');
    if (path?.includes('govuk.css'))
      expect(body).toContain(`--govuk-brand-colour:${brandFrom('#ffcc00').colour}`);
  }
  expect((await fetch(`${url}/assets/anything/govuk.css`)).status).toBe(404);
  expect(html).not.toMatch(/crown/i);
});

test.each(['#ffffff', '#ffcc00', '#00625a', '#000000', '#7f7f7f'])(
  'white text can be read on a brand of %s',
  (colour) => {
    expect(contrastWithWhite(parse(brandFrom(colour).colour))).toBeGreaterThanOrEqual(4.5);
  },
);

test('a brand that is dark enough stays as it is', () => {
  expect(brandFrom('#00625a').colour).toBe('#00625a');
});

test('the language is the one asked for, remembered, and else the browser’s own', async () => {
  const { url } = await startApp({ env: { ORGANISATION_NAME_CY: 'Cyngor Enghraifft' } });
  const visitor = new Visitor(url);
  expect((await visitor.get('/console/sign-in')).html).toContain('<html lang="en"');
  expect((await visitor.get('/console/sign-in', { 'accept-language': 'cy-GB,en;q=0.5' })).html).toContain(
    '<html lang="cy"',
  );
  const welsh = await visitor.get('/console/sign-in?to=%2Fconsole&lang=cy');
  expect(welsh.html).toContain('Mewngofnodi');
  expect(welsh.html).toContain('Cyngor Enghraifft');
  expect(welsh.html).toContain('href="/console/sign-in?to=%2Fconsole&amp;lang=en"');
  expect((await visitor.get('/console/sign-in')).html).toContain('<html lang="cy"');
  expect((await visitor.get('/console/sign-in?lang=en')).html).toContain('<html lang="en"');
  expect((await visitor.get('/console/sign-in?lang=fr')).html).toContain('<html lang="en"');
});

test('demo data is called that on every page, and real data is not', async () => {
  const app = await startApp();
  const visitor = new Visitor(app.url);
  expect((await visitor.get('/console/sign-in')).html).not.toContain('This is demo data');
  await app.services.store.turn(({ db }) => db.updateTable('consultations').set({ demo: 1 }).execute());
  expect((await visitor.get('/console/sign-in')).html).toContain('This is demo data');
});

test('what is not there, not readable or too large is said so, to people and to programs', async () => {
  const app = await startApp();
  const visitor = new Visitor(app.url);
  const missing = await visitor.get('/nothing');
  expect(missing.status).toBe(404);
  expect(missing.html).toContain('Page not found');
  expect(missing.html).toMatch(/<main[\s\S]*href="\/you-said-we-did"[\s\S]*<\/main>/);
  expect((await visitor.get('/console/%E0%A4%A')).status).toBe(404);
  const forProgram = await fetch(`${app.url}/nothing`, { headers: { accept: 'application/json' } });
  expect(await forProgram.json()).toEqual({
    error: 'notFound',
    requestId: forProgram.headers.get('x-request-id'),
  });

  const large = await visitor.postBare('/console/sign-in', { email: 'x'.repeat(513 * 1024) });
  expect(large.status).toBe(413);
  expect(large.html).toContain('That is too large');
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, field) => [`f${field}`, '']));
  expect((await visitor.postBare('/console/sign-in', many)).status).toBe(413);
  const broken = await visitor.postBare('/console/sign-in', {}, { 'content-encoding': 'gzip' });
  expect(broken.status).toBe(400);
  for (const path of ['/console/responses/%00', '/console/responses?words=a%00b'])
    expect((await visitor.get(path)).status).toBe(400);
  expect((await visitor.postBare('/console/sign-in', { email: 'a\0b@example.org' })).status).toBe(400);
  const charset = { 'content-type': 'application/x-www-form-urlencoded; charset=nonsense' };
  expect((await visitor.postBare('/console/sign-in', {}, charset)).status).toBe(400);
});

test('where nothing can be saved it says 503, and where we are at fault 500; the log has no words', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'trace', serializers: { err: (error: Error) => error.name } }, sink);
  const app = await startApp({ log });
  await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const id = await said(app, 'The words of a resident');
  const { store } = app.services;
  const { turn } = store;
  const page = await visitor.get(`/console/responses/${id}`);
  const fieldOf = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? '';
  const fields = { _csrf: fieldOf('_csrf'), seen: fieldOf('seen') };
  const failing = async (error: Error) => {
    store.turn = () => Promise.reject(error);
    const answer = await visitor.postBare(`/console/responses/${id}/reviewed`, fields);
    store.turn = turn;
    return answer;
  };
  const full = await failing(new StoreUnavailable('The database cannot be written just now (SQLITE_FULL).'));
  expect(full.status).toBe(503);
  expect(full.headers.get('retry-after')).toBe('10');
  expect(full.html).toContain('cannot save anything just now');

  const fault = await failing(new Error('Failed to insert: 07700 900123, The words of a resident'));
  expect(fault.status).toBe(500);
  const reference = fault.headers.get('x-request-id') ?? '';
  expect(fault.html).toContain(reference);
  expect(fault.html).not.toContain('Failed to insert');
  expect(lines.join('')).toContain(reference);
  expect(lines.join('')).not.toMatch(/900123|words of a resident/);
});
