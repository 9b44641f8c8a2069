import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fetchWaiting } from '#media/fetch.ts';
import * as made from '#tests/media/bytes.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';

/** A council to which one person has sent these, in this order, after "hello". */
async function town(...files: Buffer[]) {
  const app = await startApp({ env: { DEFAULT_FLOW: 'high-street' } });
  const { services, clock } = app;
  const phone = services.simulator.newPhone('whatsapp');
  await services.receive(services.simulator.said(phone, 'hello'));
  await services.outbox.pump();
  for (const bytes of files) {
    clock.advance(60_000);
    await services.receive(await services.simulator.attached(phone, '', bytes));
  }
  await fetchWaiting(services.media);
  const media = await services.store.read.selectFrom('media').selectAll().orderBy('id').execute();
  const at = (n: number) => `/console/media/${media[n]?.id}`;
  const part = await services.store.read
    .selectFrom('responseParts')
    .select('responseId')
    .where('messageId', '=', media[0]?.messageId ?? '')
    .executeTakeFirst();
  return { app, media, at, response: `/console/responses/${part?.responseId}` };
}

async function reviewer(app: RunningApp): Promise<Visitor> {
  await officerOf(app, 'reviewer');
  return Visitor.signedIn(app, 'reviewer');
}

describe('the bytes of a file', () => {
  test('are for officers, and can run nothing', async () => {
    const { app, at } = await town(await made.phonePhoto());
    expect((await new Visitor(app.url).get(at(0))).status).toBe(302);
    const visitor = await reviewer(app);
    const { status, headers } = await visitor.get(at(0));
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline; filename="[\w-]+\.jpg"$/),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  test('a recording comes in the pieces that a player asks for', async () => {
    const { app, at } = await town(made.oggOpus);
    const visitor = await reviewer(app);
    const answer = await visitor.get(at(0), { range: 'bytes=0-3' });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes 0-3/${made.oggOpus.length}`);
    expect(answer.headers.get('content-type')).toBe('audio/ogg');
    expect(answer.html).toBe('OggS');
  });

  test('what is neither looked at nor listened to is only downloaded', async () => {
    const { app, at } = await town(made.pdf, Buffer.from('Mae angen mainc yma'));
    const visitor = await reviewer(app);
    const [pdf, words] = [await visitor.get(at(0)), await visitor.get(at(1))];
    expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; .*\.pdf"$/);
    expect(words.headers.get('content-disposition')).toMatch(/^attachment; .*\.txt"$/);
    expect(words.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  test('there are none of what was refused, lost or never sent', async () => {
    const { app, at } = await town(made.zip, made.pdf);
    const visitor = await reviewer(app);
    rmSync(app.services.media.folder, { recursive: true });
    for (const path of [at(0), at(1), '/console/media/..%2f..%2fhearback.key', '/console/media/nothing'])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
  });
});

describe('what waits for a person', () => {
  test('is listed until somebody has dealt with it', async () => {
    const { app, at } = await town(await made.phonePhoto(), made.oggOpus, made.zip);
    const visitor = await reviewer(app);
    const list = await visitor.get('/console/media');
    expect(list.html.match(/class="hearback-media"/g)).toHaveLength(3);
    expect(list.html).toContain('It was not kept');
    for (const n of [0, 2]) {
      const answer = await visitor.post(`${at(n)}/seen`, { from: 'list' }, '/console/media');
      expect([answer.status, answer.location]).toEqual([303, '/console/media']);
    }
    const left = await visitor.get('/console/media');
    expect(left.html.match(/class="hearback-media"/g)).toHaveLength(1);
    expect(left.html).toContain('Marked as looked at');
  });

  test('what is said is written down, becomes the response, and closes the case', async () => {
    const { app, at, response } = await town(made.oggOpus);
    const visitor = await reviewer(app);
    const empty = await visitor.post(`${at(0)}/transcript`, { text: ' ', from: 'list' }, '/console/media');
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('Write down what is said');

    const words = 'The bench\r\nis <b>broken</b> {{ 7 * 7 }}';
    const answer = await visitor.post(`${at(0)}/transcript`, { text: words, from: 'response' }, response);
    expect([answer.status, answer.location]).toEqual([303, response]);
    const page = await visitor.get(response);
    expect(page.html).toContain('is &lt;b&gt;broken&lt;/b&gt; {{ 7 * 7 }}');
    expect(page.html).toContain('Written down by an officer');
    expect(page.html).not.toContain('Write down what is said in it');
    expect((await visitor.get('/console/media')).html).toContain('Nothing is waiting');
    const cases = await app.services.store.read.selectFrom('cases').select(['kind', 'state']).execute();
    expect(cases).toEqual([{ kind: 'media', state: 'closed' }]);

    const late = await visitor.post(
      `${at(0)}/transcript`,
      { text: 'Something else', from: 'list' },
      '/console',
    );
    expect(late.status).toBe(303);
    expect((await visitor.get('/console/media')).html).toContain('Your words were not saved');
  });

  test('a viewer sees it and can change nothing', async () => {
    const { app, response } = await town(made.oggOpus);
    await officerOf(app, 'viewer');
    const visitor = await Visitor.signedIn(app, 'viewer');
    const { html } = await visitor.get(response);
    expect(html).toContain('<audio');
    expect(html).not.toContain('Write down what is said in it');
  });
});

describe.each([{ width: 1280 }, { width: 320 }])('in a browser, $width pixels wide', (given) => {
  test('photos are seen, axe finds nothing, and nothing scrolls sideways', async () => {
    const { app, response } = await town(await made.phonePhoto(), made.oggOpus, made.mp4, made.pdf, made.exe);
    await officerOf(app, 'reviewer');
    const { page } = await newPage(given);
    await enter(page, app.url);
    for (const path of ['/console/media', response, '/console/media?lang=cy']) {
      await page.goto(app.url + path);
      const photo = page.locator('img.hearback-media__picture').first();
      await photo.scrollIntoViewIfNeeded();
      expect(await photo.getAttribute('alt')).toMatch(/20 \w+ 2026/);
      expect(
        await photo.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode()),
      ).toBe(undefined);
      expect([path, await axeViolations(page)]).toEqual([path, []]);
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([path, await page.evaluate(sideways)]).toEqual([path, 0]);
    }
  });
});

test('without scripts, somebody listens and writes it down', async () => {
  const { app } = await town(made.oggOpus);
  await officerOf(app, 'reviewer');
  const { page } = await newPage({ javaScript: false });
  await enter(page, app.url);
  await page.getByRole('link', { name: 'Photos and voice' }).click();
  await page.getByLabel('Write down what is said in it').fill('The crossing is too fast.');
  await page.getByRole('button', { name: 'Save these words' }).click();
  await page.getByText('The words are part of the response now').waitFor();
});

async function enter(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/console`);
}
