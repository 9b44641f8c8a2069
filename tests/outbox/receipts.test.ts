import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '#channels/channel.ts';
import { rankOf } from '#outbox/rank.ts';
import { isStopped } from '#store/optOuts.ts';
import { databases } from '#tests/store/databases.ts';
import { accepted, failingStore, ledger, NOON } from './ledger.ts';

const receipt = (providerId: string, state: Receipt['state'], more: Partial<Receipt> = {}): Receipt => ({
  channel: 'sms',
  providerId,
  attemptId: null,
  state,
  reason: null,
  code: null,
  ...more,
});

/** One reply that the provider has accepted under the id SM1. */
async function sent(database?: (typeof databases)[number]) {
  const world = await ledger(database);
  const to = await world.someone();
  const id = await world.queue(to, 'reply');
  world.sms.answer = () => ({ kind: 'accepted', providerId: 'SM1', segments: 1 });
  const outbox = world.outbox();
  await outbox.pump();
  const state = async () => (await world.look(id)).state;
  const kept = () => world.store.read.selectFrom('receipts').selectAll().execute();
  return { ...world, to, id, sender: outbox, state, kept };
}

describe.each(databases)('receipts, on %s', (database) => {
  test('move a delivery on, and never back', async () => {
    const { sender, state, kept, id } = await sent(database);
    await sender.receipt(receipt('SM1', 'sent'));
    expect(await state()).toBe('sent');
    await sender.receipt(receipt('SM1', 'delivered'));
    await sender.receipt(receipt('SM1', 'sent'));
    await sender.receipt(receipt('SM1', 'accepted'));
    expect(await state()).toBe('delivered');
    expect((await kept()).map(({ state, deliveryId }) => [state, deliveryId])).toEqual([
      ['sent', id],
      ['delivered', id],
      ['accepted', id],
    ]);
  });

  test('five at once are kept once', async () => {
    const { sender, state, kept } = await sent(database);
    await Promise.all(Array.from({ length: 5 }, () => sender.receipt(receipt('SM1', 'delivered'))));
    expect(await state()).toBe('delivered');
    expect(await kept()).toHaveLength(1);
  });

  test('one that comes before its delivery is known is joined when the send is settled', async () => {
    const { outbox, queue, someone, sms, look, store } = await ledger(database);
    const id = await queue(await someone(), 'followUp');
    const sender = outbox();
    sms.answer = async () => {
      await sender.receipt(receipt('SM1', 'sent'));
      await sender.receipt(receipt('SM1', 'delivered'));
      return { kind: 'accepted', providerId: 'SM1', segments: 1 };
    };
    await sender.pump();
    expect(await look(id)).toMatchObject({ state: 'delivered', providerId: 'SM1' });
    const kept = await store.read.selectFrom('receipts').select('deliveryId').execute();
    expect(kept).toEqual([{ deliveryId: id }, { deliveryId: id }]);
  });

  test('one that names the attempt is joined while it is still in the air', async () => {
    const { outbox, queue, someone, sms, look } = await ledger(database);
    const id = await queue(await someone(), 'followUp');
    const sender = outbox();
    sms.answer = async ({ attemptId }) => {
      await sender.receipt(receipt('SM1', 'sent', { attemptId }));
      return { kind: 'unknown', code: 'ETIMEDOUT' };
    };
    await sender.pump();
    expect(await look(id)).toMatchObject({ state: 'sent', providerId: 'SM1', code: null });
  });
});

test('a receipt turns unknown into what it was', async () => {
  const { outbox, queue, someone, sms, look } = await ledger();
  const id = await queue(await someone(), 'followUp');
  sms.answer = () => ({ kind: 'unknown', code: null });
  const sender = outbox();
  await sender.pump();
  await sender.receipt(receipt('SM1', 'delivered', { attemptId: sms.posts[0]!.attemptId }));
  expect(await look(id)).toMatchObject({ state: 'delivered', providerId: 'SM1' });
});

test('a receipt of the first attempt saves a reply from being sent a second time', async () => {
  const { outbox, queue, someone, store, sms, clock, look } = await ledger();
  const id = await queue(await someone(), 'reply');
  await outbox({ store: failingStore(store, (turn) => turn === 1) }).pump();
  clock.advance(3 * 60_000);
  const next = outbox();
  await next.recover();
  expect((await look(id)).state).toBe('queued');
  await next.receipt(receipt('SM1', 'delivered', { attemptId: sms.posts[0]!.attemptId }));
  clock.advance(60_000);
  expect(await next.pump()).toBe(0);
  expect(sms.posts).toHaveLength(1);
});

test('undelivered, and why; then delivered after all', async () => {
  const { sender, id, look } = await sent();
  await sender.receipt(receipt('SM1', 'rejected', { reason: 'unreachable', code: '30003' }));
  expect(await look(id)).toMatchObject({ state: 'rejected', reason: 'unreachable', code: '30003' });
  await sender.receipt(receipt('SM1', 'delivered'));
  expect(await look(id)).toMatchObject({ state: 'delivered', reason: null, code: null });
  await sender.receipt(receipt('SM1', 'rejected', { reason: 'unreachable', code: '30003' }));
  expect((await look(id)).state).toBe('delivered');
});

test.each([
  ['badAddress', NOON],
  ['blocked', NOON],
  ['unreachable', null],
  ['filtered', null],
] as const)('%s in a receipt: blocked at %s', async (reason, blockedAt) => {
  const { sender, to, addressRow } = await sent();
  await sender.receipt(receipt('SM1', 'rejected', { reason, code: '1' }));
  expect((await addressRow(to.id)).blockedAt).toBe(blockedAt);
});

test('optedOut in a receipt is a STOP', async () => {
  const { sender, to, store } = await sent();
  await sender.receipt(receipt('SM1', 'rejected', { reason: 'optedOut', code: '21610' }));
  expect(await store.turn((tx) => isStopped(tx, to.hash))).toBe(true);
});

test('a receipt for nothing of ours is kept and changes nothing', async () => {
  const { sender, state, kept } = await sent();
  await sender.receipt(receipt('SM-of-someone-else', 'rejected', { reason: 'blocked' }));
  await sender.receipt(receipt('SM1', 'read', { channel: 'telegram' }));
  expect(await state()).toBe('accepted');
  expect((await kept()).map(({ deliveryId }) => deliveryId)).toEqual([null, null]);
});

test('in any order, any number of times, the furthest one stands', async () => {
  const { queue, someone, outbox, sms, look } = await ledger();
  const states = ['accepted', 'sent', 'delivered', 'read', 'rejected'] as const;
  const sender = outbox();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...states), { maxLength: 8 }),
      fc.nat(8),
      async (said, early) => {
        const id = await queue(await someone(), 'reply');
        sms.answer = async (message) => {
          const result = accepted(message);
          if (result.kind !== 'accepted') throw new Error('It is accepted.');
          for (const state of said.slice(0, early)) await sender.receipt(receipt(result.providerId, state));
          return result;
        };
        await sender.pump();
        const { providerId } = await look(id);
        for (const state of said.slice(early)) await sender.receipt(receipt(providerId!, state));
        const furthest = Math.max(1, ...said.map(rankOf));
        expect(rankOf((await look(id)).state)).toBe(furthest);
      },
    ),
    { numRuns: 40 },
  );
});
