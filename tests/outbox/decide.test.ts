import { describe, expect, test } from 'vitest';
import { leaveIt, sendAgain } from '#outbox/decide.ts';
import { noLimits } from '#outbox/limits.ts';
import { monthOf } from '#outbox/month.ts';
import { reconcile } from '#outbox/reconcile.ts';
import { readKeys } from '#people/keys.ts';
import { stopResident } from '#store/optOuts.ts';
import { databases } from '#tests/store/databases.ts';
import { ledger, NOON } from './ledger.ts';

const day = 24 * 60 * 60_000;
const officerId = 'officer';
const keys = readKeys(Buffer.alloc(32, 7).toString('base64'), '/nowhere');

/** A follow-up whose attempt was lost, and the one that the officer saw. */
async function lost(database: (typeof databases)[number], more: { expiresAt?: number } = {}) {
  const world = await ledger(database);
  const to = await world.someone();
  const deliveryId = await world.queue(to, 'followUp', more);
  world.sms.answer = () => ({ kind: 'unknown', code: null });
  await world.outbox().pump();
  world.sms.answer = (message) => ({ kind: 'accepted', providerId: message.attemptId, segments: 1 });
  const { attemptId } = await world.look(deliveryId);
  const audit = () =>
    world.store.read.selectFrom('audit').select(['action', 'subject', 'officerId']).execute();
  return { ...world, to, deliveryId, audit, seen: { deliveryId, attemptId: attemptId ?? '', officerId } };
}

describe.each(databases)('a message of which nobody knows, on %s', (database) => {
  test('goes again where an officer says so, once, however many say it', async () => {
    const { seen, sms, outbox, look, audit, deliveryId, ...world } = await lost(database);
    expect(await sendAgain(world, seen)).toBe(true);
    expect(await sendAgain(world, seen)).toBe(false);
    expect(await leaveIt(world, seen)).toBe(false);
    await outbox().pump();
    expect(sms.posts).toHaveLength(2);
    expect(await look(deliveryId)).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(await sendAgain(world, seen)).toBe(false);
    expect(await audit()).toEqual([
      { action: 'delivery.again', subject: `deliveries/${deliveryId}`, officerId },
    ]);
  });

  test('does not go a third time by the page of before, where the second was lost too', async () => {
    const { seen, sms, outbox, look, deliveryId, ...world } = await lost(database);
    await sendAgain(world, seen);
    sms.answer = () => ({ kind: 'unknown', code: null });
    await outbox().pump();
    expect(await look(deliveryId)).toMatchObject({ state: 'unknown' });
    expect(await sendAgain(world, seen)).toBe(false);
    await outbox().pump();
    expect(sms.posts).toHaveLength(2);
  });

  test('is not too old because it waited for the officer', async () => {
    const { seen, sms, outbox, clock, ...world } = await lost(database, { expiresAt: NOON + day });
    clock.advance(3 * day);
    await sendAgain({ ...world, clock }, seen);
    await outbox().pump();
    expect(sms.posts).toHaveLength(2);
  });

  test('does not go to somebody who has stopped meanwhile', async () => {
    const { seen, sms, outbox, look, deliveryId, to, store, ...world } = await lost(database);
    await store.turn((tx) => stopResident(tx, to.residentId, NOON));
    await sendAgain({ ...world, store }, seen);
    await outbox().pump();
    expect(sms.posts).toHaveLength(1);
    expect(await look(deliveryId)).toMatchObject({ state: 'suppressed', reason: 'optedOut' });
  });

  test('stays as it is where an officer says so, whatever its provider would say', async () => {
    const { seen, sms, outbox, look, deliveryId, audit, clock, ...world } = await lost(database);
    let asked = 0;
    sms.lookUp = async () => {
      asked += 1;
      return { kind: 'none' };
    };
    expect(await leaveIt({ ...world, clock }, seen)).toBe(true);
    for (let look = 0; look < 3; look += 1) {
      clock.advance(day / 4);
      await reconcile({ ...world, clock, keys });
    }
    await outbox().pump();
    expect(asked).toBe(0);
    expect(sms.posts).toHaveLength(1);
    expect(await look(deliveryId)).toMatchObject({ state: 'unknown' });
    expect(await audit()).toMatchObject([{ action: 'delivery.leave', officerId }]);
  });
});

describe.each(databases)('what a month has cost, on %s', (database) => {
  test('is counted by channel as the provider charged it, with what is left of the budget', async () => {
    const { queue, someone, outbox, sms, store, clock } = await ledger(database);
    sms.price = () => ({ segments: 2, millipence: 8000 });
    await queue(await someone(), 'reply');
    await queue(await someone(), 'reply');
    await queue(await someone('telegram'), 'reply');
    await outbox().pump();
    const limits = { ...noLimits, monthlyMillipence: 20_000 };
    expect(await monthOf(store.read, limits, clock.now())).toEqual({
      began: Date.parse('2026-11-01T00:00:00Z'),
      ends: Date.parse('2026-12-01T00:00:00Z'),
      byChannel: [{ channel: 'sms', messages: 2, segments: 2, millipence: 8000 }],
      millipence: 8000,
      budget: { millipence: 20_000, left: 12_000 },
    });
    const spent = { ...noLimits, monthlyMillipence: 5 };
    expect((await monthOf(store.read, spent, clock.now())).budget).toEqual({ millipence: 5, left: 0 });
    const next = await monthOf(store.read, noLimits, clock.now() + 20 * day);
    expect(next).toMatchObject({ byChannel: [], millipence: 0, budget: null });
  });
});
