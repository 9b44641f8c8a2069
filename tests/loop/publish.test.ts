import { describe, expect, test } from 'vitest';
import { outcomes as demoOutcomes } from '#cli/demo/outcomes.ts';
import { deliveriesList } from '#loop/deliveries.ts';
import { reviseOutcome } from '#loop/draft.ts';
import { outcome, outcomes } from '#loop/outcomes.ts';
import { personalIn, personalInOutcome } from '#loop/personal.ts';
import { planFollowUps, publishOutcome } from '#loop/publish.ts';
import { publishedOutcomes } from '#loop/published.ts';
import { hideWords, settleName, showAgain } from '#review/hideWords.ts';
import type { Store } from '#store/db.ts';
import { stopResident } from '#store/optOuts.ts';
import { wordsHash } from '#store/redactions.ts';
import { databases, open } from '#tests/store/databases.ts';
import { testClock } from '#tests/support/clock.ts';
import { consultation, DAY, flowOf, NOON, organisation } from './consultation.ts';

describe.each(databases)('publishing, on %s', (database) => {
  test('gives each contributor one delivery, on their channel, in their words and language', async () => {
    const { contributor, say, draft, publish, deliveries, texts, store } = await consultation(database);
    const one = await contributor({
      said: { text: 'It is grey. Nowhere to sit by the shops. Sad.', span: [12, 40] },
    });
    await say(one.residentId, { text: 'Buses are late.', theme: 'buses' });
    const other = await contributor({
      language: 'cy',
      channel: 'telegram',
      said: { text: 'Dim lle i eistedd yma.' },
    });
    const id = await draft();
    expect(await publish(id)).toMatchObject({ published: true, planned: 2 });
    expect(await deliveries()).toMatchObject([
      {
        residentId: one.residentId,
        addressId: one.address.id,
        channel: 'sms',
        purpose: 'followUp',
        state: 'queued',
      },
      { residentId: other.residentId, channel: 'telegram', notBefore: NOON },
    ]);
    expect(await texts()).toEqual([
      'Riverside Council: You told us: "Nowhere to sit by the shops." We did: there are six new benches. Reply to tell us if this is right. STOP to stop.',
      'Cyngor Glan-yr-afon: Dywedoch wrthym: "Dim lle i eistedd yma." Gwnaethom hyn: mae chwe mainc newydd. Atebwch i ddweud a yw hyn yn iawn. STOP i stopio.',
    ]);
    const audit = await store.read.selectFrom('audit').select(['action', 'subject']).orderBy('id').execute();
    expect(audit.map(({ action }) => action)).toEqual(['outcome.draft', 'outcome.publish']);
  });

  test('twice, and twice at once, plans once; who comes later is not added', async () => {
    const { contributor, draft, publish, deliveries, store, place, by } = await consultation(database);
    for (let i = 0; i < 5; i += 1) await contributor();
    const outcomeId = await draft();
    const other = await open(place);
    const results = await Promise.all([
      publish(outcomeId),
      publishOutcome(other, { ...by, newId: () => crypto.randomUUID(), outcomeId, organisation }),
    ]);
    expect(results[0]).toEqual(results[1]);
    await contributor();
    expect(await publish(outcomeId)).toEqual(results[0]);
    expect(await deliveries()).toHaveLength(5);
    expect(await store.read.selectFrom('followUps').selectAll().execute()).toHaveLength(1);
  });

  test('publishes what was seen: a colleague who changes it a moment earlier is not overruled', async () => {
    const { contributor, draft, deliveries, store, by, theme } = await consultation(database);
    await contributor();
    const outcomeId = await draft();
    const seen = (await outcome(store.read, outcomeId))?.updatedAt ?? 0;
    const rewrite = { kind: 'did', youSaid: { en: 'Other' }, weDid: { en: 'words' } } as const;
    const themeIds = [theme.benches];
    await reviseOutcome(store, { ...by, ...rewrite, now: by.now + 1, outcomeId, themeIds });
    const publishing = { ...by, outcomeId, organisation };
    expect(await publishOutcome(store, { ...publishing, seen })).toEqual({
      published: false,
      why: 'changed',
    });
    expect((await outcome(store.read, outcomeId))?.state).toBe('draft');
    expect(await deliveries()).toEqual([]);
    expect(await publishOutcome(store, { ...publishing, seen: seen + 1 })).toMatchObject({ planned: 1 });
  });

  test('what may be personal data has to be looked at, in whatever language it is written', async () => {
    const { contributor, draft, deliveries, store, by } = await consultation(database);
    await contributor();
    const outcomeId = await draft({
      weDid: { en: 'there are six benches.', cy: 'ffoniwch 07700 900123 am y meinciau.' },
    });
    const publishing = { ...by, outcomeId, organisation };
    const refused = { published: false, why: 'unchecked' };
    expect(await publishOutcome(store, publishing)).toEqual(refused);
    expect(await publishOutcome(store, { ...publishing, checked: false })).toEqual(refused);
    expect((await outcome(store.read, outcomeId))?.state).toBe('draft');
    expect(await deliveries()).toEqual([]);
    expect(await publishOutcome(store, { ...publishing, checked: true })).toMatchObject({ planned: 1 });
    // What is public already is.
    expect(await publishOutcome(store, publishing)).toMatchObject({ published: true, planned: 1 });
  });

  test('what officers have hidden in a response has to be looked at too, until they show it again', async () => {
    const { contributor, draft, store, newId, by } = await consultation(database);
    await contributor({ said: { text: 'The lady with three greyhounds lets them foul the pavement.' } });
    const { id: responseId } = await store.read
      .selectFrom('responses')
      .select('id')
      .executeTakeFirstOrThrow();
    const desk = { store, newId, clock: testClock(NOON) };
    const given = { responseId, officerId: 'officer' };
    for (const words of ['The lady with three greyhounds', 'foul', 'the'])
      await hideWords(desk, { ...given, words, kind: 'other' });
    const weDid = { en: 'we spoke to the LADY with three greyhounds.', cy: 'mae hi yn well.' };
    const publishing = { ...by, outcomeId: await draft({ weDid }), organisation };
    expect(await publishOutcome(store, publishing)).toEqual({ published: false, why: 'unchecked' });
    desk.clock.advance(1000);
    await showAgain(desk, { ...given, of: wordsHash(responseId, 'The lady with three greyhounds') });
    expect(await publishOutcome(store, publishing)).toMatchObject({ published: true });
  });

  test('cut short between two turns, it is finished at the next start, with nobody told twice', async () => {
    const { contributor, draft, deliveries, store, by } = await consultation(database);
    for (let i = 0; i < 3; i += 1) await contributor();
    const outcomeId = await draft();
    let turns = 0;
    const dying: Store = {
      ...store,
      turn: (work) => {
        turns += 1;
        return turns === 2 ? Promise.reject(new Error('killed')) : store.turn(work);
      },
    };
    await expect(publishOutcome(dying, { ...by, outcomeId, organisation })).rejects.toThrow('killed');
    expect((await outcome(store.read, outcomeId))?.state).toBe('published');
    expect(await deliveries()).toHaveLength(0);
    expect(await planFollowUps(store, { ...by, organisation })).toBe(1);
    expect(await planFollowUps(store, { ...by, organisation })).toBe(0);
    expect(await deliveries()).toHaveLength(3);
  });

  test('a big audience takes several turns, and a crash in the middle loses and doubles nobody', async () => {
    const { theme, draft, deliveries, store, newId, by } = await consultation(database);
    const people = Array.from({ length: 1100 }, () => newId());
    const rows = people.map((id) => ({
      id,
      response: newId(),
      address: newId(),
      coding: newId(),
      consent: newId(),
    }));
    for (let from = 0; from < rows.length; from += 100) {
      const some = rows.slice(from, from + 100);
      await store.turn(async ({ db }) => {
        await db
          .insertInto('residents')
          .values(some.map(({ id }) => ({ id, language: null, createdAt: NOON })))
          .execute();
        await db
          .insertInto('addresses')
          .values(
            some.map(({ id, address }) => ({
              id: address,
              residentId: id,
              channel: 'sms' as const,
              account: '',
              hash: address,
              sealed: '',
              keyId: '',
              createdAt: NOON,
            })),
          )
          .execute();
        await db
          .insertInto('responses')
          .values(
            some.map(({ id, response }) => ({
              id: response,
              consultationId: 'high-street',
              residentId: id,
              flowHash: 'v1',
              stepId: 'tell',
              channel: 'sms' as const,
              text: 'Nowhere to sit.',
              state: 'complete' as const,
              review: 'new' as const,
              late: 0 as const,
              held: 0 as const,
              createdAt: NOON,
            })),
          )
          .execute();
        await db
          .insertInto('codings')
          .values(
            some.map(({ response, coding }) => ({
              id: coding,
              responseId: response,
              themeId: theme.benches,
              consultationId: 'high-street',
              source: 'officer' as const,
              decision: 'accepted' as const,
              createdAt: NOON,
            })),
          )
          .execute();
        await db
          .insertInto('consents')
          .values(
            some.map(({ id, consent }) => ({
              id: consent,
              residentId: id,
              consultationId: 'high-street',
              kind: 'hearBack' as const,
              granted: 1 as const,
              flowHash: 'v1',
              at: NOON,
            })),
          )
          .execute();
      });
    }
    const outcomeId = await draft();
    let turns = 0;
    const dying: Store = {
      ...store,
      turn: (work) => {
        turns += 1;
        return turns === 4 ? Promise.reject(new Error('killed')) : store.turn(work);
      },
    };
    await expect(publishOutcome(dying, { ...by, outcomeId, organisation })).rejects.toThrow('killed');
    expect(await deliveries()).toHaveLength(500);
    await planFollowUps(store, { ...by, organisation });
    const planned = await deliveries();
    expect(planned).toHaveLength(1100);
    expect(new Set(planned.map(({ residentId }) => residentId)).size).toBe(1100);
    expect((await outcome(store.read, outcomeId))?.followUp).toMatchObject({
      planned: 1100,
      byState: [{ state: 'queued', count: 1100 }],
    });
  });

  test('what officers see: the outcome, how telling goes, and what came back', async () => {
    const { contributor, draft, publish, store, theme, newId } = await consultation(database);
    await contributor();
    const stopped = await contributor();
    await store.turn((tx) => stopResident(tx, stopped.residentId, NOON));
    const first = await draft();
    const second = await draft({ kind: 'cannot', themeIds: [theme.buses, theme.benches, theme.buses] });
    await publish(first);
    const answer = newId();
    await store.turn((tx) =>
      tx.db
        .insertInto('responses')
        .values({
          id: answer,
          consultationId: 'high-street',
          residentId: stopped.residentId,
          flowHash: 'v1',
          stepId: 'follow-up',
          outcomeId: first,
          channel: 'sms',
          text: 'Not on my side.',
          state: 'complete',
          review: 'new',
          late: 0,
          held: 0,
          createdAt: NOON,
        })
        .execute(),
    );
    const listed = await outcomes(store.read, 'high-street');
    expect(listed.map(({ id, state, planned }) => [id, state, planned])).toEqual(
      expect.arrayContaining([
        [second, 'draft', null],
        [first, 'published', 1],
      ]),
    );
    expect(await outcomes(store.read, 'elsewhere')).toEqual([]);
    expect(await outcomes(store.read, null)).toHaveLength(2);
    expect(await outcome(store.read, first)).toMatchObject({
      themes: [{ id: theme.benches, key: 'benches', name: { en: 'Benches', cy: 'Meinciau' } }],
      followUp: {
        planned: 1,
        leftOut: [{ why: 'stopped', count: 1 }],
        byState: [{ state: 'queued', count: 1 }],
      },
      replies: [{ responseId: answer, text: 'Not on my side.', held: false, review: 'new' }],
    });
    expect((await outcome(store.read, second))?.themes.map(({ key }) => key)).toEqual(['benches', 'buses']);
    expect(await outcome(store.read, 'no-such-outcome')).toBeNull();
  });

  test('what everyone sees names nobody, and small numbers only as such', async () => {
    const { contributor, draft, publish, store } = await consultation(database);
    for (let i = 0; i < 6; i += 1) await contributor();
    const id = await draft();
    await draft();
    expect(await publishedOutcomes(store.read)).toEqual([]);
    await publish(id);
    const states = ['delivered', 'accepted', 'read', 'unknown'] as const;
    for (const [number, { id: delivery }] of (
      await store.read.selectFrom('deliveries').select('id').orderBy('id').execute()
    ).entries()) {
      const state = states[number] ?? 'rejected';
      await store.turn((tx) =>
        tx.db.updateTable('deliveries').set({ state }).where('id', '=', delivery).execute(),
      );
    }
    expect(await publishedOutcomes(store.read)).toEqual([
      {
        id,
        consultationId: 'high-street',
        title: { en: 'The high street', cy: 'Y stryd fawr' },
        demo: false,
        kind: 'did',
        youSaid: { en: 'You said there is nowhere to sit.', cy: 'Dywedoch nad oes unman i eistedd.' },
        weDid: { en: 'there are six new benches.', cy: 'mae chwe mainc newydd.' },
        themes: [{ en: 'Benches', cy: 'Meinciau' }],
        publishedAt: NOON,
        raised: 6,
        told: 'fewer than 5',
      },
    ]);
  });

  test('the ledger by state, channel and purpose, a page at a time, without words or addresses', async () => {
    const { contributor, draft, publish, store } = await consultation(database);
    for (let i = 0; i < 52; i += 1) await contributor(i < 2 ? { channel: 'telegram' } : {});
    const outcomeId = await draft();
    await publish(outcomeId);
    const first = await deliveriesList(store.read, {
      state: 'queued',
      purpose: 'followUp',
      page: 1,
      now: NOON,
    });
    expect([first.total, first.pages, first.deliveries.length]).toEqual([52, 2, 50]);
    expect(first.deliveries[0]).toMatchObject({ outcomeId, state: 'queued', channel: 'sms', attempts: 0 });
    expect(JSON.stringify(first)).not.toMatch(/sit down|7700|sealed|body/);
    expect((await deliveriesList(store.read, { channel: 'telegram', page: 1, now: NOON })).total).toBe(2);
    expect((await deliveriesList(store.read, { state: 'read', page: 3, now: NOON })).deliveries).toEqual([]);
    expect((await deliveriesList(store.read, { page: 2, now: NOON })).deliveries).toHaveLength(2);
  });

  test('a draft can be changed until it is published', async () => {
    const { draft, publish, store, by, theme } = await consultation(database);
    const outcomeId = await draft();
    const change = {
      ...by,
      outcomeId,
      kind: 'together' as const,
      youSaid: { en: 'You said' },
      weDid: { en: 'we planted trees.' },
      themeIds: [theme.buses],
    };
    expect(await reviseOutcome(store, change)).toBe('revised');
    expect(await outcome(store.read, outcomeId)).toMatchObject({
      kind: 'together',
      weDid: { en: 'we planted trees.' },
      themes: [{ key: 'buses' }],
      followUp: null,
    });
    await publish(outcomeId);
    expect(await reviseOutcome(store, change)).toBe('published');
    expect(await reviseOutcome(store, { ...change, outcomeId: 'no-such-outcome' })).toBe('missing');
    expect(await publish('no-such-outcome')).toEqual({ published: false, why: 'missing' });
  });
});

