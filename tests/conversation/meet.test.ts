import { describe, expect, it } from 'vitest';
import { openAddress } from '#people/seal.ts';
import { council } from './council.ts';

describe.each(['sqlite', 'postgres'] as const)('who has written, on %s', (dialect) => {
  it('is known by any name that the provider has for them, also once the number is hidden', async () => {
    const { say, counts, read } = await council(dialect);
    await say('+447700900101', 'high street', { identityKeys: ['+447700900101', 'GB.1'] });
    await say('GB.1', 'It is grey.', { identityKeys: ['GB.1'] });
    await say('+447700900101', 'And wet.', { identityKeys: ['+447700900101'] });
    expect(await counts()).toMatchObject({ residents: 1, addresses: 1, conversations: 1 });
    const [response] = await read.selectFrom('responses').select('text').execute();
    expect(response?.text).toBe('It is grey.\nAnd wet.');
  });

  it('is written to where they wrote from last, where the address moved and they did not', async () => {
    const { say, services, read } = await council(dialect);
    await say('https://one.example/|42', 'high street', { identityKeys: ['42'] });
    await say('https://two.example/|42', 'It is grey.', { identityKeys: ['42'] });
    const rows = await read.selectFrom('addresses').selectAll().execute();
    expect(rows.map((row) => openAddress(services.keys, row))).toEqual(['https://two.example/|42']);
  });

  it('is somebody else where no name is the same', async () => {
    const { say, counts } = await council(dialect);
    await say('+447700900101', 'high street', { identityKeys: ['+447700900101', 'GB.1'] });
    await say('+447700900102', 'high street', { identityKeys: ['+447700900102', 'GB.2'] });
    expect(await counts()).toMatchObject({ residents: 2, addresses: 2 });
  });

  it('leaves no other name behind when they are forgotten', async () => {
    const { say, services, read } = await council(dialect);
    await say('+447700900101', 'high street', { identityKeys: ['+447700900101', 'GB.1'] });
    await say('GB.1', 'forget me', { identityKeys: ['GB.1'] });
    await say('GB.1', 'yes', { identityKeys: ['GB.1'] });
    await services.store.turn(({ db }) => db.updateTable('deliveries').set({ state: 'sent' }).execute());
    await services.eraseDue();
    expect(await read.selectFrom('addresses').selectAll().execute()).toEqual([]);
    expect(await read.selectFrom('addressKeys').selectAll().execute()).toEqual([]);
  });
});
