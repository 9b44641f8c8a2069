import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SendResult } from '#channels/channel.ts';
import type { Store } from '#store/db.ts';
import { stopResident } from '#store/optOuts.ts';
import { ledger } from './ledger.ts';

/** A store under a process that dies at one of its turns, before it is durable or just after, or when it is killed. */
function mortal(store: Store, diesAt: number, when: 'before' | 'after') {
  const death = Promise.withResolvers<void>();
  const never = new Promise<never>(() => {});
  let dead = false;
  let turn = -1;
  const kill = () => {
    dead = true;
    death.resolve();
  };
  const dying: Store = {
    ...store,
    turn: async (work) => {
      turn += 1;
      if (turn === diesAt && when === 'before') kill();
      if (dead) return never;
      const result = await store.turn(work);
      if (turn >= diesAt) kill();
      return dead ? never : result;
    },
  };
  return { store: dying, death: death.promise, kill };
}

type Manners = 'accepts' | 'accepts and says nothing' | 'accepts and breaks off' | 'refuses' | 'is busy';
const manners: Manners[] = [
  'accepts',
  'accepts and says nothing',
  'accepts and breaks off',
  'refuses',
  'is busy',
];

const day = fc.array(
  fc.record({
    manners: fc.array(fc.constantFrom(...manners), { minLength: 6, maxLength: 6 }),
    diesAt: fc.integer({ min: 0, max: 8 }),
    when: fc.constantFrom('before' as const, 'after' as const),
    stops: fc.option(fc.nat(5), { freq: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
);

test('killed at any turn, under any provider: no follow-up comes twice, no reply is lost, STOP holds', async () => {
  await fc.assert(
    fc.asyncProperty(day, async (lives) => {
      const { outbox, queue, someone, clock, sms, store, look } = await ledger();
      const people = [await someone(), await someone(), await someone()];
      const deliveries: { id: string; residentId: string; purpose: 'followUp' | 'reply' }[] = [];
      for (const to of people) {
        for (const purpose of ['reply', 'followUp'] as const) {
          deliveries.push({ id: await queue(to, purpose), residentId: to.residentId, purpose });
        }
      }
      /** What reached a phone: the provider's own log. */
      const arrived: string[] = [];
      const stopped = new Set<string>();
      const behave = (queueOfManners: Manners[], kill: () => void) => {
        let next = 0;
        sms.answer = (message): SendResult | Promise<SendResult> => {
          const to = deliveries.find(({ id }) => id === message.deliveryId)!;
          expect(stopped.has(to.residentId)).toBe(false);
          const manner = queueOfManners[next] ?? 'accepts';
          next += 1;
          if (manner === 'refuses')
            return { kind: 'rejected', reason: 'filtered', code: '1', permanent: false };
          if (manner === 'is busy') return { kind: 'retryAfter', afterMs: 1000, reason: 'rate', code: '429' };
          arrived.push(message.deliveryId);
          if (manner === 'accepts and says nothing') {
            // Whoever waits for ever is killed, once the others have got some way.
            void (async () => {
              for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
              kill();
            })();
            return new Promise(() => {});
          }
          if (manner === 'accepts and breaks off') return { kind: 'unknown', code: 'ECONNRESET' };
          return { kind: 'accepted', providerId: message.attemptId, segments: 1 };
        };
      };

      for (const life of lives) {
        const dying = mortal(store, life.diesAt, life.when);
        const sender = outbox({ store: dying.store, inFlight: 2 });
        behave(life.manners, dying.kill);
        await Promise.race([sender.recover().then(() => sender.pump()), dying.death]);
        if (life.stops !== null) {
          const { residentId } = people[life.stops % people.length]!;
          await store.turn((tx) => stopResident(tx, residentId, clock.now()));
          stopped.add(residentId);
        }
        clock.advance(3 * 60_000);
      }
      behave([], () => {});
      const last = outbox();
      for (let round = 0; round < 3; round += 1) {
        await last.recover();
        clock.advance(60_000);
        await last.pump();
      }

      for (const { id, residentId, purpose } of deliveries) {
        const { state } = await look(id);
        const times = arrived.filter((each) => each === id).length;
        if (purpose === 'followUp') expect(times).toBeLessThanOrEqual(1);
        if (state === 'accepted') expect(times).toBeGreaterThanOrEqual(1);
        expect(['accepted', 'unknown', 'rejected', 'cancelled', 'suppressed']).toContain(state);
        if (purpose === 'followUp' && times === 1) expect(['accepted', 'unknown']).toContain(state);
        if (purpose === 'reply' && !stopped.has(residentId) && state !== 'rejected') {
          expect(times).toBeGreaterThanOrEqual(1);
        }
      }
    }),
    { numRuns: 25 },
  );
});
