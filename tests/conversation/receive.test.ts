import { describe, expect, it } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { hashAddress } from '#people/seal.ts';
import { council, phone } from './council.ts';

const someone = phone(1);
/** Longer than anybody pauses within an answer. */
const MINUTES = 10 * 60_000;

describe.each(['sqlite', 'postgres'] as const)('a turn, on %s', (dialect) => {
  it('is done once: the same event again is acknowledged and leaves no trace', async () => {
    const { services, inbound, counts, clock, read } = await council(dialect);
    const event = inbound(someone, 'hello');
    expect(await services.receive(event)).toEqual({ kind: 'handled' });
    const before = await counts();
    const [address] = await read.selectFrom('addresses').selectAll().execute();
    clock.advance(5000);
    expect(await services.receive({ ...event, receivedAt: clock.now() })).toEqual({ kind: 'repeat' });
    expect(await counts()).toEqual(before);
    expect(await read.selectFrom('addresses').selectAll().execute()).toEqual([address]);
  });

  it('is done once where five of the same come at once', async () => {
    const { services, inbound, counts } = await council(dialect);
    const event = inbound(someone, 'hello');
    const received = await Promise.all([1, 2, 3, 4, 5].map(() => services.receive({ ...event })));
    expect(received.map(({ kind }) => kind).sort()).toEqual([
      'handled',
      'repeat',
      'repeat',
      'repeat',
      'repeat',
    ]);
    expect(await counts()).toMatchObject({ messages: 1, residents: 1, deliveries: 1, conversations: 1 });
  });

  it('takes many messages of one person at once one after the other, and keeps every word', async () => {
    const { say, responses, services, counts, read } = await council(dialect);
    await say(someone, 'high street');
    const said = Array.from({ length: 20 }, (_, index) => `thing ${index}.`);
    await Promise.all(said.map((text) => say(someone, text)));
    const [response] = await responses();
    expect(response?.text.split('\n').sort()).toEqual([...said].sort());
    expect(await counts()).toMatchObject({ conversations: 1, conversationInputs: 21, responses: 1 });
    const [conversation] = await read.selectFrom('conversations').selectAll().execute();
    const organisation = services.config.organisation;
    const { stored, replayed } = await replay(read, { ...services, organisation }, conversation?.id ?? '');
    expect(replayed).toEqual(stored);
  });

  it('that goes wrong keeps the message, opens a case and is acknowledged', async () => {
    const { say, services, counts, read, responses } = await council(dialect);
    await say(someone, 'high street');
    const before = await counts();
    await services.store.turn(({ db }) =>
      db.updateTable('conversations').set({ session: '{"flow":"another"}' }).execute(),
    );
    expect(await say(someone, 'the words that must not be lost')).toEqual({ kind: 'failed' });
    expect(await counts()).toEqual({ ...before, messages: 2, cases: 1 });
    const messages = await read.selectFrom('messages').select(['text', 'state']).orderBy('id').execute();
    expect(messages.at(-1)).toEqual({ text: 'the words that must not be lost', state: 'failed' });
    expect(await read.selectFrom('cases').select(['kind', 'state']).execute()).toEqual([
      { kind: 'fault', state: 'open' },
    ]);
    expect(await responses()).toEqual([]);
  });

  it('that is a STOP cancels what is queued, holds for every address of the resident, and START undoes it for one', async () => {
    const { say, services, queued, read } = await council(dialect);
    const second = phone(2);
    await say(someone, 'high street');
    await say(second, 'high street');
    const [first] = await read.selectFrom('addresses').select('residentId').orderBy('id').execute();
    await services.store.turn(({ db }) =>
      db
        .updateTable('addresses')
        .set({ residentId: first?.residentId ?? '' })
        .execute(),
    );
    await say(someone, 'STOP');
    expect(await queued()).toEqual([
      expect.stringContaining('Tell us about your high street'),
      expect.stringContaining('we have stopped'),
    ]);
    expect((await read.selectFrom('optOuts').selectAll().execute()).length).toBe(2);

    await say(second, 'are you there?');
    await say(second, 'hello?');
    expect((await queued()).filter((text) => text.includes('you asked us to stop'))).toHaveLength(1);
    await say(second, 'start');
    const stopped = await read.selectFrom('optOuts').select('addressHash').execute();
    expect(stopped).toEqual([{ addressHash: hashAddress(services.keys, 'simulator', someone) }]);
  });

  it('that says STOP under a photo stops, and other words there belong to the photo', async () => {
    const { say, queued, read, responses } = await council(dialect);
    const photo = { kind: 'media' as const, media: [{ ref: 'photo', contentType: 'image/jpeg' }] };
    await say(someone, 'high street');
    await say(someone, 'the bus stop is filthy', photo);
    expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(0);
    await say(someone, 'Stop. Thank you', photo);
    expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
    expect((await queued()).at(-1)).toContain('we have stopped');
    expect((await responses()).map(({ text }) => text)).toEqual(['the bus stop is filthy']);
  });

  it('that its provider took for a STOP is one, though it would answer the question with a no', async () => {
    const { say, queued, services, clock, read } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'The road is too fast');
    clock.advance(MINUTES);
    await services.wake();
    expect((await queued()).at(-1)).toContain('Shall we message you');
    await say(someone, 'Peidio', { kind: 'optOut' });
    expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
  });

  it('that begins anew makes no child older, until a person has decided', async () => {
    const { say, services, clock, read, responses } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, "I'm 10");
    for (let skipped = 0; skipped < 10; skipped += 1) await say(someone, 'SKIP');
    await say(someone, 'START');
    await say(someone, 'The swings are broken');
    clock.advance(MINUTES);
    await services.wake();
    await say(someone, '1');
    expect((await responses()).map(({ text, held }) => [text, held])).toEqual([
      ["I'm 10", 1],
      ['The swings are broken', 1],
      ['1', 1],
    ]);
    const consents = await read.selectFrom('consents').select('granted').execute();
    expect(consents.map(({ granted }) => granted)).not.toContain(1);
    const cases = await read.selectFrom('cases').select(['kind', 'conversationId']).execute();
    expect(cases.map(({ kind }) => kind)).toEqual(['child', 'child']);
    for (const { conversationId } of cases) {
      const { stored, replayed } = await replay(
        read,
        { ...services, organisation: services.config.organisation },
        conversationId ?? '',
      );
      expect(replayed).toEqual(stored);
    }
    await services.store.turn(({ db }) => db.updateTable('cases').set({ state: 'closed' }).execute());
    for (let skipped = 0; skipped < 10; skipped += 1) await say(someone, 'SKIP');
    await say(someone, 'START');
    await say(someone, 'The slide is too hot');
    expect((await responses()).at(-1)).toMatchObject({ text: 'The slide is too hot', held: 0 });
  });

  it('that is a keyword after danger and a STOP asks nothing before a person has looked', async () => {
    const { say, queued, counts } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'I want to end my life');
    await say(someone, 'STOP');
    const before = await queued();
    await say(someone, 'high street');
    expect((await queued()).slice(before.length)).toEqual([expect.stringContaining('you asked us to stop')]);
    expect(await counts()).toMatchObject({ conversations: 1 });
  });

  it('that asks for a person, or for their data, again and again opens one case of each', async () => {
    const { say, read, services } = await council(dialect);
    await say(someone, 'high street');
    for (const said of ['PERSON', 'MY DATA', 'PERSON', 'MY DATA', 'PERSON']) await say(someone, said);
    const kinds = async () =>
      (await read.selectFrom('cases').select('kind').execute()).map(({ kind }) => kind);
    expect((await kinds()).sort()).toEqual(['data', 'question']);
    await services.store.turn(({ db }) => db.updateTable('cases').set({ state: 'closed' }).execute());
    await say(someone, 'PERSON');
    expect((await kinds()).sort()).toEqual(['data', 'question', 'question']);
  });

  it('that is a button of no question here asks again, and is no answer in words', async () => {
    const { say, queued, responses } = await council(dialect);
    await say(someone, 'high street');
    for (const choice of ['a1b2.3.0', 'a1b2.forget.0', 'a1b2.0.done'])
      await say(someone, '', { kind: 'choice', choice });
    expect(await responses()).toEqual([]);
    expect((await queued()).at(-1)).toContain('Tell us about your high street');
  });

  it('that is a STOP before anything else begins nothing', async () => {
    const { say, queued, counts } = await council(dialect);
    await say(someone, 'stop');
    expect(await queued()).toEqual([expect.stringContaining('we have stopped')]);
    await say(someone, 'START');
    expect((await queued()).at(-1)).toContain('Tell us about your high street');
    expect(await counts()).toMatchObject({ conversations: 2, responses: 0 });
  });

  it.each(['English', 'Cymraeg', 'EASY READ'])(
    'that says %s brings nobody back who said STOP first of all, or that we have the wrong number',
    async (said) => {
      const { say, queued, counts, read } = await council(dialect);
      await say(someone, 'STOP');
      await say(phone(2), 'high street');
      await say(phone(2), 'wrong number');
      const before = await queued();
      await say(someone, said);
      await say(phone(2), said);
      expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(2);
      const after = (await queued()).slice(before.length);
      expect(after).toEqual([
        expect.stringContaining('you asked us to stop'),
        expect.stringContaining('you asked us to stop'),
      ]);
      expect(await counts()).toMatchObject({ responses: 2 });
    },
  );

  it('that holds danger answers with signposts, pauses the questions, and keeps the words out of theming', async () => {
    const { say, queued, read, responses, services } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'I want to end my life');
    await say(someone, 'sorry');
    const [, signpost, held] = await queued();
    expect(signpost).toContain('116 123');
    expect(held).toContain('We have kept what you wrote');
    expect(await read.selectFrom('cases').select(['kind', 'category']).execute()).toEqual([
      { kind: 'safeguarding', category: 'selfHarm' },
    ]);
    expect((await responses()).map(({ held: kept, text }) => [kept, text])).toEqual([
      [1, 'I want to end my life'],
      [1, 'sorry'],
    ]);
    expect(await services.themer.themePending()).toBe(0);
  });

  it('that tells of danger in Welsh is answered in Welsh too, in a conversation in English', async () => {
    const { say, queued } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'ENGLISH');
    await say(someone, 'Rydw i eisiau marw');
    const help = (await queued()).at(-1) ?? '';
    expect(help.startsWith('Diolch am ddweud wrthym')).toBe(true);
    expect(help).toContain('Thank you for telling us');
  });

  it('that takes a consent back after danger asks nothing more before a person has looked', async () => {
    const { say, queued } = await council(dialect);
    await say(phone(1), 'high street');
    await say(phone(1), 'The benches are broken.');
    await say(phone(1), "that's all");
    await say(phone(1), 'I want to kill myself');
    const before = (await queued()).length;
    await say(phone(1), 'stop the updates');
    await say(phone(1), "don't quote me");
    expect((await queued()).slice(before)).toEqual([
      'Thank you. We will not message you about what is done.',
      'Thank you. We will not show your words to others.',
    ]);
  });

  it('that holds danger and a STOP gives both: where to get help, and no more messages', async () => {
    const { say, queued, read } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, '/stop I want to end my life', { kind: 'optOut' });
    const said = (await queued()).at(-1);
    expect(said).toContain('116 123');
    expect(said).toContain('we have stopped');
    expect(await read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
  });

  it('that is no answer is kept and nothing follows', async () => {
    const { say, queued, read } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'Liked “Tell us about your high street”');
    await say(someone, '', { kind: 'unsupported' });
    expect(await queued()).toHaveLength(1);
    const states = await read.selectFrom('messages').select('state').orderBy('id').execute();
    expect(states.map(({ state }) => state)).toEqual(['handled', 'ignored', 'ignored']);
  });

  it('that says a bot was blocked, unblocked or moved changes the address and asks nothing', async () => {
    const { say, read, counts } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, '', { kind: 'blocked' });
    const blocked = () => read.selectFrom('addresses').select('blockedAt').executeTakeFirst();
    expect((await blocked())?.blockedAt).not.toBeNull();
    await say(someone, '', { kind: 'unblocked' });
    expect((await blocked())?.blockedAt).toBeNull();
    await say(someone, '', { kind: 'addressChanged', newAddress: phone(9) });
    await say(phone(9), 'it is me');
    expect(await counts()).toMatchObject({ residents: 1, addresses: 1, conversations: 1 });
  });
});