describe('whose words go back', () => {
  const topic =
    'Riverside Council: You told us about the high street in November 2026. We did: there are six new benches. Reply to tell us if this is right. STOP to stop.';

  test('not where the flow does not say so', async () => {
    const { contributor, draft, publish, texts } = await consultation('sqlite', flowOf({ quoteBack: false }));
    await contributor();
    await publish(await draft());
    expect(await texts()).toEqual([topic]);
  });

  test('not to an address that has been silent for 60 days', async () => {
    const { contributor, draft, publish, texts } = await consultation();
    await contributor({ lastInboundAt: NOON - 60 * DAY });
    await contributor({ lastInboundAt: NOON - 60 * DAY + 1 });
    await publish(await draft());
    const [silent, lively] = await texts();
    expect(silent).toBe(topic);
    expect(lively).toContain('You told us: "There is nowhere to sit down outside the shops."');
  });

  test.each(databases)(
    'on %s not to whoever uses a number again that was silent for 60 days since',
    async (on) => {
      const { contributor, draft, publish, texts, store, newId } = await consultation(on);
      const heard = async (
        { residentId, address }: Awaited<ReturnType<typeof contributor>>,
        daysAgo: number[],
      ) => {
        for (const days of daysAgo)
          await store.turn(({ db }) =>
            db
              .insertInto('messages')
              .values({
                id: newId(),
                channel: 'sms',
                dedupeKey: newId(),
                residentId,
                addressId: address.id,
                conversationId: null,
                kind: 'text',
                text: 'hello',
                choice: null,
                media: '[]',
                replyTo: null,
                sentAt: null,
                receivedAt: NOON - days * DAY,
                state: 'handled',
              })
              .execute(),
          );
      };
      const recent = { lastInboundAt: NOON - 5 * DAY, said: { at: NOON - 90 * DAY } };
      await heard(await contributor(recent), [90, 29, 5]);
      await heard(await contributor(recent), [90, 50, 5]);
      await heard(await contributor({ ...recent, said: { at: NOON - 5 * DAY } }), [90, 5]);
      await publish(await draft());
      const [another, same, since] = await texts();
      expect(another).not.toContain('There is nowhere to sit');
      expect(same).toContain('There is nowhere to sit');
      expect(since).toContain('There is nowhere to sit');
    },
  );

  test('never those that a case holds', async () => {
    const { contributor, say, draft, publish, texts } = await consultation();
    const one = await contributor({ said: { text: 'More benches by the library please.' } });
    await say(one.residentId, { text: 'Something that only a person should read.', held: true, at: NOON });
    await publish(await draft());
    expect(await texts()).toEqual([expect.stringContaining('"More benches by the library please."')]);
  });

  test('to someone in Wales who has not chosen a language: Welsh first, then English', async () => {
    const { contributor, draft, publish, texts } = await consultation('sqlite', flowOf({ nation: 'wales' }));
    await contributor({ language: null, said: { text: 'Dim lle i eistedd.' } });
    await publish(await draft());
    expect(await texts()).toEqual([
      'Cyngor Glan-yr-afon: Dywedoch wrthym: "Dim lle i eistedd." Gwnaethom hyn: mae chwe mainc newydd. Atebwch i ddweud a yw hyn yn iawn. STOP i stopio.\n\n' +
        'Riverside Council: You told us about the high street in November 2026. We did: there are six new benches. Reply to tell us if this is right. STOP to stop.',
    ]);
  });
});

