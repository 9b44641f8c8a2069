import { describe, expect, test } from 'vitest';
import type { Purpose } from '#domain/words.ts';
import { databases } from '#tests/store/databases.ts';
import { accepted, ledger, provider } from './ledger.ts';

/** A provider that lets each of our numbers send two a second, five at once. */
async function limited(database: (typeof databases)[number], rate = { perSecond: 2, burst: 5 }) {
  const world = await ledger(database);
  const sms = provider('sms', { rate });
  world.channels.set('sms', sms);
  const queueTo = async (many: number, purpose: Purpose, account?: string) => {
    for (let n = 0; n < many; n += 1)
      await world.queue(await world.someone(), purpose, account === undefined ? {} : { account });
  };
  return { ...world, sms, queueTo };
}

describe.each(databases)('how fast a sender goes, on %s', (database) => {
  test('is a burst, and then what fills again', async () => {
    const { queueTo, outbox, sms, clock } = await limited(database);
    await queueTo(12, 'reply');
    const sender = outbox();
    await sender.pump();
    expect(sms.posts).toHaveLength(5);
    await sender.pump();
    expect(sms.posts).toHaveLength(5);
    clock.advance(1000);
    await sender.pump();
    expect(sms.posts).toHaveLength(7);
    clock.advance(60_000);
    await sender.pump();
    expect(sms.posts).toHaveLength(12);
  });

  test('is kept in the database: another process, or the same after a crash, has no tokens of its own', async () => {
    const { queueTo, outbox, sms } = await limited(database);
    await queueTo(12, 'reply');
    await Promise.all([outbox().pump(), outbox().pump()]);
    await outbox().pump();
    expect(sms.posts).toHaveLength(5);
  });

  test('is each number’s own', async () => {
    const { queueTo, outbox, sms } = await limited(database);
    await queueTo(8, 'reply', '+447700900998');
    await queueTo(8, 'reply', '+447700900997');
    await outbox().pump();
    expect(Map.groupBy(sms.posts, ({ account }) => account).size).toBe(2);
    expect(sms.posts).toHaveLength(10);
  });

  test('is no slower for what is never sent', async () => {
    const { queue, someone, outbox, sms, clock } = await limited(database);
    for (let n = 0; n < 5; n += 1)
      await queue(await someone(), 'reply', { expiresAt: clock.now() - 1, notBefore: clock.now() - 1 });
    await queue(await someone(), 'reply');
    await outbox().pump();
    expect(sms.posts).toHaveLength(1);
  });

  test('keeps nobody from help, whose own reply waits behind those of many others', async () => {
    const world = await limited(database, { perSecond: 1, burst: 1 });
    const { queueTo, queue, someone, outbox, sms, clock } = world;
    await queueTo(20, 'reply');
    const to = await someone();
    await queue(to, 'reply');
    await queue(to, 'service');
    const sender = outbox();
    for (let second = 0; second <= 6; second += 1) {
      await sender.pump();
      clock.advance(1000);
    }
    expect(sms.posts.map(({ purpose }) => purpose)).toContain('service');
  });

  test('does not hold up the others where one has nothing left', async () => {
    const { queueTo, outbox, sms, telegram, queue, someone } = await limited(database);
    await queueTo(30, 'reply');
    await queue(await someone('telegram'), 'reply');
    await outbox().pump();
    expect(sms.posts).toHaveLength(5);
    expect(telegram.posts).toHaveLength(1);
  });

  test('lets replies go first, and keeps tokens for them', async () => {
    const { queueTo, outbox, sms, clock } = await limited(database);
    await queueTo(9, 'followUp');
    const sender = outbox();
    await sender.pump();
    // One of five stays for whoever writes in now.
    expect(sms.posts.map(({ purpose }) => purpose)).toEqual(Array(4).fill('followUp'));
    await queueTo(1, 'reply');
    await sender.pump();
    expect(sms.posts.at(-1)?.purpose).toBe('reply');
    await queueTo(2, 'reply');
    clock.advance(1000);
    await sender.pump();
    expect(sms.posts.slice(5).map(({ purpose }) => purpose)).toEqual(['reply', 'reply']);
  });

  test('goes on where the clock was put back', async () => {
    const { queueTo, outbox, sms, clock } = await limited(database);
    await queueTo(7, 'reply');
    const sender = outbox();
    await sender.pump();
    clock.advance(-60_000);
    await queueTo(1, 'reply');
    await sender.pump();
    expect(sms.posts).toHaveLength(5);
    clock.advance(2000);
    await sender.pump();
    expect(sms.posts.length).toBeGreaterThan(5);
  });

  test('is what the provider asks for after a 429, also for the next process; replies are still tried', async () => {
    const { queueTo, outbox, sms, clock } = await limited(database, { perSecond: 100, burst: 100 });
    sms.answer = () => ({ kind: 'retryAfter', afterMs: 30_000, reason: 'rate', code: '429' });
    await queueTo(1, 'followUp');
    await outbox().pump();
    await queueTo(3, 'followUp');
    await queueTo(1, 'reply');
    sms.answer = accepted;
    await outbox().pump();
    expect(sms.posts.slice(1).map(({ purpose }) => purpose)).toEqual(['reply']);
    clock.advance(30_000);
    await outbox().pump();
    expect(sms.posts).toHaveLength(6);
  });
});
