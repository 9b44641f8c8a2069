import { describe, expect, test } from 'vitest';
import { audienceOf } from '#loop/audience.ts';
import { leaveByHand, takeByHand, waitingByHand } from '#loop/byHand.ts';
import { tickCall } from '#loop/call.ts';
import { notHeardBack } from '#loop/debt.ts';
import { lettersToPrint, tickPosted, undoable, undoTick } from '#loop/letters.ts';
import { letterWords } from '#loop/letterWords.ts';
import { recordConsent } from '#store/consents.ts';
import { countHandTasks } from '#store/handTasks.ts';
import { council } from '#tests/conversation/council.ts';
import { typedIn, wantsCall, wantsLetter } from '#tests/review/typed-in.ts';
import { databases } from '#tests/store/databases.ts';
import { tellEverybody } from './by-hand-told.ts';

const DAY = 24 * 3_600_000;

test('a letter greets whoever is known by name, and names the consultation in its own language', () => {
  const letter = { title: { en: 'Your high street', cy: 'Eich stryd fawr' }, text: 'Words.' };
  expect(letterWords({ ...letter, language: 'cy', name: 'Mr Example' })).toMatchObject({
    greeting: 'Annwyl Mr Example,',
    about: 'Eich stryd fawr',
  });
  expect(letterWords({ ...letter, language: 'pl', name: ' ' })).toMatchObject({
    greeting: null,
    about: 'Your high street',
  });
});

