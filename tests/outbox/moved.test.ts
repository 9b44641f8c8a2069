import { describe, expect, test } from 'vitest';
import { openAddress } from '#people/seal.ts';
import { stopResident } from '#store/optOuts.ts';
import { databases } from '#tests/store/databases.ts';
import { accepted, keys, ledger } from './ledger.ts';

describe.each(databases)('a chat that lives under another address now, on %s', (database) => {
  test('gets the same message there at once, and all that follows', async () => {
    const { queue, someone, outbox, telegram, look, addressRow } = await ledger(database);
    const to = await someone('telegram');
    telegram.answer = (message) =>
      message.address === to.raw ? { kind: 'moved', address: '-100900' } : accepted(message);
    const [id, next] = [await queue(to, 'followUp'), await queue(to, 'followUp')];
    await outbox().pump();
    expect(telegram.posts.map(({ address }) => address)).toEqual([to.raw, '-100900', '-100900']);
    expect(openAddress(keys, await addressRow(to.id))).toBe('-100900');
    expect([(await look(id)).state, (await look(next)).state]).toEqual(['accepted', 'accepted']);
  });

  test('has stopped there too, where it said STOP before it moved', async () => {
    const { queue, someone, outbox, telegram, store, look, clock } = await ledger(database);
    const to = await someone('telegram');
    telegram.answer = (message) =>
      message.address === to.raw ? { kind: 'moved', address: '-100900' } : accepted(message);
    await store.turn((tx) => stopResident(tx, to.residentId, clock.now()));
    const help = await queue(to, 'service');
    await outbox().pump();
    const unasked = await Promise.all([queue(to, 'reply'), queue(to, 'reminder'), queue(to, 'followUp')]);
    await outbox().pump();
    expect(telegram.posts.map(({ address }) => address)).toEqual([to.raw, '-100900']);
    expect((await look(help)).state).toBe('accepted');
    for (const id of unasked)
      expect(await look(id)).toMatchObject({ state: 'suppressed', reason: 'optedOut' });
  });

  test('that somebody else has is no address of theirs', async () => {
    const { queue, someone, outbox, telegram, look } = await ledger(database);
    const [to, other] = [await someone('telegram'), await someone('telegram')];
    telegram.answer = () => ({ kind: 'moved', address: other.raw });
    const id = await queue(to, 'reply');
    await outbox().pump();
    expect(telegram.posts).toHaveLength(1);
    expect(await look(id)).toMatchObject({ state: 'rejected', reason: 'badAddress' });
  });

  test('that moves for ever is given up', async () => {
    const { queue, someone, outbox, telegram, look } = await ledger(database);
    const to = await someone('telegram');
    let moves = 0;
    telegram.answer = () => {
      moves += 1;
      return { kind: 'moved', address: `-${moves}` };
    };
    const id = await queue(to, 'reply');
    await outbox().pump();
    expect(telegram.posts).toHaveLength(12);
    expect((await look(id)).state).toBe('rejected');
  });
});
