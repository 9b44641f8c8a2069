import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { meetAddress, standingOf } from '#store/addresses.ts';
import { beginConversation } from '#store/conversations.ts';
import { factsOf } from '#store/facts.ts';
import { stopResident } from '#store/optOuts.ts';
import { questionQuoted } from '#store/questions.ts';
import { unlinkAddress } from '#store/unlink.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';
import { sendAll, type Town } from './outgoing.ts';

type Contributor = Awaited<ReturnType<Town['contributor']>>;

const unlink = ({ store, newId }: Town, { address, residentId }: Contributor, messageId?: string) =>
  store.turn((tx) =>
    unlinkAddress(tx, {
      addressId: address.id,
      residentId,
      messageId: messageId ?? null,
      now: NOON,
      newId,
    }),
  );

/** A conversation that waits for an answer, and the message that was part of it. */
async function talking({ store, newId, flow }: Town, { address, residentId }: Contributor) {
  const id = newId();
  const messageId = newId();
  await store.turn(async (tx) => {
    await beginConversation(tx, {
      id,
      consultationId: flow.id,
      flowHash: 'v1',
      residentId,
      addressId: address.id,
      outcomeId: null,
      status: 'active',
      session: '{}',
      startedAt: NOON,
      askedAt: NOON,
      wakeAt: NOON + 1000,
      wakeNumber: 1,
      inputs: 1,
    });
    await tx.db
      .insertInto('messages')
      .values({
        id: messageId,
        channel: 'sms',
        dedupeKey: messageId,
        residentId,
        addressId: address.id,
        conversationId: id,
        kind: 'text',
        text: 'Not me, wrong number',
        choice: null,
        media: '[]',
        replyTo: null,
        sentAt: null,
        receivedAt: NOON,
        state: 'handled',
      })
      .execute();
  });
  return { id, messageId };
}

const meetAgain = ({ store, newId }: Town, { address }: Contributor) =>
  store.turn((tx) =>
    meetAddress(tx, {
      channel: 'sms',
      account: address.account,
      hash: address.hash,
      keyId: address.keyId,
      now: NOON + 1,
      newId,
      seal: () => {
        throw new Error('This address is known.');
      },
    }),
  );

describe.each(databases)('a number that somebody else has now, on %s', (database) => {
  test('is met as someone who has said nothing, on the same address', async () => {
    const town = await consultation(database);
    const before = await town.contributor();
    const { messageId } = await talking(town, before);
    const { residentId } = await unlink(town, before, messageId);
    const met = await meetAgain(town, before);
    expect(met).toEqual({
      id: before.address.id,
      residentId,
      hash: before.address.hash,
      sealed: expect.any(String),
      keyId: expect.any(String),
      followUpDeliveryId: null,
      followUpAt: null,
      doubt: null,
    });
    const standing = await town.store.turn((tx) => standingOf(tx, { id: met.id, hash: before.address.hash }));
    expect(standing).toMatchObject({ stopped: false, conversation: null });
    const about = (of: string) => factsOf(town.store.read, { residentId: of, consultationId: town.flow.id });
    // What they wrote themselves is theirs, and nothing else is.
    expect(await about(residentId)).toMatchObject({
      answers: 0,
      addresses: 1,
      messages: 1,
      consents: { hearBack: false },
    });
    expect(await about(before.residentId)).toMatchObject({ answers: 1, addresses: 0, messages: 0 });
  });

  test('ends what was under way: no timer rings there and no quoted message leads back', async () => {
    const town = await consultation(database);
    const before = await town.contributor();
    await talking(town, before);
    await town.publish(await town.draft());
    await sendAll(town);
    const [sent] = await town.deliveries();
    const quoted = (residentId: string) =>
      town.store.turn((tx) => questionQuoted(tx, 'sms', sent?.providerId ?? '', residentId));
    expect(await quoted(before.residentId)).not.toBeNull();
    const { residentId } = await unlink(town, before);
    expect(await quoted(residentId)).toBeNull();
    expect(await town.store.read.selectFrom('conversations').selectAll().execute()).toMatchObject([
      { status: 'ended', wakeAt: null, residentId: before.residentId },
    ]);
  });

  test('gets no follow-up that was planned for the earlier holder, nor one that is planned afterwards', async () => {
    const town = await consultation(database);
    const before = await town.contributor();
    await town.publish(await town.draft());
    await unlink(town, before);
    const later = await town.draft();
    expect(await audienceOf(town.store.read, { id: later })).toMatchObject({
      people: [],
      leftOut: [{ why: 'noAddress', count: 1 }],
    });
    await town.publish(later);
    expect(await sendAll(town)).toEqual([]);
    expect(await town.deliveries()).toMatchObject([{ state: 'cancelled', residentId: before.residentId }]);
  });

  test('gets none that was planned at the same moment either', async () => {
    const town = await consultation(database);
    const before = await town.contributor();
    const { residentId } = await town.contributor();
    await town.publish(await town.draft());
    // As a turn writes it that read the address before it changed hands.
    await town.store.turn(({ db }) =>
      db.updateTable('addresses').set({ residentId }).where('id', '=', before.address.id).execute(),
    );
    expect(await sendAll(town)).toHaveLength(1);
    expect(await town.deliveries()).toMatchObject([{ state: 'suppressed' }, { state: 'accepted' }]);
  });

  test('stops there alone: the earlier holder is still told on their other address', async () => {
    const town = await consultation(database);
    const before = await town.contributor();
    const other = await town.address(before.residentId, { lastInboundAt: NOON - 30 * 24 * 3_600_000 });
    const { residentId } = await unlink(town, before);
    await town.store.turn((tx) => stopResident(tx, residentId, NOON));
    const stopped = await town.store.read.selectFrom('optOuts').select('addressHash').execute();
    expect(stopped).toEqual([{ addressHash: before.address.hash }]);
    await town.publish(await town.draft());
    expect(await town.deliveries()).toMatchObject([{ addressId: other.id, state: 'queued' }]);
  });
});
