import { describe, expect, test } from 'vitest';
import type { SendResult } from '#channels/channel.ts';
import type { Purpose } from '#domain/words.ts';
import { startAddress, stopResident } from '#store/optOuts.ts';
import { databases } from '#tests/store/databases.ts';
import { accepted, failingStore, ledger, NOON } from './ledger.ts';

const hour = 60 * 60_000;
const rejected = (
  reason: 'badAddress' | 'blocked' | 'optedOut' | 'auth',
  permanent: boolean,
): SendResult => ({
  kind: 'rejected',
  reason,
  code: '1',
  permanent,
});
const wait: SendResult = { kind: 'retryAfter', afterMs: 30_000, reason: 'rate', code: '429' };
const silence: SendResult = { kind: 'unknown', code: 'ECONNRESET' };

describe.each(databases)('sending, on %s', (database) => {
  test('what is due goes once, to the opened address, and the ledger knows its provider id', async () => {
    const { outbox, queue, someone, sms, look } = await ledger(database);
    const to = await someone();
    const id = await queue(to, 'reply', { text: 'Thank you.' });
    expect(await outbox().pump()).toBe(1);
    expect(await outbox().pump()).toBe(0);
    expect(sms.posts).toMatchObject([
      { deliveryId: id, address: to.raw, text: 'Thank you.', purpose: 'reply' },
    ]);
    expect(await look(id)).toMatchObject({
      state: 'accepted',
      providerId: `SM-${sms.posts[0]?.attemptId}`,
      attempts: 1,
      leaseUntil: null,
      settledAt: NOON,
    });
  });

  test('one address gets its messages in order and one at a time; others do not wait for it', async () => {
    const { outbox, queue, someone, sms } = await ledger(database);
    const [one, other] = [await someone(), await someone()];
    for (const text of ['1', '2', '3']) await queue(one, 'reply', { text });
    await queue(other, 'reply', { text: 'other' });
    const flying = new Set<string>();
    const together: number[] = [];
    sms.answer = async (message) => {
      expect(flying.has(message.address)).toBe(false);
      flying.add(message.address);
      await new Promise((resolve) => setImmediate(resolve));
      together.push(flying.size);
      flying.delete(message.address);
      return { kind: 'accepted', providerId: message.attemptId, segments: 1 };
    };
    expect(await outbox().pump()).toBe(4);
    expect(sms.posts.filter(({ address }) => address === one.raw).map(({ text }) => text)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(Math.max(...together)).toBe(2);
  });

  test('conversations go before follow-ups', async () => {
    const { outbox, queue, someone, sms } = await ledger(database);
    const people = [await someone(), await someone(), await someone()];
    await queue(people[0]!, 'followUp');
    await queue(people[1]!, 'reply');
    await queue(people[2]!, 'service');
    await outbox({ inFlight: 1 }).pump();
    expect(sms.posts.map(({ purpose }) => purpose)).toEqual(['service', 'reply', 'followUp']);
  });

  test('STOP cancels what is queued, and suppresses what is queued later, but not service', async () => {
    const { outbox, queue, someone, address, store, sms, telegram, look } = await ledger(database);
    const phone = await someone();
    const chat = await address(phone.residentId, 'telegram');
    const before = [
      await queue(phone, 'reply'),
      await queue(chat, 'followUp'),
      await queue(phone, 'reminder'),
    ];
    const service = await queue(phone, 'service');
    await store.turn((tx) => stopResident(tx, phone.residentId, NOON));
    await store.turn((tx) => stopResident(tx, phone.residentId, NOON + 1));
    const after = [await queue(chat, 'reply'), await queue(phone, 'followUp'), await queue(chat, 'reminder')];
    await outbox().pump();
    expect([...sms.posts, ...telegram.posts].map(({ deliveryId }) => deliveryId)).toEqual([service]);
    for (const id of before) expect(await look(id)).toMatchObject({ state: 'cancelled', reason: 'optedOut' });
    for (const id of after) expect(await look(id)).toMatchObject({ state: 'suppressed', reason: 'optedOut' });
  });

  test('START restores one address and not the others', async () => {
    const { outbox, queue, someone, address, store, sms, telegram } = await ledger(database);
    const phone = await someone();
    const chat = await address(phone.residentId, 'telegram');
    await store.turn((tx) => stopResident(tx, phone.residentId, NOON));
    expect(await store.turn((tx) => startAddress(tx, phone.hash))).toBe(true);
    expect(await store.turn((tx) => startAddress(tx, phone.hash))).toBe(false);
    await queue(phone, 'reply');
    await queue(chat, 'reply');
    await outbox().pump();
    expect([sms.posts.length, telegram.posts.length]).toEqual([1, 0]);
  });

  test('a STOP that comes while a message is being sent stops the next one', async () => {
    const { outbox, queue, someone, store, sms, look } = await ledger(database);
    const to = await someone();
    const first = await queue(to, 'reply');
    const second = await queue(to, 'reply');
    sms.answer = async ({ attemptId }) => {
      await store.turn((tx) => stopResident(tx, to.residentId, NOON));
      return { kind: 'accepted', providerId: attemptId, segments: 1 };
    };
    await outbox().pump();
    expect(sms.posts).toHaveLength(1);
    expect([(await look(first)).state, (await look(second)).state]).toEqual(['accepted', 'cancelled']);
  });

  test.each<[Purpose, string]>([
    ['followUp', 'queued'],
    ['reminder', 'queued'],
    ['reply', 'accepted'],
    ['service', 'accepted'],
  ])('in quiet hours a %s is %s', async (purpose, state) => {
    const { outbox, queue, someone, clock, look, sms } = await ledger(database);
    const id = await queue(await someone(), purpose);
    clock.set(Date.parse('2026-11-20T23:00:00Z'));
    await outbox().pump();
    expect((await look(id)).state).toBe(state);
    clock.set(Date.parse('2026-11-21T08:00:00Z'));
    await outbox().pump();
    expect((await look(id)).state).toBe('accepted');
    expect(sms.posts).toHaveLength(1);
  });

  test('a follow-up is noted on its address in the turn that claims it', async () => {
    const { outbox, queue, someone, addressRow, sms } = await ledger(database);
    const to = await someone();
    const id = await queue(to, 'followUp');
    sms.answer = async (message) => {
      expect(await addressRow(to.id)).toMatchObject({ followUpDeliveryId: id, followUpAt: NOON });
      return { kind: 'accepted', providerId: message.attemptId, segments: 1 };
    };
    expect(await outbox().pump()).toBe(1);
  });

  test('a crash while sending: a follow-up ends unknown and is not sent again, a reply is', async () => {
    const { outbox, queue, someone, clock, sms, look } = await ledger(database);
    const followUp = await queue(await someone(), 'followUp');
    const reply = await queue(await someone(), 'reply');
    sms.answer = () => new Promise(() => {});
    void outbox().pump();
    await expect.poll(() => sms.posts.length).toBe(2);
    sms.answer = (message) => ({ kind: 'accepted', providerId: message.attemptId, segments: 1 });
    const next = outbox();
    await next.recover();
    expect(await next.pump()).toBe(0);
    clock.advance(3 * 60_000);
    await next.recover();
    expect((await look(followUp)).state).toBe('unknown');
    clock.advance(60_000);
    expect(await next.pump()).toBe(1);
    expect((await look(reply)).state).toBe('accepted');
    expect(sms.posts.filter(({ deliveryId }) => deliveryId === followUp)).toHaveLength(1);
    expect(sms.posts.filter(({ deliveryId }) => deliveryId === reply)).toHaveLength(2);
  });
});

describe('what providers answer', () => {
  test('wait: it goes again after the pause, with a new attempt id', async () => {
    const { outbox, queue, someone, clock, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp');
    sms.answer = () => wait;
    const sender = outbox();
    expect(await sender.pump()).toBe(1);
    expect(await look(id)).toMatchObject({ state: 'queued', notBefore: NOON + 30_000, reason: 'rate' });
    expect(await sender.pump()).toBe(0);
    clock.advance(30_000);
    sms.answer = ({ attemptId }) => ({ kind: 'accepted', providerId: attemptId, segments: 1 });
    expect(await sender.pump()).toBe(1);
    expect(await look(id)).toMatchObject({ state: 'accepted', reason: null, attempts: 2 });
    expect(sms.posts[0]?.attemptId).not.toBe(sms.posts[1]?.attemptId);
  });

  test('wait, to one of many follow-ups: the others wait too, live conversations do not', async () => {
    const { outbox, queue, someone, sms } = await ledger();
    for (let i = 0; i < 5; i += 1) await queue(await someone(), 'followUp');
    sms.answer = () => wait;
    const sender = outbox({ inFlight: 1 });
    expect(await sender.pump()).toBe(1);
    await queue(await someone(), 'reply');
    expect(await sender.pump()).toBe(1);
    expect(sms.posts.map(({ purpose }) => purpose)).toEqual(['followUp', 'reply']);
  });

  test('wait, again and again: it ends as rejected, with the reason', async () => {
    const { outbox, queue, someone, clock, sms, look } = await ledger();
    const id = await queue(await someone(), 'reply');
    sms.answer = () => ({ kind: 'retryAfter', afterMs: 5000, reason: 'unreachable', code: 'ECONNREFUSED' });
    for (let i = 0; i < 40; i += 1) {
      await outbox().pump();
      clock.advance(hour);
    }
    expect(await look(id)).toMatchObject({ state: 'rejected', reason: 'unreachable', attempts: 12 });
    expect(sms.posts).toHaveLength(12);
  });

  test('wait, until it would be too late', async () => {
    const { outbox, queue, someone, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp', { expiresAt: NOON + 20_000 });
    sms.answer = () => wait;
    await outbox().pump();
    expect(await look(id)).toMatchObject({ state: 'rejected', reason: 'rate' });
  });

  test.each<[Purpose, string, number]>([
    ['followUp', 'unknown', 1],
    ['reminder', 'unknown', 1],
    ['reply', 'unknown', 5],
    ['service', 'unknown', 5],
  ])('silence for a %s: in the end it is %s after %i', async (purpose, state, posts) => {
    const { outbox, queue, someone, clock, sms, look } = await ledger();
    const id = await queue(await someone(), purpose);
    sms.answer = () => silence;
    for (let i = 0; i < 8; i += 1) {
      await outbox().pump();
      clock.advance(60_000);
    }
    expect(await look(id)).toMatchObject({ state, code: 'ECONNRESET' });
    expect(sms.posts).toHaveLength(posts);
  });

  test('a channel that throws has maybe sent it', async () => {
    const { outbox, queue, someone, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp');
    sms.answer = () => {
      throw new Error('a fault of ours');
    };
    expect(await outbox().pump()).toBe(1);
    expect((await look(id)).state).toBe('unknown');
  });

  test.each(['badAddress', 'blocked'] as const)(
    '%s for good: nothing goes there but service',
    async (reason) => {
      const { outbox, queue, someone, clock, addressRow, sms, look, store } = await ledger();
      const to = await someone();
      const first = await queue(to, 'followUp');
      sms.answer = () => rejected(reason, true);
      await outbox().pump();
      expect(await look(first)).toMatchObject({ state: 'rejected', reason, code: '1' });
      expect((await addressRow(to.id)).blockedAt).toBe(NOON);
      const later = await queue(to, 'reply');
      const service = await queue(to, 'service');
      await outbox().pump();
      expect(await look(later)).toMatchObject({ state: 'suppressed', reason: 'blocked' });
      expect((await look(service)).attempts).toBe(1);
      // Someone who writes to us from there can be written to again.
      clock.advance(1000);
      await store.turn((tx) =>
        tx.db.updateTable('addresses').set({ lastInboundAt: clock.now() }).where('id', '=', to.id).execute(),
      );
      const answer = await queue(to, 'reply');
      await outbox().pump();
      expect((await look(answer)).attempts).toBe(1);
    },
  );

  test('badAddress for now blocks nothing', async () => {
    const { outbox, queue, someone, addressRow, sms } = await ledger();
    const to = await someone();
    await queue(to, 'reply');
    sms.answer = () => rejected('badAddress', false);
    await outbox().pump();
    expect((await addressRow(to.id)).blockedAt).toBeNull();
  });

  test('optedOut: the provider heard a STOP that we did not, and it holds everywhere', async () => {
    const { outbox, queue, someone, address, sms, telegram, look } = await ledger();
    const phone = await someone();
    const chat = await address(phone.residentId, 'telegram');
    const first = await queue(phone, 'reply');
    sms.answer = () => rejected('optedOut', true);
    await outbox().pump();
    const later = await queue(chat, 'followUp');
    await outbox().pump();
    expect((await look(first)).reason).toBe('optedOut');
    expect((await look(later)).state).toBe('suppressed');
    expect(telegram.posts).toEqual([]);
  });
});

describe('what never goes', () => {
  test('what came too late', async () => {
    const { outbox, queue, someone, sms, look, clock } = await ledger();
    const id = await queue(await someone(), 'followUp', { expiresAt: NOON + hour });
    clock.advance(hour);
    expect(await outbox().pump()).toBe(0);
    expect(await look(id)).toMatchObject({ state: 'expired', settledAt: NOON + hour });
    expect(sms.posts).toEqual([]);
  });

  test('what a channel that is not set up would carry: it waits, and keeps nobody waiting', async () => {
    const { outbox, queue, someone, channels, look } = await ledger();
    const stuck = await queue(await someone('telegram'), 'reply');
    const sent = await queue(await someone(), 'reply');
    channels.delete('telegram');
    expect(await outbox().pump()).toBe(1);
    expect([(await look(stuck)).state, (await look(sent)).state]).toEqual(['queued', 'accepted']);
  });

  test('what an unknown key sealed', async () => {
    const { outbox, queue, someone, store, look } = await ledger();
    const to = await someone();
    const broken = await queue(to, 'reply');
    await store.turn((tx) =>
      tx.db.updateTable('addresses').set({ sealed: 'AAAA' }).where('id', '=', to.id).execute(),
    );
    const sent = await queue(await someone(), 'reply');
    expect(await outbox().pump()).toBe(1);
    expect([(await look(broken)).state, (await look(sent)).state]).toEqual(['rejected', 'accepted']);
  });

  test('a follow-up in the last minutes of the day, or one that would arrive after them', async () => {
    const { outbox, queue, someone, clock, sms } = await ledger();
    const to = await someone();
    clock.set(Date.parse('2026-11-20T19:30:00Z'));
    await queue(to, 'followUp', { expiresAt: NOON + 48 * hour });
    await outbox().pump();
    expect(sms.posts[0]?.expiresAt).toBe(Date.parse('2026-11-20T20:00:00Z'));
    clock.set(Date.parse('2026-11-20T19:57:00Z'));
    await queue(await someone(), 'followUp');
    expect(await outbox().pump()).toBe(0);
  });

  test('a follow-up waiting for the morning keeps no reply waiting', async () => {
    const { outbox, queue, someone, clock, sms } = await ledger();
    const to = await someone();
    await queue(to, 'followUp');
    clock.set(Date.parse('2026-11-20T22:00:00Z'));
    await queue(to, 'reply');
    expect(await outbox().pump()).toBe(1);
    expect(sms.posts[0]?.purpose).toBe('reply');
  });
});

describe('a store that fails', () => {
  test('before the intent is durable: nothing leaves', async () => {
    const { outbox, queue, someone, store, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp');
    await expect(outbox({ store: failingStore(store, () => true) }).pump()).rejects.toThrow('went away');
    expect(sms.posts).toEqual([]);
    expect((await look(id)).state).toBe('queued');
  });

  test('after the POST: the answer is kept and written when the store is back', async () => {
    const { outbox, queue, someone, store, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp');
    let broken = true;
    const sender = outbox({ store: failingStore(store, (turn) => broken && turn > 0 && turn !== 2) });
    expect(await sender.pump()).toBe(1);
    expect((await look(id)).state).toBe('attempting');
    broken = false;
    expect(await sender.pump()).toBe(0);
    expect((await look(id)).state).toBe('accepted');
    expect(sms.posts).toHaveLength(1);
  });

  test('after the POST, and the process dies: unknown, and never a second POST', async () => {
    const { outbox, queue, someone, store, clock, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp');
    await outbox({ store: failingStore(store, (turn) => turn === 1) }).pump();
    clock.advance(3 * 60_000);
    await outbox().recover();
    await outbox().pump();
    expect((await look(id)).state).toBe('unknown');
    expect(sms.posts).toHaveLength(1);
  });

  test('an answer that comes after all turns unknown into what it was', async () => {
    const { outbox, queue, someone, store, clock, sms, look } = await ledger();
    const id = await queue(await someone(), 'followUp');
    const first = outbox({ store: failingStore(store, (turn) => turn === 1) });
    await first.pump();
    clock.advance(3 * 60_000);
    await outbox().recover();
    expect((await look(id)).state).toBe('unknown');
    await first.recover();
    expect((await look(id)).state).toBe('accepted');
    expect(sms.posts).toHaveLength(1);
  });
});

test('a send that never returns frees its place when its lease ends, and asking again meanwhile sends the rest', async () => {
  const { outbox, queue, someone, clock, sms, look } = await ledger();
  const stuck = await queue(await someone(), 'followUp');
  sms.answer = () => new Promise(() => {});
  const sender = outbox({ inFlight: 2 });
  const pumping = sender.pump();
  await expect.poll(() => sms.posts.length).toBe(1);
  sms.answer = ({ attemptId }) => ({ kind: 'accepted', providerId: attemptId, segments: 1 });
  const other = await queue(await someone(), 'reply');
  const again = sender.pump();
  await expect.poll(async () => (await look(other)).state).toBe('accepted');
  clock.advance(3 * 60_000);
  await sender.recover();
  expect(await pumping).toBe(2);
  expect(await again).toBe(2);
  expect((await look(stuck)).state).toBe('unknown');
});

test('follow-ups that all hang leave room for a reply', async () => {
  const { outbox, queue, someone, sms, look } = await ledger();
  for (let index = 0; index < 8; index += 1) await queue(await someone(), 'followUp');
  sms.answer = () => new Promise(() => {});
  const sender = outbox();
  void sender.pump();
  await expect.poll(() => sms.posts.length).toBe(6);
  sms.answer = accepted;
  const reply = await queue(await someone(), 'reply');
  void sender.pump();
  await expect.poll(async () => (await look(reply)).state).toBe('accepted');
  expect(sms.posts).toHaveLength(7);
});

test('an attempt from a clock that was a day ahead is recovered too', async () => {
  const { outbox, queue, someone, clock, sms, look } = await ledger();
  const id = await queue(await someone(), 'followUp');
  clock.advance(24 * hour);
  sms.answer = () => new Promise(() => {});
  void outbox().pump();
  await expect.poll(() => sms.posts.length).toBe(1);
  clock.advance(-24 * hour);
  await outbox().recover();
  expect((await look(id)).state).toBe('unknown');
});

test('a clean stop waits for what is in flight and leaves the rest queued', async () => {
  const { outbox, queue, someone, sms, look } = await ledger();
  const ids = [await queue(await someone(), 'reply'), await queue(await someone(), 'reply')];
  const answer = Promise.withResolvers<SendResult>();
  sms.answer = () => answer.promise;
  const sender = outbox({ inFlight: 1 });
  const pumping = sender.pump();
  await expect.poll(() => sms.posts.length).toBe(1);
  const stopping = sender.stop();
  answer.resolve({ kind: 'accepted', providerId: 'SM1', segments: 1 });
  await stopping;
  expect(await pumping).toBe(1);
  expect(await sender.pump()).toBe(0);
  expect((await Promise.all(ids.map(look))).map(({ state }) => state)).toEqual(['accepted', 'queued']);
});
