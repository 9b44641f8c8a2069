import { describe, expect, test } from 'vitest';
import { deliveryStates } from '#domain/words.ts';
import type { Store } from '#store/db.ts';
import type { AddressRow, ConversationRow, DeliveryRow, MessageRow } from '#store/schema.ts';
import { threadAt, waitingUntil } from '#store/simulator.ts';
import { databases, emptyDatabase, open } from '#tests/store/databases.ts';

const address = (changes: Partial<AddressRow> = {}): AddressRow => ({
  ...{
    id: 'a1',
    residentId: 'r1',
    channel: 'simulator',
    account: 'simulator',
    hash: 'h1',
    sealed: '',
    keyId: '',
  },
  ...{ createdAt: 0, lastInboundAt: null, blockedAt: null, followUpDeliveryId: null, followUpAt: null },
  doubt: null,
  joinedAt: null,
  ...changes,
});
const message = (changes: Partial<MessageRow>): MessageRow => ({
  ...{ id: 'm', channel: 'simulator', dedupeKey: changes.id ?? 'm', residentId: 'r1', addressId: 'a1' },
  ...{ conversationId: null, kind: 'text', text: '', choice: null, media: '[]', replyTo: null, sentAt: null },
  ...{ receivedAt: 0, providerId: null, state: 'handled' },
  ...changes,
});
const delivery = (changes: Partial<DeliveryRow>): DeliveryRow => ({
  ...{
    id: 'd',
    asks: 0,
    followUpId: null,
    conversationId: null,
    residentId: 'r1',
    addressId: 'a1',
    channel: 'simulator',
  },
  ...{ account: 'simulator', purpose: 'reply', state: 'accepted', reason: null, code: null, attemptId: null },
  ...{ body: JSON.stringify({ text: changes.id, choices: [] }), attempts: 1, providerId: null, notBefore: 0 },
  ...{ expiresAt: null, leaseUntil: null, createdAt: 0, attemptedAt: 0, settledAt: null },
  ...{ segments: null, millipence: 0, templateRef: null, lookUps: 0, denials: 0 },
  ...changes,
});
const conversation = (changes: Partial<ConversationRow>): ConversationRow => ({
  ...{ id: 'c', consultationId: 'c', flowHash: 'f', residentId: 'r1', addressId: 'a1', outcomeId: null },
  ...{ status: 'active', session: '{}', startedAt: 0, askedAt: 0, wakeAt: null, wakeNumber: 0, inputs: 0 },
  ...changes,
});

interface Rows {
  addresses?: AddressRow[];
  messages?: MessageRow[];
  deliveries?: DeliveryRow[];
  conversations?: ConversationRow[];
}
const put = (store: Store, rows: Rows) =>
  store.turn(async ({ db }) => {
    await db
      .insertInto('addresses')
      .values([address(), ...(rows.addresses ?? [])])
      .execute();
    for (const row of rows.messages ?? []) await db.insertInto('messages').values(row).execute();
    for (const row of rows.deliveries ?? []) await db.insertInto('deliveries').values(row).execute();
    for (const row of rows.conversations ?? []) await db.insertInto('conversations').values(row).execute();
  });

describe.each(databases)('what a phone shows, on %s', (database) => {
  const opened = async (rows: Rows) => {
    const store = await open(await emptyDatabase(database));
    await put(store, rows);
    return store;
  };

  test('both sides as they came, also within one millisecond', async () => {
    const store = await opened({
      messages: [
        message({ id: '1', text: 'one', receivedAt: 5 }),
        message({ id: '3', text: 'three', receivedAt: 9 }),
      ],
      deliveries: [
        delivery({ id: '4', attemptedAt: 9 }),
        delivery({ id: '2', attemptedAt: 5 }),
        // It was planned first and waited for the morning.
        delivery({ id: '0', createdAt: 1, attemptedAt: 20 }),
      ],
    });
    const thread = await threadAt(store.read, 'h1');
    expect(thread.map(({ from, text, at }) => [from, text, at])).toEqual([
      ['resident', 'one', 5],
      ['us', '2', 5],
      ['resident', 'three', 9],
      ['us', '4', 9],
      ['us', '0', 20],
    ]);
  });

  test('nothing that has not left, and nothing that was refused', async () => {
    const store = await opened({ deliveries: deliveryStates.map((state) => delivery({ id: state, state })) });
    const shown = (await threadAt(store.read, 'h1')).map(({ text }) => text);
    expect(shown.sort()).toEqual(['accepted', 'attempting', 'delivered', 'read', 'sent', 'unknown']);
  });

  test('nothing of another phone, or of a channel that is no simulator', async () => {
    const store = await opened({
      addresses: [address({ id: 'a2', hash: 'h2' })],
      messages: [message({ id: '1', text: 'mine' }), message({ id: '2', text: 'theirs', addressId: 'a2' })],
      deliveries: [delivery({ id: '3', addressId: 'a2' }), delivery({ id: '4', channel: 'sms' })],
    });
    expect((await threadAt(store.read, 'h1')).map(({ text }) => text)).toEqual(['mine']);
    expect(await threadAt(store.read, 'nobody')).toEqual([]);
  });

  test('a button that was pressed is shown by its label, and Start as it was sent', async () => {
    const choices = [{ value: 'bus', label: 'By bus' }];
    const store = await opened({
      messages: [
        message({ id: '1', kind: 'command', text: 'highstreet' }),
        message({ id: '3', kind: 'choice', choice: 'bus' }),
        message({ id: '4', kind: 'choice', choice: 'gone' }),
      ],
      deliveries: [delivery({ id: '2', body: JSON.stringify({ text: 'How?', choices }) })],
    });
    const thread = await threadAt(store.read, 'h1');
    expect(thread.map(({ text }) => text)).toEqual(['/start highstreet', 'How?', 'By bus', 'gone']);
    expect(thread[1]?.choices).toEqual(choices);
  });

  test('until when it is waited: the first of its timers', async () => {
    const store = await opened({
      addresses: [address({ id: 'a2', hash: 'h2' })],
      conversations: [
        conversation({ id: '1', wakeAt: 1_800_000_000_000, session: '{"timer":"quiet"}' }),
        // The days until a reminder are not waited for on the screen.
        conversation({ id: '5', wakeAt: 1_600_000_000_000, session: '{"timer":"reminder"}' }),
        conversation({ id: '2', wakeAt: 1_700_000_000_000, session: '{"timer":"probe"}' }),
        conversation({ id: '3' }),
        conversation({ id: '4', wakeAt: 1, addressId: 'a2', session: '{"timer":"quiet"}' }),
      ],
    });
    expect(await waitingUntil(store.read, 'h1')).toBe(1_700_000_000_000);
    expect(await waitingUntil(store.read, 'nobody')).toBeNull();
  });
});
