import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { publishedOutcomes } from '#loop/published.ts';
import { releaseResponses } from '#store/cases-read.ts';
import { holdResponses } from '#store/responses-change.ts';
import { themeEvidence, themingCounts } from '#store/themes-read.ts';
import { responsesToTheme } from '#store/to-theme.ts';
import { databases } from '#tests/store/databases.ts';
import { answersAmong } from '#theming/control/answers.ts';
import { consultation, NOON } from './consultation.ts';

const text = 'There is nowhere to sit down outside the shops.';
const span: [number, number] = [9, 28];

describe.each(databases)('on %s', (database) => {
  test.each(['machine', 'abusive'] as const)(
    'words that are marked %s are quoted to nobody',
    async (mark) => {
      const { store, contributor, draft, publish, texts, flow } = await consultation(database);
      await contributor({ said: { text, span } });
      await contributor({ said: { text, span, [mark]: true } });
      await publish(await draft());
      const [quoted, about] = await texts();
      expect(quoted).toContain('You told us: "There is nowhere to sit');
      expect(about).toContain('You told us about the high street');
      expect(about).not.toContain('nowhere to sit');
      // Nor can an officer choose them among the words that stand for a theme.
      expect(await themeEvidence(store.read, flow.id, 10)).toHaveLength(1);
    },
  );

  test('words are quoted to no address but the one that they came from', async () => {
    const { store, contributor, address, draft, publish, texts, flow, newId } = await consultation(database);
    const { residentId, responseId, address: from } = await contributor({ said: { text, span } });
    const conversationId = newId();
    await store.turn(async ({ db }) => {
      const begun = { id: conversationId, consultationId: flow.id, flowHash: 'v1', residentId };
      await db
        .insertInto('conversations')
        .values({
          ...{ ...begun, addressId: from.id, outcomeId: null, status: 'ended', session: '{}' },
          ...{ startedAt: NOON, askedAt: 0, wakeAt: null, wakeNumber: 0, inputs: 0 },
        })
        .execute();
      await db.updateTable('responses').set({ conversationId }).where('id', '=', responseId).execute();
    });
    await publish(await draft());
    // Joined since by a code, and used last.
    await address(residentId, { lastInboundAt: NOON });
    await publish(await draft());
    const [toIt, toAnother] = await texts();
    expect(toIt).toContain('nowhere to sit');
    expect(toAnother).toContain('You told us about the high street');
    expect(toAnother).not.toContain('nowhere to sit');
  });

  test('older words are not quoted in the place of what was said in a voice note', async () => {
    const { contributor, say, draft, publish, texts } = await consultation(database);
    const { residentId } = await contributor({ said: { text, at: NOON - 5_000_000 } });
    await say(residentId, { text: 'written down from a voice note', machine: true, at: NOON - 1_000_000 });
    await publish(await draft());
    expect(await texts()).toEqual([expect.stringContaining('You told us about the high street')]);
  });

  test('a child is heard, and nothing is done with it until a person decides', async () => {
    const town = await consultation(database);
    const { store, theme, flow, contributor, say, draft, publish, deliveries } = town;
    const child = await contributor({ said: { text, span } });
    const second = await say(child.residentId, { text: 'I am ten.', theme: null });
    await store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set({ conversationId: 'of-a-child' })
        .where('id', 'in', [child.responseId, second])
        .execute(),
    );
    for (let other = 0; other < 5; other += 1) await contributor();
    await store.turn(({ db }) => holdResponses(db, 'of-a-child'));

    const about = { consultationId: flow.id, themeIds: [theme.benches] };
    const audience = await audienceOf(store.read, about);
    expect(audience.people).toHaveLength(5);
    expect(audience.leftOut).toEqual([{ why: 'held', count: 1 }]);
    expect(await themeEvidence(store.read, flow.id, 10)).toEqual([]);
    expect((await responsesToTheme(store.read, 10)).map(({ id }) => id)).not.toContain(second);
    await publish(await draft());
    expect((await deliveries()).map(({ residentId }) => residentId)).not.toContain(child.residentId);
    expect((await publishedOutcomes(store.read))[0]?.raised).toBe(5);
    expect(JSON.stringify(await publishedOutcomes(store.read))).not.toContain('nowhere to sit down');

    await store.turn(({ db }) => releaseResponses(db, 'of-a-child'));
    expect((await audienceOf(store.read, about)).people).toHaveLength(6);
    expect(await themeEvidence(store.read, flow.id, 10)).toHaveLength(1);
    expect((await publishedOutcomes(store.read))[0]?.raised).toBe(6);
  });

  test('who is missing is no theme: it waits for none, and is read for none', async () => {
    const { store, say, resident, flow } = await consultation(database);
    const somebody = await resident();
    const missing = await say(somebody, { text: 'Ask the young people.', whoElse: true, theme: null });
    const abusive = await say(somebody, {
      text: 'I will find you. The bench is broken.',
      abusive: true,
      theme: null,
    });
    // What is abusive is read for themes all the same, and counted only where it is shown.
    const read = await responsesToTheme(store.read, 10);
    expect(new Set(read.map(({ id }) => id))).toEqual(new Set([missing, abusive]));
    expect([
      ...(await answersAmong(store.read, read, { codes: new Map(), named: new Map(), officers: [] })),
    ]).toEqual([abusive]);
    expect(await themingCounts(store.read, flow.id)).toEqual({ responses: 1, unthemed: 0 });
  });
});
