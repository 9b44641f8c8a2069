import { describe, expect, test } from 'vitest';
import type { Outbound } from '#channels/channel.ts';
import { monthBegan, nextMonth } from '#domain/month.ts';
import type { Purpose } from '#domain/words.ts';
import { noLimits } from '#outbox/limits.ts';
import { databases } from '#tests/store/databases.ts';
import { accepted, ledger, NOON, provider } from './ledger.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** A network that charges four pence a segment. */
async function charging(database: (typeof databases)[number]) {
  const world = await ledger(database);
  const sms = provider('sms', { rate: { perSecond: 1000, burst: 1000 } });
  const segments = ({ text }: Outbound) => Math.ceil(text.length / 160);
  sms.price = (message) => ({ segments: segments(message), millipence: segments(message) * 4000 });
  sms.capabilities = (address) => ({
    ...provider('sms').capabilities(address),
    rate: { perSecond: 1000, burst: 1000 },
    phone: address,
  });
  world.channels.set('sms', sms);
  return { ...world, sms };
}

describe.each(databases)('automatic replies, on %s', (database) => {
  const limits = { ...noLimits, repliesAnHour: 3 };

  test('go to one address a few times an hour; the rest waits, in order, and nothing is lost', async () => {
    const { queue, someone, outbox, sms, clock } = await charging(database);
    const to = await someone();
    const sender = outbox({ limits });
    for (const text of ['1', '2', '3', '4', '5']) {
      await queue(to, 'reply', { text });
      await sender.pump();
      clock.advance(60_000);
    }
    const said = () => sms.posts.map(({ text }) => text);
    expect(said()).toEqual(['1', '2', '3']);
    clock.advance(hour - 5 * 60_000);
    await sender.pump();
    expect(said()).toEqual(['1', '2', '3', '4']);
    clock.advance(hour);
    await sender.pump();
    expect(said()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('do not keep anybody waiting for a question who answers quickly', async () => {
    const { queue, someone, outbox, sms } = await charging(database);
    const to = await someone();
    for (let n = 0; n < 5; n += 1) await queue(to, 'reply', { asks: true });
    for (let n = 0; n < 5; n += 1) await queue(to, 'reply');
    await outbox({ limits }).pump();
    expect(sms.posts).toHaveLength(5 + 3);
  });

  test('come to an end all the same where a machine begins the questions again and again', async () => {
    const { queue, someone, outbox, sms } = await charging(database);
    const to = await someone();
    for (let n = 0; n < 20; n += 1) await queue(to, 'reply', { asks: true });
    await outbox({ limits }).pump();
    expect(sms.posts).toHaveLength(3 * 3);
  });

  test('are counted apart from where to get help, and from other people', async () => {
    const { queue, someone, outbox, sms } = await charging(database);
    const to = await someone();
    const sender = outbox({ limits });
    for (let n = 0; n < 4; n += 1) await queue(to, 'reply');
    await queue(await someone(), 'reply');
    await sender.pump();
    await queue(to, 'service');
    await sender.pump();
    expect(sms.posts.map(({ purpose }) => purpose).sort()).toEqual([
      'reply',
      'reply',
      'reply',
      'reply',
      'service',
    ]);
    expect(sms.posts.filter(({ address }) => address === to.raw)).toHaveLength(4);
  });

  test('are not counted where no provider stands behind the channel', async () => {
    const { queue, someone, outbox, telegram } = await charging(database);
    const to = await someone('telegram');
    for (let n = 0; n < 5; n += 1) await queue(to, 'reply');
    await outbox({ limits }).pump();
    expect(telegram.posts).toHaveLength(5);
  });
});

describe.each(databases)('countries, on %s', (database) => {
  const limits = { ...noLimits, countries: { sms: ['+44'] } };

  test.each<[Purpose, string]>([
    ['reply', 'suppressed'],
    ['reminder', 'suppressed'],
    ['followUp', 'suppressed'],
    ['service', 'accepted'],
  ])('%s to a number of another country is %s', async (purpose, state) => {
    const { queue, someone, outbox, sms, look, channels } = await charging(database);
    const abroad = { ...sms, capabilities: () => ({ ...sms.capabilities(''), phone: '+353851234567' }) };
    channels.set('sms', abroad);
    const id = await queue(await someone(), purpose);
    await outbox({ limits }).pump();
    expect(await look(id)).toMatchObject({
      state,
      reason: state === 'suppressed' ? 'country' : null,
    });
  });

  test.each(['+449012345678', '+448712345678', '+448451234567', '+447012345678'])(
    'a number that costs whoever calls it is never texted: %s',
    async (phone) => {
      const { queue, someone, outbox, sms, look, channels } = await charging(database);
      channels.set('sms', { ...sms, capabilities: () => ({ ...sms.capabilities(''), phone }) });
      const id = await queue(await someone(), 'reply');
      await outbox({ limits: noLimits }).pump();
      expect(await look(id)).toMatchObject({ state: 'suppressed', reason: 'country' });
    },
  );

  test('a number of a country that is served gets all of it', async () => {
    const { queue, someone, outbox, sms } = await charging(database);
    await queue(await someone(), 'reply');
    await outbox({ limits }).pump();
    expect(sms.posts).toHaveLength(1);
  });
});

describe.each(databases)('what it costs, on %s', (database) => {
  test('is written with the attempt, and put right by what the provider counted or refused', async () => {
    const { queue, someone, outbox, sms, look, clock } = await charging(database);
    const long = await queue(await someone(), 'reply', { text: 'a'.repeat(200) });
    await outbox().pump();
    expect(await look(long)).toMatchObject({ segments: 1, millipence: 4000 });
    sms.answer = () => ({ kind: 'accepted', providerId: 'x', segments: null });
    const other = await queue(await someone(), 'reply', { text: 'a'.repeat(200) });
    await outbox().pump();
    expect(await look(other)).toMatchObject({ segments: 2, millipence: 8000 });
    sms.answer = () => ({ kind: 'rejected', reason: 'badAddress', code: '21211', permanent: true });
    const refused = await queue(await someone(), 'reply');
    await outbox().pump();
    expect(await look(refused)).toMatchObject({ state: 'rejected', millipence: 0 });
    sms.answer = () => ({ kind: 'retryAfter', afterMs: 1000, reason: 'rate', code: '20429' });
    const slowed = await queue(await someone(), 'reply');
    await outbox().pump();
    expect(await look(slowed)).toMatchObject({ state: 'queued', millipence: 0 });
    sms.answer = () => ({ kind: 'unknown', code: 'ECONNRESET' });
    const twice = await queue(await someone(), 'reply');
    await outbox().pump();
    clock.advance(2000);
    sms.answer = accepted;
    await outbox().pump();
    expect(await look(twice)).toMatchObject({ state: 'accepted', attempts: 2, millipence: 8000 });
    sms.answer = () => ({ kind: 'unknown', code: 'ECONNRESET' });
    const lost = await queue(await someone(), 'followUp');
    await outbox().pump();
    expect(await look(lost)).toMatchObject({ state: 'unknown', millipence: 4000 });
  });
});

describe.each(databases)('a budget for the month, on %s', (database) => {
  const limits = { ...noLimits, monthlyMillipence: 8000 };

  test('lets follow-ups and reminders wait when it is spent, and never a reply or where to get help', async () => {
    const { queue, someone, outbox, sms, look, telegram } = await charging(database);
    const sender = outbox({ limits });
    for (let n = 0; n < 2; n += 1) await queue(await someone(), 'reply');
    await sender.pump();
    const waiting = [await queue(await someone(), 'followUp'), await queue(await someone(), 'reminder')];
    await queue(await someone(), 'reply');
    await queue(await someone(), 'service');
    await queue(await someone('telegram'), 'followUp');
    await sender.pump();
    expect(sms.posts.slice(2).map(({ purpose }) => purpose)).toEqual(['service', 'reply']);
    expect(telegram.posts).toMatchObject([{ purpose: 'followUp' }]);
    for (const id of waiting) expect((await look(id)).state).toBe('queued');
  });

  test('begins anew with the month, by the clock in London, and goes on at once where it is raised', async () => {
    const { queue, someone, outbox, sms, clock } = await charging(database);
    for (let n = 0; n < 2; n += 1) await queue(await someone(), 'reply');
    await outbox({ limits }).pump();
    await queue(await someone(), 'followUp');
    await outbox({ limits }).pump();
    expect(sms.posts).toHaveLength(2);
    await outbox({ limits: { ...limits, monthlyMillipence: 9000 } }).pump();
    expect(sms.posts).toHaveLength(3);
    await queue(await someone(), 'followUp');
    await outbox({ limits }).pump();
    expect(sms.posts).toHaveLength(3);
    clock.advance(nextMonth(NOON) - NOON + 9 * hour);
    await outbox({ limits }).pump();
    expect(sms.posts).toHaveLength(4);
  });

  test('does not let what waits for it grow too old', async () => {
    const { queue, someone, outbox, sms, clock, look } = await charging(database);
    for (let n = 0; n < 2; n += 1) await queue(await someone(), 'reply');
    const sender = outbox({ limits });
    await sender.pump();
    const id = await queue(await someone(), 'followUp', { expiresAt: NOON + day });
    await sender.recover();
    clock.advance(nextMonth(NOON) - NOON + 9 * hour);
    await sender.pump();
    expect((await look(id)).state).toBe('accepted');
    expect(sms.posts).toHaveLength(3);
  });
});

test('a month begins at midnight in London, in winter and in summer', () => {
  expect(monthBegan(NOON)).toBe(Date.parse('2026-11-01T00:00:00Z'));
  expect(nextMonth(NOON)).toBe(Date.parse('2026-12-01T00:00:00Z'));
  expect(monthBegan(Date.parse('2026-06-30T23:30:00Z'))).toBe(Date.parse('2026-06-30T23:00:00Z'));
  expect(nextMonth(Date.parse('2026-03-30T12:00:00Z'))).toBe(Date.parse('2026-03-31T23:00:00Z'));
  expect(nextMonth(Date.parse('2026-12-31T23:59:59Z'))).toBe(Date.parse('2027-01-01T00:00:00Z'));
});
