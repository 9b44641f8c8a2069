import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { recordConsent } from '#store/consents.ts';
import { recordNotice } from '#store/notices.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { sendAll, type Town } from './outgoing.ts';

const withdraw = (town: Town, residentId: string) =>
  town.store.turn((tx) =>
    recordConsent(tx, {
      ...{ id: town.newId(), residentId, consultationId: town.flow.id, kind: 'hearBack', granted: 0 },
      ...{ flowHash: 'v1', messageId: null, at: NOON },
    }),
  );

describe.each(databases)('taking back a consent, on %s', (database) => {
  test('keeps somebody out of the next audience, and saying yes again brings them in', async () => {
    const town = await consultation(database);
    const { residentId } = await town.contributor();
    await town.contributor();
    const outcomeId = await town.draft();
    const count = async () => (await audienceOf(town.store.read, { id: outcomeId })).people.length;
    expect(await count()).toBe(2);
    await town.consent(residentId, false, NOON);
    expect(await count()).toBe(1);
    await town.consent(residentId, true, NOON + 1);
    expect(await count()).toBe(2);
  });

  test('calls off what was planned and not yet sent, of this consultation alone and for them alone', async () => {
    const town = await consultation(database);
    const leaving = await town.contributor();
    const staying = await town.contributor();
    await town.publish(await town.draft());
    const elsewhere = { ...town, flow: { ...town.flow, id: 'another' } };
    await withdraw(elsewhere, leaving.residentId);
    expect((await town.deliveries()).map(({ state }) => state)).toEqual(['queued', 'queued']);
    await withdraw(town, leaving.residentId);
    expect(await town.deliveries()).toMatchObject([
      { residentId: leaving.residentId, state: 'cancelled', settledAt: NOON },
      { residentId: staying.residentId, state: 'queued' },
    ]);
    expect(await sendAll(town)).toHaveLength(1);
  });

  test('stops a follow-up that was planned at the same moment, when it is about to be sent', async () => {
    const town = await consultation(database);
    const { residentId } = await town.contributor();
    await town.publish(await town.draft());
    // The other turn read the consent before it was taken back, and wrote its delivery after.
    await town.consent(residentId, false, NOON);
    expect(await sendAll(town)).toEqual([]);
    expect(await town.deliveries()).toMatchObject([{ state: 'suppressed', reason: 'optedOut' }]);
  });
});

test.each(databases)('which privacy words were shown is kept, on %s', async (database) => {
  const { store, newId, flow, resident } = await consultation(database);
  const residentId = await resident();
  const shown = { residentId, consultationId: flow.id, flowHash: 'v1', newId };
  await store.turn(async (tx) => {
    await recordNotice(tx, { ...shown, notice: 'first', privacyHash: 'one', at: NOON });
    await recordNotice(tx, { ...shown, notice: 'privacy', privacyHash: 'two', at: NOON + 1 });
  });
  const { newId: _, ...kept } = shown;
  expect(await store.read.selectFrom('notices').selectAll().orderBy('at').execute()).toMatchObject([
    { ...kept, notice: 'first', privacyHash: 'one', at: NOON },
    { ...kept, notice: 'privacy', privacyHash: 'two', at: NOON + 1 },
  ]);
});