describe('what may be personal data in an outcome', () => {
  const found = (youSaid: string, weDid: string) =>
    personalIn({ youSaid: { en: youSaid }, weDid: { cy: weDid } }, organisation).map(
      ({ kind, words, possible }) => [kind, words, possible],
    );

  test('is found once each, with what may be a name', () => {
    expect(
      found('Mrs Rowan Ellis of 4 Mill Lane, BD1 1AA', 'Ask for Rowan Ellis, rowan@example.org'),
    ).toEqual([
      ['address', '4 Mill Lane', false],
      ['postcode', 'BD1 1AA', false],
      ['name', 'Rowan Ellis', true],
      ['email', 'rowan@example.org', false],
    ]);
  });

  test('is what officers have hidden elsewhere, as whole words, but for short ones and our own name', () => {
    const hidden = ['the old forge', 'riverside', 'pat'].map((words) => ({ words, kind: 'other' as const }));
    const said = { en: 'Riverside asked Pat at THE  OLD FORGE and The Old Forgery.' };
    expect(personalIn({ youSaid: said, weDid: {} }, organisation, hidden)).toEqual([
      { kind: 'other', words: 'THE  OLD FORGE', possible: false },
    ]);
  });

  test('is not an ordinary word that is a name elsewhere', async () => {
    const town = await consultation();
    const text = 'My neighbour is Mark Hill. Mark the hill.';
    const { responseId } = await town.contributor({ said: { text } });
    await settleName(
      { store: town.store, newId: town.newId, clock: { now: () => NOON } },
      { responseId, officerId: 'o', of: wordsHash(responseId, 'Mark Hill'), isName: true },
    );
    const words = {
      youSaid: { en: 'Mark the hill: a mark on each hill.' },
      weDid: { en: 'Ask MARK  HILL.' },
    };
    expect(
      await personalInOutcome(town.store.read, { consultationId: town.flow.id, ...words }, organisation),
    ).toEqual([{ kind: 'name', words: 'MARK  HILL', possible: false }]);
  });

  test('is found in no time where officers have hidden thousands of words', () => {
    const said = { en: 'The bench é by the old bridge is broken. '.repeat(500) };
    const hidden = Array.from({ length: 4000 }, (_, at) => ({
      words: `wombat${at}`,
      kind: 'other' as const,
    }));
    const find = (some: typeof hidden) => {
      const began = performance.now();
      expect(personalIn({ youSaid: said, weDid: {} }, organisation, some)).toEqual([]);
      return performance.now() - began;
    };
    const few = find(hidden.slice(0, 100));
    expect(find(hidden)).toBeLessThan(Math.max(500, few * 10));
  });

  test('is two words with capitals in a row, whatever stands around them', () => {
    expect(
      found(
        'Doris Pugh’s sister and Jean O’Neil met by Mill Lane, and Call Doris Pugh is written there.',
        'Mae mainc er cof am Dafydd ap Gwilym yn Stryd Fawr.',
      ),
    ).toEqual([
      ['name', 'Doris Pugh', true],
      ['name', 'Jean O’Neil', true],
      ['name', 'Dafydd ap Gwilym', true],
    ]);
  });

  test('is no row of capitals that names an office, a scheme or a place', () => {
    expect(
      found(
        'On Easter Monday the Market Hall opens. The Free Swim Scheme is paid for by Welsh Government.',
        'Canolfan Hamdden Bryn Elian. Mae’r Neuadd Fawr a Stryd Fawr ar agor. Cyngor Sir Ddinbych.',
      ),
    ).toEqual([]);
  });

  test('is not our own name, nor what names nobody', () => {
    expect(found('Tell Riverside Council about it', 'there are six new benches.')).toEqual([]);
    for (const words of demoOutcomes) expect(personalIn(words, organisation)).toEqual([]);
  });
});
