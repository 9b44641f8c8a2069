import { describe, expect, test } from 'vitest';
import { forgottenResidents, joinedInto } from '#store/erasures.ts';
import { joinResidents, theirs } from '#store/join.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import { databases } from './databases.ts';

type Town = Awaited<ReturnType<typeof consultation>>;

const join = ({ store, newId }: Town, given: string, sent: string) =>
  store.turn((tx) => joinResidents(tx, { given, sent, now: NOON, newId }));

describe.each(databases)('two residents who are one person, on %s', (database) => {
  test('are told once of what both would have been told: what came further counts', async () => {
    const town = await consultation(database);
    const one = await town.contributor();
    const other = await town.contributor();
    await town.publish(await town.draft());
    const [first, second] = await town.deliveries();
    await town.store.turn(({ db }) =>
      db
        .updateTable('deliveries')
        .set({ state: 'delivered' })
        .where('id', '=', second?.id ?? '')
        .execute(),
    );
    await town.store.turn(({ db }) =>
      db
        .updateTable('addresses')
        .set({ followUpDeliveryId: first?.id ?? '' })
        .where('id', '=', first?.addressId ?? '')
        .execute(),
    );
    const stays = await join(town, one.residentId, other.residentId);
    const rows = await town.deliveries();
    expect(rows.map(({ residentId }) => residentId)).toEqual([stays, stays]);
    expect(rows.find(({ id }) => id === first?.id)).toMatchObject({ state: 'cancelled', followUpId: null });
    expect(rows.find(({ id }) => id === second?.id)).toMatchObject({ state: 'delivered' });
    // What they answer on either phone is an answer to the outcome.
    const threads = await town.store.read
      .selectFrom('addresses')
      .select('followUpDeliveryId')
      .where('id', '=', first?.addressId ?? '')
      .execute();
    expect(threads).toEqual([{ followUpDeliveryId: second?.id }]);
  });

  test('keep the newer of what they said about themselves, and every consent: the latest counts', async () => {
    const town = await consultation(database);
    const one = await town.contributor();
    const other = await town.contributor();
    const said = (residentId: string, question: string, answer: string, at: number) => ({
      ...{ residentId, question, answer, at },
      ...{ consultationId: town.flow.id, flowHash: 'v1' },
    });
    await town.store.turn(({ db }) =>
      db
        .insertInto('equalityAnswers')
        .values([
          said(one.residentId, 'age', 'older', NOON + 1),
          said(other.residentId, 'age', 'younger', NOON),
          said(one.residentId, 'health', 'yes', NOON),
          said(other.residentId, 'health', 'no', NOON + 1),
          said(other.residentId, 'carer', 'yes', NOON),
        ])
        .execute(),
    );
    const stays = await join(town, one.residentId, other.residentId);
    const kept = await town.store.read
      .selectFrom('equalityAnswers')
      .select(['residentId', 'question', 'answer'])
      .orderBy('question')
      .execute();
    expect(kept).toEqual([
      { residentId: stays, question: 'age', answer: 'older' },
      { residentId: stays, question: 'carer', answer: 'yes' },
      { residentId: stays, question: 'health', answer: 'no' },
    ]);
    const consents = await town.store.read.selectFrom('consents').select('residentId').execute();
    expect(new Set(consents.map(({ residentId }) => residentId))).toEqual(new Set([stays]));
  });

  test('are forgotten under both ids where an older backup is put back, also when joined twice', async () => {
    const town = await consultation(database);
    const ids = [];
    for (let people = 0; people < 3; people += 1) ids.push((await town.contributor()).residentId);
    const [a = '', b = '', c = ''] = ids;
    const two = await join(town, a, b);
    const three = await join(town, two, c);
    expect(new Set([three, ...(await joinedInto(town.store.read, three))])).toEqual(new Set(ids));
    await town.store.turn(({ db }) =>
      db
        .insertInto('erasures')
        .values({
          id: 'e',
          residentId: three,
          state: 'erased',
          requestedAt: NOON,
          officerId: null,
          erasedAt: NOON,
        })
        .execute(),
    );
    const forgotten = await forgottenResidents(town.store.read);
    expect(new Set(forgotten.map(({ residentId }) => residentId))).toEqual(new Set(ids));
  });
});

/** A code ends with the turn that joins; an erasure is of the one who asked; these two are about joining itself. */
const apart = ['erasures', 'joinedResidents', 'linkCodes', 'linkTries'];

test('no table that names a resident is left out', async () => {
  const { store } = await consultation('sqlite');
  const tables = await store.read.introspection.getTables();
  const naming = tables
    .filter(({ columns }) => columns.some(({ name }) => name === 'residentId'))
    .map(({ name }) => name)
    .filter((name) => !apart.includes(name));
  expect(naming.toSorted()).toEqual([...theirs].toSorted());
});

test.each(['unknown', 'attempting', 'queued'] as const)(
  'of two tellings of one outcome the one that is %s is never sent again',
  async (state) => {
    const town = await consultation();
    const one = await town.contributor();
    const other = await town.contributor();
    await town.publish(await town.draft());
    const [first, second] = (await town.deliveries()).map(({ id }) => id);
    await town.store.turn(async ({ db }) => {
      await db
        .updateTable('deliveries')
        .set({ state, attemptId: 'x' })
        .where('id', '=', first ?? '')
        .execute();
      await db
        .updateTable('deliveries')
        .set({ state: 'delivered' })
        .where('id', '=', second ?? '')
        .execute();
    });
    const both = { given: one.residentId, sent: other.residentId, now: NOON, newId: town.newId };
    await town.store.turn((tx) => joinResidents(tx, both));
    const dropped = (await town.deliveries()).find(({ id }) => id === first);
    expect(dropped?.followUpId).toBeNull();
    if (state === 'attempting') expect(dropped).toMatchObject({ state, expiresAt: NOON });
    else expect(dropped).toMatchObject({ state: 'cancelled', settledAt: NOON });
  },
);
