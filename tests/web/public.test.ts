import { describe, expect, test } from 'vitest';
import { draftOutcome } from '#loop/draft.ts';
import { startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { readAtom } from './atom.ts';
import { Visitor } from './officer.ts';
import { nasty, publish, publishedTown } from './published.ts';

describe('the public page', () => {
  test('says what comes when nothing has been published', async () => {
    const { url } = await startApp();
    const { status, html } = await new Visitor(url).get('/you-said-we-did');
    expect(status).toBe(200);
    expect(html).toContain('Nothing has been published yet');
    expect(html).toContain('everyone who asked to hear back gets a message');
    expect(html).toContain('People who asked to hear back get a message about what was done');
  });

  test('shows what was said and done, the newest first, and no small number', async () => {
    const { url, services } = await publishedTown();
    await services.store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    const { html } = await new Visitor(url).get('/you-said-we-did');
    expect(html.indexOf('The buses stop too early.')).toBeLessThan(html.indexOf('Too many shops are empty.'));
    expect(html).toContain('We can’t, because');
    expect(html).toContain('6 people raised this');
    expect(html).toContain('6 people have been told');
    expect(html).toContain('Fewer than 5 people raised this');
    expect(html).not.toMatch(/\b0 people/);
    expect(html).not.toContain('boarded up');
    expect(html).not.toContain('7700');
  });

  test('shows no draft', async () => {
    const { url, services } = await publishedTown();
    const { store, clock, newId } = services;
    const draft = { consultationId: 'high-street', kind: 'did', themeIds: [], officerId: null } as const;
    await draftOutcome(store, {
      ...draft,
      youSaid: { en: 'A secret' },
      weDid: { en: 'Not yet' },
      now: clock.now(),
      newId,
    });
    for (const page of ['', '/feed.atom', '/data.json'])
      expect((await new Visitor(url).get(`/you-said-we-did${page}`)).html).not.toContain('A secret');
  });

  test('speaks Welsh, and says where words are in another language', async () => {
    const { url, services } = await publishedTown();
    await publish(services, { youSaid: { en: 'Only in English.' }, weDid: { en: 'Not yet in Welsh.' } });
    const { html } = await new Visitor(url).get('/you-said-we-did?lang=cy');
    expect(html).toContain('<html lang="cy"');
    expect(html).toContain('Mae gormod o siopau gwag.');
    expect(html).toContain('Cododd 6 o bobl hyn');
    expect(html).toMatch(/<p[^>]* lang="en">Only in English\.<\/p>/);
  });

  test('is not sent again to whoever has it', async () => {
    const { url, services } = await publishedTown();
    for (const page of ['', '?lang=cy', '/feed.atom', '/data.json']) {
      const address = `${url}/you-said-we-did${page}`;
      const first = await fetch(address);
      expect(first.headers.get('cache-control')).toBe('public, max-age=60');
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      const again = await fetch(address, { headers });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('content-security-policy')).toBeNull();
      await publish(services, { youSaid: { en: page }, weDid: { en: 'Something new.' } });
      expect((await fetch(address, { headers })).status).toBe(200);
    }
  });

  test('runs nothing that an officer wrote', async () => {
    const { url, services } = await publishedTown();
    const id = await publish(services, { youSaid: { en: nasty }, weDid: { en: nasty } });
    const { html } = await new Visitor(url).get('/you-said-we-did');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('{{7*7}}');
    const { page } = await newPage();
    await page.goto(`${url}/you-said-we-did`);
    expect(await page.locator(`#outcome-${id} .loop-words`).first().innerText()).toContain(
      `<script>alert(1)</script> & "quotes" {{7*7}} ]]> 'end'`,
    );
  });
});