describe.each(databases)('telling people by hand, on %s', (database) => {
  /** One who is to be rung, one who is to be written to, and an outcome for both. */
  async function town() {
    const here = await council(database, { SENDING: 'on' });
    const { services, clock, read } = here;
    await typedIn(services, wantsCall);
    await typedIn(services, { ...wantsLetter, language: 'cy' });
    const outcomeId = await tellEverybody(services);
    const waiting = (way: 'phone' | 'post', officerId = 'ann') =>
      waitingByHand(read, way, { officerId, now: clock.now() });
    const [call] = await waiting('phone');
    const id = call?.id ?? '';
    const take = (officerId: string) => takeByHand(services, { id, way: 'phone', officerId });
    const tick = (officerId: string, result: Parameters<typeof tickCall>[1]['result'], said = '') =>
      tickCall(services, { id, officerId, result, said });
    const ledger = (way: string) =>
      read
        .selectFrom('deliveries')
        .select(['state', 'reason'])
        .where('account', '=', way)
        .executeTakeFirstOrThrow();
    const audited = async () =>
      (await read.selectFrom('audit').select(['action', 'detail']).orderBy('id').execute())
        .filter(({ action }) => action.startsWith('byHand.') && action !== 'byHand.typeIn')
        .map(({ action, detail }) => [action, detail]);
    return { ...here, outcomeId, id, waiting, take, tick, ledger, audited };
  }

  test('counts them in the audience, waits for a person for as long as it takes, and counts them as not told', async () => {
    const { services, read, clock, outcomeId, waiting, ledger } = await town();
    const { byChannel } = await audienceOf(read, { id: outcomeId });
    expect(byChannel).toEqual([{ channel: 'byHand', count: 2 }]);
    clock.advance(30 * DAY);
    await services.outbox.pump();
    await services.outbox.recover();
    expect(await ledger('phone')).toEqual({ state: 'queued', reason: null });
    expect(await waiting('phone')).toMatchObject([{ old: true, tries: 0, taken: 'free' }]);
    expect(await countHandTasks(read, '2026-12-20')).toEqual({ phone: 1, post: 1 });
    expect(await notHeardBack(read, 'high-street')).toBe(2);
  });

  test.each(['reached', 'noAnswer', 'wrongNumber', 'askedNot'] as const)(
    'hears words of danger whatever came of the call: %s',
    async (result) => {
      const { take, tick, read } = await town();
      await take('ann');
      expect(await tick('ann', result, 'I want to kill myself')).toEqual({ ticked: true, care: true });
      expect(await read.selectFrom('cases').select('kind').execute()).toEqual([{ kind: 'safeguarding' }]);
      const kept = await read
        .selectFrom('responses')
        .select('held')
        .where('text', '=', 'I want to kill myself')
        .execute();
      expect(kept).toEqual([{ held: 1 }]);
    },
  );

  test('keeps what a stranger says at a wrong number apart from whom it was meant for', async () => {
    const { take, tick, read } = await town();
    await take('ann');
    await tick('ann', 'wrongNumber', 'There is nobody of that name here.');
    const whose = await read
      .selectFrom('responses')
      .select('residentId')
      .where('text', '=', 'There is nobody of that name here.')
      .executeTakeFirstOrThrow();
    const others = await read
      .selectFrom('responses')
      .select('id')
      .where('residentId', '=', whose.residentId)
      .execute();
    expect(others).toHaveLength(1);
  });

  test('keeps what was said in a call, and that they want no more, where nobody is to be rung any more', async () => {
    const { take, tick, read, services } = await town();
    await take('ann');
    const hold = { consultationId: 'high-street', firstDay: '2000-01-01', lastDay: '2099-12-31' };
    await services.store.turn(({ db }) => db.insertInto('holds').values(hold).execute());
    expect(await tick('ann', 'reached', 'I want to end my life')).toEqual({
      ticked: false,
      kept: true,
      care: true,
    });
    // A browser that sends the form again adds nothing.
    await tick('ann', 'reached', 'I want to end my life');
    expect(await read.selectFrom('cases').select('kind').execute()).toEqual([{ kind: 'safeguarding' }]);
    const kept = read.selectFrom('responses').select('held').where('text', '=', 'I want to end my life');
    expect(await kept.execute()).toEqual([{ held: 1 }]);
    expect(await tick('ann', 'askedNot')).toEqual({ ticked: false, kept: true, care: false });
    expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
    expect(await tick('ann', 'reached')).toEqual({ ticked: false, kept: false, care: false });
  });

  test('puts a child who says so on the telephone before a person', async () => {
    const { take, tick, read } = await town();
    await take('ann');
    expect(await tick('ann', 'reached', 'I am 11 years old. Good benches.')).toMatchObject({ care: true });
    expect(await read.selectFrom('cases').select('kind').execute()).toEqual([{ kind: 'child' }]);
    // Whatever they had agreed to before they said how old they are.
    const latest = await read
      .selectFrom('consents')
      .select(['kind', 'granted'])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    expect(latest.slice(0, 2)).toEqual([
      { kind: 'quote', granted: 0 },
      { kind: 'hearBack', granted: 0 },
    ]);
  });

  test('gives the number and the words to the one officer who takes the call, and records it', async () => {
    const { take, waiting, audited } = await town();
    const taken = await take('ann');
    expect(taken).toMatchObject({
      address: { way: 'phone', name: 'Mrs Example', phone: '+447700900982' },
      text: expect.stringContaining('We put out eleven benches.'),
    });
    // Whoever answers a telephone at home hears nobody's words.
    expect(taken?.text).toContain('You told us about');
    expect(taken?.text).not.toContain('STOP');
    expect(await take('ben')).toBeNull();
    expect((await waiting('phone', 'ben'))[0]?.taken).toBe('colleague');
    expect(await audited()).toEqual([['byHand.addressSeen', '{}']]);
  });

  test('rings nobody twice where two officers take a call at once', async () => {
    const { take, tick } = await town();
    const taken = await Promise.all([take('ann'), take('ben'), take('cat')]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    const ticks = await Promise.all(['ann', 'ben', 'cat'].map((who) => tick(who, 'reached')));
    expect(ticks.filter(({ ticked }) => ticked)).toHaveLength(1);
  });

  test('lets a call go that was left, or taken over an hour ago', async () => {
    const { services, clock, id, take } = await town();
    await take('ann');
    expect(await leaveByHand(services, { id, way: 'phone', officerId: 'ben' })).toBe(false);
    expect(await leaveByHand(services, { id, way: 'phone', officerId: 'ann' })).toBe(true);
    await take('ben');
    clock.advance(3_600_001);
    expect(await take('ann')).not.toBeNull();
  });

  test('counts who was reached as told, and keeps what they said as a reply to the outcome', async () => {
    const { services, read, take, tick, ledger, outcomeId, waiting } = await town();
    await take('ann');
    expect(await tick('ann', 'reached', 'Thank you, but they are wet.')).toEqual({
      ticked: true,
      care: false,
    });
    expect(await ledger('phone')).toEqual({ state: 'delivered', reason: null });
    expect(await notHeardBack(read, 'high-street')).toBe(1);
    expect(await waiting('phone')).toEqual([]);
    const reply = await read
      .selectFrom('responses')
      .select(['text', 'channel', 'state', 'held'])
      .where('outcomeId', '=', outcomeId)
      .execute();
    expect(reply).toEqual([
      { text: 'Thank you, but they are wet.', channel: 'byHand', state: 'complete', held: 0 },
    ]);
    expect(await tick('ann', 'reached')).toMatchObject({ ticked: false, kept: false });
    await services.outbox.pump();
  });

  test('opens a case where what they said back tells of danger', async () => {
    const { read, take, tick } = await town();
    await take('ann');
    expect(await tick('ann', 'reached', 'I want to kill myself')).toEqual({ ticked: true, care: true });
    expect(await read.selectFrom('cases').select('kind').execute()).toEqual([{ kind: 'safeguarding' }]);
  });

  test('keeps a call that nobody answered on the list, with its tries', async () => {
    const { take, tick, waiting, ledger } = await town();
    for (const officer of ['ann', 'ben']) {
      await take(officer);
      expect((await tick(officer, 'noAnswer')).ticked).toBe(true);
    }
    expect(await waiting('phone')).toMatchObject([{ tries: 2, taken: 'free' }]);
    expect((await ledger('phone')).state).toBe('queued');
  });

  test('tells nothing more at a wrong number, and nothing of before to whoever is typed in there later', async () => {
    const { services, read, take, tick, ledger } = await town();
    await tellEverybody(services, 'We mended the clock.');
    await take('ann');
    await tick('ann', 'wrongNumber');
    const states = await read
      .selectFrom('deliveries')
      .select(['state', 'reason'])
      .where('account', '=', 'phone')
      .orderBy('id')
      .execute();
    expect(states).toEqual([
      { state: 'rejected', reason: 'badAddress' },
      { state: 'cancelled', reason: 'badAddress' },
    ]);
    await typedIn(services, wantsCall);
    const people = await read.selectFrom('handEntries').select('residentId').distinct().execute();
    expect(people).toHaveLength(3);
    expect((await ledger('post')).state).toBe('queued');
  });

  test('never rings again who asked not to be contacted, whoever types their number in', async () => {
    const { services, read, take, tick, waiting, ledger } = await town();
    await take('ann');
    await tick('ann', 'askedNot');
    expect(await ledger('phone')).toEqual({ state: 'cancelled', reason: 'optedOut' });
    await typedIn(services, { ...wantsCall, name: 'Somebody' });
    const outcomeId = await tellEverybody(services, 'We mended the clock.');
    expect(await waiting('phone')).toEqual([]);
    const { leftOut } = await audienceOf(read, { id: outcomeId });
    expect(leftOut).toEqual([{ why: 'stopped', count: 1 }]);
  });

  test('asks for consent again when the list is shown, and when a call is ticked', async () => {
    const { services, read, clock, id, take, tick, waiting } = await town();
    await take('ann');
    const { residentId } = await read
      .selectFrom('deliveries')
      .select('residentId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await services.store.turn((tx) =>
      recordConsent(tx, {
        ...{ id: services.newId(), residentId, consultationId: 'high-street', kind: 'hearBack', granted: 0 },
        ...{ flowHash: 'any', messageId: null, at: clock.now() + 1 },
      }),
    );
    expect(await waiting('phone')).toEqual([]);
    expect(await tick('ann', 'reached')).toMatchObject({ ticked: false, kept: false });
    expect(await take('ann')).toBeNull();
  });

  test('shows nothing during a pre-election period', async () => {
    const { services, waiting, take } = await town();
    await services.store.turn(({ db }) =>
      db
        .insertInto('holds')
        .values({ consultationId: 'high-street', firstDay: '2026-11-19', lastDay: '2026-11-25' })
        .execute(),
    );
    expect(await waiting('phone')).toEqual([]);
    expect(await take('ann')).toBeNull();
  });

  test('prints a letter for one officer, who ticks it as posted and can take that back for a day', async () => {
    const { services, read, clock, ledger, waiting, audited } = await town();
    const [letter] = await lettersToPrint(services, 'ann');
    expect(letter).toMatchObject({
      language: 'cy',
      title: { en: 'Your high street' },
      address: { name: 'Mr Example', lines: ['1 Example Street', 'Exampletown', 'EX1 1EX'] },
    });
    expect(await lettersToPrint(services, 'ben')).toEqual([]);
    const ids = [letter?.id ?? ''];
    expect(await tickPosted(services, 'ben', ids)).toBe(0);
    expect(await tickPosted(services, 'ann', [...ids, ...ids])).toBe(1);
    expect((await ledger('post')).state).toBe('sent');
    expect(await notHeardBack(read, 'high-street')).toBe(1);
    expect(await undoable(services, 'ann')).toHaveLength(1);
    expect(await undoTick(services, 'ben', ids[0] ?? '')).toBe(false);
    expect(await undoTick(services, 'ann', ids[0] ?? '')).toBe(true);
    expect((await ledger('post')).state).toBe('queued');
    expect(await waiting('post')).toHaveLength(1);
    await lettersToPrint(services, 'ann');
    await tickPosted(services, 'ann', ids);
    clock.advance(DAY + 1);
    expect(await undoTick(services, 'ann', ids[0] ?? '')).toBe(false);
    expect((await audited()).map(([action]) => action)).toEqual([
      'byHand.addressSeen',
      'byHand.posted',
      'byHand.undone',
      'byHand.addressSeen',
      'byHand.posted',
    ]);
  });
});