describe.each(['sqlite', 'postgres'] as const)('the quiet period, on %s', (dialect) => {
  it('starts again with each message, and its timer fires once however many look for it', async () => {
    const { say, services, clock, queued, responses } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'one thing');
    clock.advance(100_000);
    await say(someone, 'and another');
    clock.advance(100_000);
    await services.wake();
    expect((await responses()).map(({ state }) => state)).toEqual(['listening']);
    clock.advance(81_000);
    await Promise.all([services.wake(), services.wake(), services.wake()]);
    expect((await responses()).map(({ state, text }) => [state, text])).toEqual([
      ['complete', 'one thing\nand another'],
    ]);
    expect(await queued()).toHaveLength(2);
  });

  it('that ended while nobody was there to notice is noticed afterwards', async () => {
    const { say, services, clock, queued } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'said before the power went');
    clock.advance(24 * 3_600_000);
    await services.wake();
    expect((await queued()).at(-1)).toContain('Shall we message you');
  });

  it.each(['PRIVACY', 'ENGLISH', 'START', 'HELP'])('goes on when they text %s meanwhile', async (command) => {
    const { say, services, clock, responses } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'one thing');
    await say(someone, command);
    clock.advance(200_000);
    await services.wake();
    expect((await responses()).map(({ state }) => state)).toEqual(['complete']);
  });

  it.each(['HELP', 'Info please', 'cymorth', 'PERSON'])(
    'does not begin with %s: the question waits, and none of it is an answer',
    async (command) => {
      const { say, services, clock, responses, queued } = await council(dialect);
      await say(someone, 'high street');
      await say(someone, command);
      clock.advance(24 * 3_600_000);
      await services.wake();
      expect(await responses()).toEqual([]);
      expect((await queued()).at(-1)).toMatch(/In danger\? Call 999|A person from/);
      await say(someone, 'The stairs are broken');
      clock.advance(200_000);
      await services.wake();
      expect((await responses()).map(({ state, text }) => [state, text])).toEqual([
        ['complete', 'The stairs are broken'],
      ]);
      expect((await queued()).at(-1)).toContain('Shall we message you');
    },
  );

  it.each(['help me please, the stairs are broken', 'HELP my landlord will not mend the door'])(
    'is of an answer where they say "%s"',
    async (words) => {
      const { say, services, clock, responses } = await council(dialect);
      await say(someone, 'high street');
      await say(someone, words);
      clock.advance(200_000);
      await services.wake();
      expect((await responses()).map(({ text }) => text)).toEqual([words]);
    },
  );

  it('of one broken conversation holds up no other: a person is told', async () => {
    const { say, services, clock, responses, read } = await council(dialect);
    for (const number of [1, 2, 3]) {
      await say(phone(number), 'high street');
      await say(phone(number), `from phone ${number}`);
    }
    const [first] = await read.selectFrom('conversations').select('id').orderBy('id').execute();
    await services.store.turn(({ db }) =>
      db
        .updateTable('conversations')
        .set({ session: '{"flow":"another"}' })
        .where('id', '=', first?.id ?? '')
        .execute(),
    );
    clock.advance(200_000);
    await services.wake();
    await services.wake();
    expect((await responses()).map(({ state }) => state)).toEqual(['listening', 'complete', 'complete']);
    const cases = await read.selectFrom('cases').select(['kind', 'conversationId']).execute();
    expect(cases).toEqual([{ kind: 'fault', conversationId: first?.id }]);
  });

  it('can be skipped for one phone only', async () => {
    const { say, services, responses } = await council(dialect);
    for (const number of [1, 2]) {
      await say(phone(number), 'high street');
      await say(phone(number), `from phone ${number}`);
    }
    await services.wake({ hurry: hashAddress(services.keys, 'simulator', phone(2)) });
    expect((await responses()).map(({ state }) => state)).toEqual(['listening', 'complete']);
  });
});
