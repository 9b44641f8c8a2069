import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { notHeardBack } from '#loop/debt.ts';
import { wordsAbout } from '#store/audience.ts';
import { stopResident } from '#store/optOuts.ts';
import { databases } from '#tests/store/databases.ts';
import { consultation, DAY, NOON } from './consultation.ts';

describe.each(databases)('who would hear, on %s', (database) => {
  test('everyone who raised the theme, agreed and can be reached; each once, on the address used last', async () => {
    const { store, theme, contributor, say, address, draft } = await consultation(database);
    const one = await contributor();
    await say(one.residentId, { text: 'And the benches are wet.' });
    const newer = await address(one.residentId, { channel: 'telegram', lastInboundAt: NOON - DAY });
    await address(one.residentId, { channel: 'whatsapp', lastInboundAt: NOON - 15 * DAY });
    const other = await contributor({ language: 'cy' });
    await contributor({ said: { theme: 'buses' } });
    const audience = await audienceOf(store.read, { id: await draft() });
    expect(audience.people).toMatchObject([
      {
        residentId: one.residentId,
        addressId: newer.id,
        channel: 'telegram',
        account: '+447700900999',
        language: 'en',
      },
      { residentId: other.residentId, channel: 'sms', language: 'cy' },
    ]);
    expect(audience.leftOut).toEqual([]);
    expect(audience.byChannel).toEqual([
      { channel: 'telegram', count: 1 },
      { channel: 'sms', count: 1 },
    ]);
    expect(audience.byLanguage).toEqual([
      { language: 'en', count: 1 },
      { language: 'cy', count: 1 },
    ]);
    const both = { consultationId: 'high-street', themeIds: [theme.benches, theme.buses] };
    expect((await audienceOf(store.read, both)).people).toHaveLength(3);
  });

  test('who is left out, and why', async () => {
    const { store, contributor, resident, address, say, consent, draft } = await consultation(database);
    const refused = await contributor();
    await consent(refused.residentId, false, NOON);
    const neverAsked = await resident();
    await address(neverAsked);
    await say(neverAsked);
    const stopped = await contributor();
    await store.turn((tx) => stopResident(tx, stopped.residentId, NOON));
    const blocked = await contributor();
    await store.turn((tx) =>
      tx.db.updateTable('addresses').set({ blockedAt: NOON }).where('id', '=', blocked.address.id).execute(),
    );
    await contributor({ said: { held: true } });
    const unreachable = await resident();
    await say(unreachable);
    await consent(unreachable, true);
    // None of these raised it: not accepted, not whole, not about it.
    await contributor({ said: { decision: 'suggested' } });
    await contributor({ said: { decision: 'rejected' } });
    await contributor({ said: { listening: true } });
    await contributor({ said: { theme: null } });
    const { people, leftOut } = await audienceOf(store.read, { id: await draft() });
    expect(people).toEqual([]);
    expect(new Map(leftOut.map(({ why, count }) => [why, count]))).toEqual(
      new Map([
        ['noConsent', 2],
        ['stopped', 1],
        ['blocked', 1],
        ['held', 1],
        ['noAddress', 1],
      ]),
    );
  });

  test('someone who changed their mind is in, and one held response does not hide another', async () => {
    const { store, theme, resident, address, say, consent, draft } = await consultation(database);
    const id = await resident();
    await address(id);
    await say(id, { held: true });
    const free = await say(id);
    await consent(id, false, NOON - 2 * DAY);
    await consent(id, true, NOON - DAY);
    const { people } = await audienceOf(store.read, { id: await draft() });
    expect(people.map(({ residentId }) => residentId)).toEqual([id]);
    const words = await wordsAbout(store.read, {
      ...{ themeIds: [theme.benches], residentIds: [id], publishedAt: null },
    });
    expect(words.map((response) => response.id)).toEqual([free]);
  });

  test('an outcome without themes, or that is not there, has nobody to tell', async () => {
    const { store, contributor, draft } = await consultation(database);
    await contributor();
    for (const id of [await draft({ themeIds: [] }), 'no-such-outcome']) {
      expect(await audienceOf(store.read, { id })).toEqual({
        people: [],
        leftOut: [],
        byChannel: [],
        byLanguage: [],
        byTemplate: 0,
        withoutTemplate: [],
      });
    }
  });

  test('loop debt: who took part, wants to hear back, can be told, and has not been', async () => {
    const { store, contributor, consent, draft, publish } = await consultation(database);
    await contributor();
    await contributor({ said: { theme: null } });
    const refused = await contributor();
    await consent(refused.residentId, false, NOON);
    expect(await notHeardBack(store.read, 'high-street')).toBe(2);
    await publish(await draft());
    expect(await notHeardBack(store.read, 'high-street')).toBe(2);
    await store.turn((tx) => tx.db.updateTable('deliveries').set({ state: 'delivered' }).execute());
    expect(await notHeardBack(store.read, 'high-street')).toBe(1);
  });
});