describe('the feed', () => {
  test('is Atom with ids that stay, in both languages', async () => {
    const { url, ids } = await publishedTown();
    const feed = await readAtom(url, '/you-said-we-did/feed.atom');
    expect(feed.broken).toBe(0);
    expect(feed.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(feed.updated).toBe('2026-11-20T13:00:00.000Z');
    expect(feed.author).toBe('Your council');
    expect(feed.links).toEqual([
      'self  http://listen.example.org/you-said-we-did/feed.atom',
      'alternate cy http://listen.example.org/you-said-we-did/feed.atom?lang=cy',
      'alternate en http://listen.example.org/you-said-we-did?lang=en',
    ]);
    expect(feed.entries.map(({ id }) => id)).toEqual([`urn:uuid:${ids[1]}`, `urn:uuid:${ids[0]}`]);
    expect(feed.entries[1]).toMatchObject({
      title: 'Too many shops are empty – We did',
      updated: '2026-11-20T12:00:00.000Z',
    });
    expect(feed.entries[1]?.content).toContain('We filled nine empty shops with local makers.');

    const welsh = await readAtom(url, '/you-said-we-did/feed.atom?lang=cy');
    expect(welsh.entries[1]?.content).toContain('Mae gormod o siopau gwag.');
    expect(welsh.id).not.toBe(feed.id);
    expect(welsh.entries[1]?.id).toMatch(/^urn:uuid:/);
    expect(welsh.entries[1]?.id).not.toBe(feed.entries[1]?.id);
  });

  test('keeps every character of what an officer wrote, and runs none', async () => {
    const { url, services } = await publishedTown();
    await publish(services, { youSaid: { en: nasty }, weDid: { en: `${nasty}\n\nSecond paragraph` } });
    const feed = await readAtom(url, '/you-said-we-did/feed.atom');
    expect(feed.broken).toBe(0);
    expect(feed.entries[0]?.content).toContain(`<script>alert(1)</script> & "quotes" {{7*7}} ]]> 'end'`);
    expect(new Set(feed.entries[0]?.elements)).toEqual(new Set(['div', 'h2', 'p']));
  });

  test('has a time and no entry before anything is published, and gives nobody a cookie', async () => {
    const { url } = await startApp();
    const response = await fetch(`${url}/you-said-we-did/feed.atom?lang=cy`);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const xml = await response.text();
    expect(xml).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
    expect(xml).not.toContain('<entry>');
  });
});

test('the open data says what the page says', async () => {
  const { url, services, ids } = await publishedTown();
  await services.store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'sent' }).execute());
  const response = await fetch(`${url}/you-said-we-did/data.json`);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toMatchObject({
    outcomes: [
      { id: ids[1], kind: 'cannot', raised: null, told: null },
      {
        id: ids[0],
        kind: 'did',
        consultation: { id: 'high-street', title: { en: 'Your high street' } },
        youSaid: { en: 'Too many shops are empty.', cy: 'Mae gormod o siopau gwag.' },
        themes: [{ en: 'Too many shops are empty', cy: 'Mae gormod o siopau gwag' }],
        publishedAt: '2026-11-20T12:00:00.000Z',
        raised: 6,
        told: 6,
        demo: false,
      },
    ],
  });
});

describe('in a browser', () => {
  for (const width of [1280, 320]) {
    test(`the page has nothing that axe finds, and nothing runs over its edge, at ${width} px`, async () => {
      const { url } = await publishedTown();
      const { page } = await newPage({ width });
      await page.goto(`${url}/you-said-we-did`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      // The second time it comes from the browser's own copy, with the nonce of the first.
      await page.reload();
      expect(await page.locator('article').count()).toBe(2);
      await page.getByRole('link', { name: 'Cymraeg' }).click();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Dywedoch chi, gwnaethom ni');
      expect(await axeViolations(page)).toEqual([]);
    });
  }

  test('the page works without scripts', async () => {
    const { url } = await publishedTown();
    const { page } = await newPage({ javaScript: false });
    await page.goto(`${url}/you-said-we-did`);
    await page.getByRole('link', { name: 'Open data (JSON)' }).click();
    expect(await page.locator('body').innerText()).toContain('We filled nine empty shops');
  });
});
