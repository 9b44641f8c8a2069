import { describe, expect, test } from 'vitest';
import type { LookedUp, LostAttempt } from '#channels/channel.ts';
import { reconcile } from '#outbox/reconcile.ts';
import { readKeys } from '#people/keys.ts';
import { databases } from '#tests/store/databases.ts';
import { accepted, ledger } from './ledger.ts';

const minute = 60_000;

/** A follow-up whose answer was lost on its way back. */
async function lost(database: (typeof databases)[number]) {
  const world = await ledger(database);
  const asked: LostAttempt[] = [];
  const says: { answer: LookedUp } = { answer: { kind: 'none' } };
  world.sms.lookUp = async (attempt) => {
    asked.push(attempt);
    return says.answer;
  };
  world.sms.answer = () => ({ kind: 'unknown', code: 'ECONNRESET' });
  const to = await world.someone();
  const id = await world.queue(to, 'followUp', { text: 'We did.' });
  await world.outbox().pump();
  world.sms.answer = accepted;
  const { store, channels, clock, newId } = world;
  const keys = readKeys(Buffer.alloc(32, 7).toString('base64'), '/nowhere');
  const look = () => reconcile({ store, channels, keys, clock, newId });
  return { ...world, to, id, asked, says, reconcile: look };
}

describe.each(databases)('an attempt whose answer was lost, on %s', (database) => {
  test('is asked about after some minutes, and settled by what the provider says', async () => {
    const { reconcile: look, says, asked, clock, look: row, id, to, sms } = await lost(database);
    expect(await look()).toBe(0);
    expect(asked).toEqual([]);
    clock.advance(5 * minute);
    const { attemptId } = await row(id);
    says.answer = {
      kind: 'found',
      receipt: { channel: 'sms', providerId: 'SM9', attemptId, state: 'delivered', reason: null, code: null },
    };
    expect(await look()).toBe(1);
    expect(asked).toMatchObject([{ address: to.raw, text: 'We did.', attemptId }]);
    expect(await row(id)).toMatchObject({ state: 'delivered', providerId: 'SM9' });
    expect(await look()).toBe(0);
    expect(sms.posts).toHaveLength(1);
  });

  test('goes again only where the provider says twice that it never took it', async () => {
    const { reconcile: look, clock, look: row, id, sms, outbox } = await lost(database);
    clock.advance(5 * minute);
    expect(await look()).toBe(0);
    expect((await row(id)).state).toBe('unknown');
    clock.advance(5 * minute);
    expect(await look()).toBe(1);
    expect((await row(id)).state).toBe('queued');
    await outbox().pump();
    expect(sms.posts).toHaveLength(2);
    expect((await row(id)).state).toBe('accepted');
  });

  test('does not go again where the provider was asked twice and has said so once', async () => {
    const { reconcile: look, says, clock, look: row, id } = await lost(database);
    says.answer = { kind: 'retry', afterMs: minute };
    clock.advance(5 * minute);
    expect(await look()).toBe(0);
    says.answer = { kind: 'none' };
    clock.advance(5 * minute);
    expect(await look()).toBe(0);
    expect((await row(id)).state).toBe('unknown');
    clock.advance(10 * minute);
    expect(await look()).toBe(1);
    expect((await row(id)).state).toBe('queued');
  });

  test('is left to an officer where the provider cannot say, or keeps failing', async () => {
    const { reconcile: look, says, asked, clock, look: row, id } = await lost(database);
    says.answer = { kind: 'cannot' };
    clock.advance(5 * minute);
    await look();
    clock.advance(200 * minute);
    await look();
    expect(asked).toHaveLength(1);
    expect((await row(id)).state).toBe('unknown');

    const other = await lost(database);
    other.says.answer = { kind: 'retry', afterMs: minute };
    for (let n = 0; n < 50; n += 1) {
      other.clock.advance(10 * minute);
      await other.reconcile();
    }
    expect(other.asked).toHaveLength(5);
  });

  test('is not taken for another message that the provider knows as ours', async () => {
    const { reconcile: look, says, clock, look: row, id, queue, someone, outbox, sms } = await lost(database);
    sms.answer = () => ({ kind: 'accepted', providerId: 'SM9', segments: 1 });
    await queue(await someone(), 'followUp', { text: 'We did.' });
    await outbox().pump();
    clock.advance(5 * minute);
    const { attemptId } = await row(id);
    says.answer = {
      kind: 'found',
      receipt: { channel: 'sms', providerId: 'SM9', attemptId, state: 'delivered', reason: null, code: null },
    };
    expect(await look()).toBe(0);
    expect((await row(id)).state).toBe('unknown');
  });

  test('is asked about once where two processes look at once', async () => {
    const { reconcile: look, says, asked, clock } = await lost(database);
    says.answer = { kind: 'retry', afterMs: minute };
    clock.advance(5 * minute);
    await Promise.all([look(), look(), look()]);
    expect(asked).toHaveLength(1);
  });
});
