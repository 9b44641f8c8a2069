import { describe, expect, test } from 'vitest';
import { factsOf } from '#store/facts.ts';
import { consultation, DAY, flowOf, NOON } from '#tests/loop/consultation.ts';
import { databases } from '#tests/store/databases.ts';

describe.each(databases)('the facts behind STATUS and MY DATA, on %s', (database) => {
  test('are nothing at all for someone who has only just written', async () => {
    const { store, resident, flow } = await consultation(database);
    const facts = await factsOf(store.read, { residentId: await resident(), consultationId: flow.id });
    expect(facts).toEqual({
      answers: 0,
      read: 0,
      outcomes: [],
      addresses: 0,
      messages: 0,
      since: 0,
      consents: { hearBack: false, quote: false },
    });
  });

  test('count whole answers of this consultation, those that were read, addresses and messages', async () => {
    const town = await consultation(database);
    const { store, flow, newId } = town;
    const { residentId, responseId, address } = await town.contributor();
    await town.address(residentId, { channel: 'telegram' });
    await town.say(residentId, { theme: null });
    await town.say(residentId, { theme: null, listening: true });
    await town.say(residentId, { held: true });
    await town.contributor();
    await store.turn(async ({ db }) => {
      await db.updateTable('responses').set({ review: 'reviewed' }).where('id', '=', responseId).execute();
      const message = {
        channel: 'sms' as const,
        residentId,
        addressId: address.id,
        conversationId: null,
        kind: 'text' as const,
        text: 'There is nowhere to sit.',
        choice: null,
        media: '[]',
        replyTo: null,
        sentAt: null,
        state: 'handled' as const,
      };
      for (const daysAgo of [3, 9, 1]) {
        const id = newId();
        const receivedAt = NOON - daysAgo * DAY;
        await db
          .insertInto('messages')
          .values({ ...message, id, dedupeKey: id, receivedAt })
          .execute();
      }
    });
    const facts = await factsOf(store.read, { residentId, consultationId: flow.id });
    expect(facts).toMatchObject({ answers: 2, read: 1, addresses: 2, messages: 3, since: NOON - 9 * DAY });
    expect(await factsOf(store.read, { residentId, consultationId: 'another' })).toMatchObject({
      answers: 0,
      read: 0,
    });
  });

  test('tell what was published about their themes, the newest three, the newest last', async () => {
    const town = await consultation(database, flowOf());
    const { store, theme, flow } = town;
    const { residentId } = await town.contributor();
    const told = ['One bench.', 'Two benches.', 'Three benches.', 'Four benches.'];
    for (const [day, weDid] of told.entries()) {
      const id = await town.draft({ weDid: { en: weDid } });
      await town.publish(id);
      const publishedAt = NOON + day * DAY;
      await store.turn(({ db }) =>
        db.updateTable('outcomes').set({ publishedAt }).where('id', '=', id).execute(),
      );
    }
    await town.publish(await town.draft({ weDid: { en: 'A bus.' }, themeIds: [theme.buses] }));
    await town.draft({ weDid: { en: 'Only a draft.' } });
    const { outcomes } = await factsOf(store.read, { residentId, consultationId: flow.id });
    expect(outcomes.map(({ weDid }) => weDid.en)).toEqual(told.slice(1));
    expect(outcomes[0]).toEqual({ kind: 'did', weDid: { en: 'Two benches.' } });
  });

  test('tell nothing about an answer that a case holds back, nor about a theme that is not accepted', async () => {
    const town = await consultation(database);
    const held = await town.contributor({ said: { held: true } });
    const unsure = await town.contributor({ said: { decision: 'suggested' } });
    const listening = await town.contributor({ said: { listening: true } });
    await town.publish(await town.draft());
    for (const { residentId } of [held, unsure, listening]) {
      const facts = await factsOf(town.store.read, { residentId, consultationId: town.flow.id });
      expect(facts.outcomes).toEqual([]);
    }
  });

  test('give the latest word on each consent, and no for what was never asked', async () => {
    const town = await consultation(database);
    const { store, flow } = town;
    const { residentId } = await town.contributor();
    const consents = async () =>
      (await factsOf(store.read, { residentId, consultationId: flow.id })).consents;
    expect(await consents()).toEqual({ hearBack: true, quote: false });
    await town.consent(residentId, false, NOON);
    expect(await consents()).toEqual({ hearBack: false, quote: false });
    await town.consent(residentId, true, NOON + 1);
    expect(await consents()).toEqual({ hearBack: true, quote: false });
  });
});
