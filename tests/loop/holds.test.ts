import pino from 'pino';
import { describe, expect, test } from 'vitest';
import type { Outbound } from '#channels/channel.ts';
import { daysWithin, londonDay } from '#domain/day.ts';
import { publishOutcome } from '#loop/publish.ts';
import { createOutbox } from '#outbox/outbox.ts';
import { readKeys } from '#people/keys.ts';
import { keepFlow } from '#store/consultations.ts';
import { queueDelivery } from '#store/deliveries.ts';
import { provider } from '#tests/outbox/ledger.ts';
import { type Database, databases } from '#tests/store/databases.ts';
import { testClock } from '#tests/support/clock.ts';
import { consultation, DAY, flowOf, NOON, organisation } from './consultation.ts';

const elections = { from: '2027-04-01', until: '2027-05-06' };
/** The clocks have gone forward: these days begin at 23:00 UTC. */
const begins = Date.parse('2027-03-31T23:00:00Z');
const ends = Date.parse('2027-05-06T23:00:00Z');

async function held(database: Database, holds = [elections]) {
  const flow = flowOf();
  const town = await consultation(database, { ...flow, frame: { ...flow.frame, holds } });
  const { store, newId } = town;
  const clock = testClock(begins - DAY);
  const sms = provider('sms');
  const outbox = createOutbox({
    store,
    channels: new Map([['sms', sms]]),
    keys: readKeys(Buffer.alloc(32, 7).toString('base64'), '/nowhere'),
    clock,
    newId,
    log: pino({ level: 'silent' }),
    hours: { from: '00:00', until: '00:00' },
  });
  const publishAt = (outcomeId: string, now: number) =>
    publishOutcome(store, { officerId: null, newId, organisation, outcomeId, now });
  /** The same flow, as its file says it from now on. */
  const rewrite = (hash: string, change: typeof holds) =>
    store.turn((tx) =>
      keepFlow(tx, { hash, flow: { ...flow, frame: { ...flow.frame, holds: change } } }, clock.now(), newId),
    );
  const sentAt = async (now: number): Promise<Outbound['purpose'][]> => {
    clock.set(now);
    sms.posts.length = 0;
    await outbox.pump();
    return sms.posts.map(({ purpose }) => purpose);
  };
  return { ...town, clock, publishAt, rewrite, sentAt };
}

describe.each(databases)('a pre-election period, on %s', (database) => {
  test('refuses to publish from its first minute to its last, and names its days', async () => {
    const { contributor, draft, publishAt } = await held(database);
    await contributor();
    const refused = {
      published: false,
      why: 'held',
      hold: { firstDay: '2027-04-01', lastDay: '2027-05-06' },
    };
    const outcomeId = await draft();
    expect(await publishAt(outcomeId, begins)).toEqual(refused);
    expect(await publishAt(outcomeId, ends - 1)).toEqual(refused);
    expect(await publishAt(outcomeId, ends)).toMatchObject({ published: true, planned: 1 });
    expect(await publishAt(await draft(), begins - 1)).toMatchObject({ published: true, planned: 1 });
    // What is public already stays so, and pressing the button again says so.
    expect(await publishAt(outcomeId, ends - 1)).toMatchObject({ published: true, planned: 1 });
  });

  test('keeps follow-ups that were planned before it, and they go out the day after', async () => {
    const { contributor, draft, publishAt, sentAt, deliveries } = await held(database);
    await contributor();
    await publishAt(await draft(), begins - 1);
    expect(await sentAt(begins)).toEqual([]);
    // Longer than news stays news: those days do not count.
    expect(await sentAt(ends - 1)).toEqual([]);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['queued']);
    expect(await sentAt(ends)).toEqual(['followUp']);
  });

  test('does not make news young again: fourteen days that were not held are too late', async () => {
    const { contributor, draft, publishAt, sentAt, deliveries } = await held(database);
    await contributor();
    await publishAt(await draft(), begins - DAY);
    expect(await sentAt(ends + 14 * DAY)).toEqual([]);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['expired']);
  });

  test('that is written into the flow later holds what is waiting; one that is taken out lets it go', async () => {
    const { contributor, draft, publishAt, rewrite, sentAt } = await held(database, []);
    await contributor();
    await publishAt(await draft(), begins);
    await rewrite('v2', [elections]);
    expect(await sentAt(begins + DAY)).toEqual([]);
    await rewrite('v3', []);
    expect(await sentAt(begins + DAY)).toEqual(['followUp']);
  });

  test('never holds a reply, a reminder or where to get help, nor what another consultation did', async () => {
    const { contributor, draft, publishAt, sentAt, store, newId, rewrite } = await held(database, []);
    const { residentId, address } = await contributor();
    await publishAt(await draft(), begins);
    await rewrite('v2', [elections]);
    await store.turn(async (tx) => {
      for (const [index, purpose] of (['reply', 'reminder', 'service', 'followUp'] as const).entries()) {
        const followUpId = purpose === 'followUp' ? 'of-another-consultation' : null;
        await queueDelivery(tx, {
          id: newId(),
          followUpId,
          conversationId: null,
          residentId,
          addressId: address.id,
          channel: 'sms',
          account: address.account,
          purpose,
          body: { text: `Number ${index}`, choices: [] },
          notBefore: NOON,
          expiresAt: null,
          createdAt: NOON,
        });
      }
    });
    expect((await sentAt(begins)).sort()).toEqual(['followUp', 'reminder', 'reply', 'service']);
  });
});

describe('days', () => {
  test('are those on a British wall', () => {
    expect(londonDay(begins - 1)).toBe('2027-03-31');
    expect(londonDay(begins)).toBe('2027-04-01');
    expect(londonDay(Date.parse('2026-12-01T00:00:00Z'))).toBe('2026-12-01');
  });

  test('in two spans count once', () => {
    const span = (firstDay: string, lastDay: string) => ({ firstDay, lastDay });
    const april = span('2027-04-01', '2027-04-30');
    expect(daysWithin(april, [span('2027-03-20', '2027-04-02'), span('2027-04-02', '2027-04-03')])).toBe(3);
    expect(daysWithin(april, [])).toBe(0);
    expect(daysWithin(span('2027-04-02', '2027-04-01'), [april])).toBe(0);
  });
});
