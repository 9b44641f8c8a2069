import { describe, expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { aboutPounds, pence, pounds } from '#web/money.ts';
import { officerOf, Visitor } from './officer.ts';
import { say, townWithPhones } from './phones.ts';
import { publish } from './published.ts';

const pages = ['', '/publish'];
const both = async (town: Awaited<ReturnType<typeof townWithPhones>>) => {
  const visitor = await Visitor.signedIn(town, 'publisher');
  return Promise.all(
    pages.map(async (page) => (await visitor.get(`/console/outcomes/${town.outcomeId}${page}`)).html),
  );
};

describe('before an outcome is published, officers read', () => {
  test('how many get a template in place of the text', async () => {
    for (const html of await both(await townWithPhones())) {
      expect(html).toContain('2 people get the approved template on WhatsApp');
      expect(html).not.toContain('cannot be told on WhatsApp');
    }
  });

  test('whom no template reaches, and in which languages one must be approved', async () => {
    const town = await townWithPhones({ WHATSAPP_TEMPLATES: '' });
    await say(town, 5, { channel: 'whatsapp', language: 'cy' });
    for (const html of await both(town)) {
      expect(html).toContain('3 people cannot be told on WhatsApp');
      expect(html).toContain(
        'approved before you publish, in: English and Welsh. How to do it is in docs/channels.md',
      );
      expect(html).not.toContain('get the approved template');
    }
    const [draft] = await both(town);
    expect(draft).toContain('Wrote on WhatsApp more than 24 hours ago, and no template is approved');
    expect(draft).toContain('2 people would get a message');
  });

  test('about what it costs: two texts at 4p, two templates at 2.2p', async () => {
    const town = await townWithPhones();
    const [draft = '', publishing] = await both(town);
    expect(/Charged as[^<]*/.exec(draft)?.[0]).toMatch(/^Charged as 1 text,/);
    for (const html of [draft, publishing]) expect(html).toContain('Telling them would cost about £0.12.');
  });

  test('that it costs hardly anything, where it does', async () => {
    const [draft] = await both(await townWithPhones({ SMS_PENCE: '0.1', WHATSAPP_TEMPLATE_PENCE: '0' }));
    expect(draft).toContain('Telling them would cost less than a penny.');
  });

  test('nothing of cost where there is none', async () => {
    const app = await startApp();
    await say(app, 1, { channel: 'telegram' });
    await officerOf(app, 'publisher');
    const said = { youSaid: { en: 'Sit' }, weDid: { en: 'Benches' }, themes: ['nowhere-to-be'] };
    await publish(app.services, said);
    const visitor = await Visitor.signedIn(app, 'publisher');
    const outcome = await app.services.store.read
      .selectFrom('outcomes')
      .select('id')
      .executeTakeFirstOrThrow();
    await app.services.store.turn(({ db }) =>
      db.updateTable('outcomes').set({ state: 'draft', publishedAt: null }).execute(),
    );
    const { html } = await visitor.get(`/console/outcomes/${outcome.id}`);
    expect(html).toContain('1 person would get a message');
    expect(html).not.toContain('would cost');
  });
});

test('after it is published, the page says who was not told for that reason', async () => {
  const town = await townWithPhones({ WHATSAPP_TEMPLATES: '' });
  const visitor = await Visitor.signedIn(town, 'publisher');
  const page = `/console/outcomes/${town.outcomeId}`;
  const { html } = await visitor.get(`${page}/publish`);
  const updatedAt = /name="updatedAt" value="(\d+)"/.exec(html)?.[1] ?? '';
  await visitor.post(`${page}/publish`, { updatedAt });
  expect((await visitor.get(page)).html).toMatch(/no template is approved in their language<\/td>[^2]*2</);
  expect(await town.services.store.read.selectFrom('deliveries').select('channel').execute()).toEqual([
    { channel: 'sms' },
    { channel: 'sms' },
  ]);
});

test('money is written as it is spoken of', () => {
  expect(pounds('en', 416_000)).toBe('£4.16');
  expect(aboutPounds('cy', 416_000)).toBe('£4.16');
  expect(aboutPounds('en', 123_456_000)).toBe('£1,235');
  expect(pence('en', 8_300)).toBe('8.3');
  expect(pence('cy', 4_000)).toBe('4');
});
