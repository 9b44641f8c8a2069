import { expect, test } from 'vitest';
import { databases, open } from '#tests/store/databases.ts';
import { ledger, provider } from './ledger.ts';

const ROWS = 2000;
const ADDRESSES = 250;

test.each(databases)(
  'two processes on one ledger of 2,000 rows, on %s: each row goes once, each address in order',
  async (database) => {
    const { place, store, newId, someone, outbox, clock, channels } = await ledger(database);
    const people: Awaited<ReturnType<typeof someone>>[] = [];
    for (let i = 0; i < ADDRESSES; i += 1) people.push(await someone());
    const rows = Array.from({ length: ROWS }, (_, number) => {
      const to = people[number % ADDRESSES]!;
      return {
        id: newId(),
        residentId: to.residentId,
        addressId: to.id,
        channel: 'sms' as const,
        account: '+447700900999',
        purpose: number % 3 === 0 ? ('followUp' as const) : ('reply' as const),
        state: 'queued' as const,
        body: JSON.stringify({ text: String(number), choices: [] }),
        attempts: 0,
        notBefore: clock.now(),
        createdAt: clock.now(),
      };
    });
    for (let from = 0; from < ROWS; from += 500) {
      await store.turn((tx) =>
        tx.db
          .insertInto('deliveries')
          .values(rows.slice(from, from + 500))
          .execute(),
      );
    }
    const sms = provider('sms');
    const flying = new Set<string>();
    const claimedTwiceAtOnce: string[] = [];
    sms.answer = async ({ address, attemptId }) => {
      if (flying.has(address)) claimedTwiceAtOnce.push(attemptId);
      flying.add(address);
      await new Promise((resolve) => setImmediate(resolve));
      flying.delete(address);
      return { kind: 'accepted', providerId: attemptId, segments: 1 };
    };
    channels.set('sms', sms);
    const other = await open(place);
    const senders = [outbox({ inFlight: 16 }), outbox({ inFlight: 16, store: other })];
    const counts = await Promise.all(senders.flatMap((sender) => [sender.pump(), sender.pump()]));
    // Whoever finds an address taken leaves it to the other, so both look once more.
    const rest = await Promise.all(senders.map((sender) => sender.pump()));

    expect(sms.posts).toHaveLength(ROWS);
    expect(new Set(sms.posts.map(({ deliveryId }) => deliveryId)).size).toBe(ROWS);
    expect(claimedTwiceAtOnce).toEqual([]);
    expect(counts[0]! + counts[2]! + rest[0]! + rest[1]!).toBe(ROWS);
    expect(Math.min(counts[0]!, counts[2]!)).toBeGreaterThan(0);
    for (const group of Map.groupBy(sms.posts, ({ address, purpose }) => `${address} ${purpose}`).values()) {
      const numbers = group.map(({ text }) => Number(text));
      expect(numbers).toEqual(numbers.toSorted((one, next) => one - next));
    }
    const states = await store.read
      .selectFrom('deliveries')
      .select(['state', 'attempts'])
      .distinct()
      .execute();
    expect(states).toEqual([{ state: 'accepted', attempts: 1 }]);
  },
);
