import { describe, expect, test } from 'vitest';
import { queueDelivery } from '#store/deliveries.ts';
import { isStopped, startAddress, stopResident } from '#store/optOuts.ts';
import { ledger, NOON } from '#tests/outbox/ledger.ts';
import { databases } from './databases.ts';

describe.each(databases)('the ledger, on %s', (database) => {
  test('has one delivery of a follow-up for a resident, on whatever address, and any number of others', async () => {
    const { store, newId, someone, address } = await ledger(database);
    const phone = await someone();
    const chat = await address(phone.residentId, 'telegram');
    const other = await someone();
    const queue = (to: typeof phone, followUpId: string | null) =>
      store.turn((tx) =>
        queueDelivery(tx, {
          id: newId(),
          followUpId,
          conversationId: null,
          residentId: to.residentId,
          addressId: to.id,
          channel: to.channel,
          account: '+447700900999',
          purpose: followUpId === null ? 'reply' : 'followUp',
          body: { text: 'Diolch â chroeso', choices: [{ value: '1', label: 'Iawn' }] },
          notBefore: NOON,
          expiresAt: null,
          createdAt: NOON,
        }),
      );
    expect(await queue(phone, 'one')).toBe(true);
    expect(await queue(phone, 'one')).toBe(false);
    expect(await queue(chat, 'one')).toBe(false);
    expect(await queue(other, 'one')).toBe(true);
    expect(await queue(phone, 'two')).toBe(true);
    expect(await queue(phone, null)).toBe(true);
    expect(await queue(phone, null)).toBe(true);
    const rows = await store.read.selectFrom('deliveries').select(['state', 'attempts', 'body']).execute();
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ state: 'queued', attempts: 0 });
    expect(JSON.parse(rows[0]!.body)).toEqual({
      text: 'Diolch â chroeso',
      choices: [{ value: '1', label: 'Iawn' }],
    });
  });

  test('remembers a STOP by address alone, and forgets it only when that address says START', async () => {
    const { store, someone, address } = await ledger(database);
    const phone = await someone();
    const chat = await address(phone.residentId, 'telegram');
    const stranger = await someone();
    const stopped = (hash: string) => store.turn((tx) => isStopped(tx, hash));
    await store.turn((tx) => stopResident(tx, phone.residentId, NOON));
    await store.turn((tx) =>
      tx.db.deleteFrom('addresses').where('residentId', '=', phone.residentId).execute(),
    );
    expect([await stopped(phone.hash), await stopped(chat.hash), await stopped(stranger.hash)]).toEqual([
      true,
      true,
      false,
    ]);
    await store.turn((tx) => startAddress(tx, chat.hash));
    expect([await stopped(phone.hash), await stopped(chat.hash)]).toEqual([true, false]);
  });
});
