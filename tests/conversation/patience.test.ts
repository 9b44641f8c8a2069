import { describe, expect, it } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { council, phone } from './council.ts';

const DAY = 86_400_000;
const someone = phone(1);

type Here = Awaited<ReturnType<typeof council>>;

/** What there is to send by reminder, with what became of it. */
const reminders = ({ read }: Here) =>
  read
    .selectFrom('deliveries')
    .select(['state', 'body', 'notBefore', 'expiresAt'])
    .where('purpose', '=', 'reminder')
    .orderBy('id')
    .execute();

describe.each(['sqlite', 'postgres'] as const)('patience, on %s', (dialect) => {
  it('LATER comes back once, at ten on the day it said, however many look for it', async () => {
    const here = await council(dialect);
    const { say, services, clock, queued } = here;
    await say(someone, 'high street');
    await say(someone, 'later');
    expect((await queued()).at(-1)).toContain('21 November 2026');
    clock.advance(Date.UTC(2026, 10, 21, 9, 59) - clock.now());
    await services.wake();
    expect(await reminders(here)).toEqual([]);
    clock.advance(60_000);
    await Promise.all([services.wake(), services.wake(), services.wake()]);
    const [again, ...more] = await reminders(here);
    expect(more).toEqual([]);
    expect(again?.body).toContain('you asked us to come back');
    expect(again?.body).toContain('Tell us about your high street');
    expect(JSON.parse(again?.body ?? '{}').templates).toMatchObject([
      { name: 'reminder', language: 'en', variables: ['Your council', 'Your high street'] },
    ]);
    expect(Number(again?.expiresAt)).toBe(clock.now() + DAY);
  });

  it('a reminder that is still to go out is called back by their next word', async () => {
    const here = await council(dialect);
    const { say, services, clock } = here;
    await say(someone, 'carers');
    clock.advance(7 * DAY);
    await services.wake();
    expect((await reminders(here)).map(({ state }) => state)).toEqual(['queued']);
    await say(someone, 'It depends on how she slept, and so do I');
    expect((await reminders(here)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('reminds twice, says once that it has stopped asking, and hears whoever comes back weeks later', async () => {
    const here = await council(dialect);
    const { say, services, clock, responses } = here;
    await say(someone, 'carers');
    for (let day = 0; day < 120; day += 1) {
      clock.advance(DAY);
      await services.wake();
    }
    const said = (await reminders(here)).map(({ body }) => body);
    expect(said.map((body) => /there is no hurry|we have stopped asking/.exec(body)?.[0])).toEqual([
      'there is no hurry',
      'there is no hurry',
      'we have stopped asking',
    ]);
    await say(someone, 'I was in hospital. An ordinary day starts at five with his tablets.');
    clock.advance(DAY);
    await services.wake();
    expect(await responses()).toMatchObject([{ stepId: 'day', state: 'complete' }]);
  });

  it('reminds nobody who has said STOP, whichever conversation they said it in', async () => {
    const here = await council(dialect);
    const { say, services, clock } = here;
    await say(someone, 'carers');
    await say(someone, 'STOP');
    clock.advance(60 * DAY);
    await services.wake();
    expect(await reminders(here)).toEqual([]);
  });
});

describe.each(['sqlite', 'postgres'] as const)('words that come late or out of order, on %s', (dialect) => {
  it('stand in the order in which they were written', async () => {
    const { say, clock, responses } = await council(dialect);
    await say(someone, 'high street');
    const wrote = clock.now() + 1000;
    clock.advance(60_000);
    await say(someone, 'third', { sentAt: wrote + 20_000 });
    await say(someone, 'first', { sentAt: wrote });
    await say(someone, 'second', { sentAt: wrote + 10_000 });
    expect((await responses()).map(({ text }) => text)).toEqual(['first\nsecond\nthird']);
  });

  it('join the answer that they go on from, which is then to be read again', async () => {
    const { say, clock, responses, services } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'The benches are broken.');
    await say(someone, "that's all");
    await services.store.turn(({ db }) =>
      db.updateTable('responses').set({ themedAt: clock.now(), review: 'reviewed' }).execute(),
    );
    clock.advance(30_000);
    await say(someone, 'and the bins are full');
    await say(someone, '1');
    expect(await responses()).toMatchObject([
      {
        text: 'The benches are broken.\nand the bins are full',
        themedAt: null,
        review: 'new',
        state: 'complete',
      },
    ]);
  });

  it('answer what was asked last, where another question was answered between', async () => {
    const { say, clock, responses } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'The benches are broken.');
    await say(someone, "that's all");
    clock.advance(30_000);
    await say(someone, '1');
    clock.advance(30_000);
    await say(someone, 'And the bins are full');
    expect((await responses()).map(({ text }) => text)).toEqual([
      'The benches are broken.',
      'And the bins are full',
    ]);
  });

  it('agree to nothing that the provider has not even taken yet', async () => {
    const { say, clock, responses, read } = await council(dialect, { SENDING: 'on' });
    await say(someone, 'high street');
    await say(someone, 'The benches are broken.');
    await say(someone, "that's all");
    clock.advance(90_000);
    await say(someone, 'yes');
    expect(await responses()).toMatchObject([{ text: 'The benches are broken.\nyes' }]);
    expect(await read.selectFrom('consents').selectAll().execute()).toEqual([]);
  });

  it('are not doubted for the clock of a provider that is plainly wrong', async () => {
    const { say, clock, read } = await council(dialect);
    await say(someone, 'high street', { sentAt: 1_441_645_532_000 });
    clock.advance(5000);
    await say(someone, 'The benches are broken.', { sentAt: 1_441_645_532_000 });
    await say(someone, "that's all", { sentAt: 1_441_645_532_000 });
    clock.advance(5000);
    await say(someone, 'yes', { sentAt: 1_441_645_532_000 });
    const consents = await read.selectFrom('consents').select(['kind', 'granted']).execute();
    expect(consents).toEqual([{ kind: 'hearBack', granted: 1 }]);
  });

  it('are kept whole: 20,000 characters, and four times as many in pieces', async () => {
    const { say, responses } = await council(dialect);
    await say(someone, 'high street');
    const long = Array.from({ length: 4 }, (_, piece) =>
      `${piece} ${'ŵ🌳 long '.repeat(2500)}`.slice(0, 20_000),
    );
    for (const piece of long) await say(someone, piece);
    expect((await responses()).map(({ text }) => text)).toEqual([long.join('\n')]);
  });
});

describe.each(['sqlite', 'postgres'] as const)('what is recorded of a person, on %s', (dialect) => {
  it('is which privacy words they were shown, and when', async () => {
    const { say, clock, read } = await council(dialect);
    await say(someone, 'high street');
    clock.advance(1000);
    await say(someone, 'privacy');
    const notices = await read
      .selectFrom('notices')
      .select(['notice', 'consultationId', 'at', 'privacyHash'])
      .orderBy('at')
      .execute();
    expect(notices).toMatchObject([
      { notice: 'first', consultationId: 'high-street', at: clock.now() - 1000 },
      { notice: 'privacy', consultationId: 'high-street', at: clock.now() },
    ]);
    expect(notices[0]?.privacyHash).toMatch(/^[0-9a-f]{16}$/);
    expect(notices[1]?.privacyHash).toBe(notices[0]?.privacyHash);
  });

  it('is a consent that they take back in words, and nothing else with it', async () => {
    const { say, clock, read } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'Lovely in the evening.');
    await say(someone, 'done');
    await say(someone, '1');
    clock.advance(1000);
    await say(someone, "please don't quote me");
    const consents = await read.selectFrom('consents').select(['kind', 'granted']).orderBy('at').execute();
    expect(consents).toEqual([
      { kind: 'hearBack', granted: 1 },
      { kind: 'quote', granted: 0 },
    ]);
  });

  it('is that they like it in easy words, until they say otherwise', async () => {
    const { say, read } = await council(dialect);
    const easy = () => read.selectFrom('residents').select(['easy', 'language']).execute();
    await say(someone, 'EASY READ');
    expect(await easy()).toEqual([{ easy: 1, language: null }]);
    await say(someone, 'english');
    expect(await easy()).toEqual([{ easy: 1, language: 'en' }]);
    await say(someone, 'plain');
    expect(await easy()).toEqual([{ easy: 0, language: 'en' }]);
  });

  it('is held back, all of it, when they turn out to be a child', async () => {
    const { say, responses, read } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'The swings are broken.');
    await say(someone, 'done');
    await say(someone, "I'm 10");
    expect((await responses()).map(({ held }) => held)).toEqual([1, 1]);
    expect(await read.selectFrom('cases').select(['kind', 'state']).execute()).toEqual([
      { kind: 'child', state: 'open' },
    ]);
  });

  it('is forgotten where they confirm it, though they never began, or a person must look first', async () => {
    const { say, read, queued } = await council(dialect);
    await say(someone, 'forget me');
    await say(someone, '1');
    expect((await queued()).at(-1)).toContain('We are deleting');
    await say(phone(2), 'high street');
    await say(phone(2), 'I want to end my life');
    await say(phone(2), 'forget me');
    await say(phone(2), '1');
    expect((await queued()).at(-1)).toContain('A person must look at this first');
    expect(await read.selectFrom('erasures').select('state').execute()).toEqual([{ state: 'due' }]);
    const cases = await read.selectFrom('cases').select('kind').orderBy('id').execute();
    expect(cases.map(({ kind }) => kind)).toEqual(['safeguarding', 'erasure']);
  });

  it('begins anew after a wrong number: nothing earlier is shown to whoever has it now', async () => {
    const { say, queued, counts } = await council(dialect);
    await say(someone, 'high street');
    await say(someone, 'The benches are broken.');
    await say(someone, 'done');
    await say(someone, 'wrong number');
    expect((await queued()).at(-1)).toContain('have taken this number off');
    await say(someone, 'start');
    await say(someone, 'status');
    expect((await queued()).at(-1)).toContain('not sent us an answer yet');
    expect(await counts()).toMatchObject({ residents: 2, addresses: 1 });
  });

  it('is put before a person where the gate cannot read their language, once', async () => {
    const { say, read } = await council(dialect, {
      FLOWS_DIR: 'tests/transcripts/flows',
      DEFAULT_FLOW: 'neighbours',
    });
    await say(someone, 'polski');
    await say(someone, 'Jest cicho i spokojnie');
    await say(someone, 'ale brakuje drzew');
    expect(await read.selectFrom('cases').select(['kind', 'state']).execute()).toEqual([
      { kind: 'unread', state: 'open' },
    ]);
  });
});

it.each(['sqlite', 'postgres'] as const)(
  'whatever happens in it, a conversation can be replayed, on %s',
  async (dialect) => {
    const here = await council(dialect);
    const { say, services, clock, read } = here;
    const wait = async (ms: number) => {
      clock.advance(ms);
      await services.wake();
    };
    const texts = [
      ...[
        'high street',
        'english',
        'questions',
        'status',
        'The clock has stopped.',
        'and nobody minds',
        'done',
      ],
      ...['what?', 'well', 'later', 'my data', 'easy read', 'back', 'yes', 'Trees', 'skip', 'number two'],
      ...[
        "I'm 10",
        'The swings',
        'forget me',
        '2',
        'privacy',
        'person',
        'I want to end my life',
        'hello',
        'STOP',
      ],
      ...['start', 'forget me', 'no'],
    ];
    for (const [index, text] of texts.entries()) {
      await say(someone, text, { sentAt: index % 3 === 0 ? clock.now() - 3000 : null });
      await wait(index % 4 === 0 ? 2 * DAY : 20_000);
    }
    const media = [{ ref: 'nowhere', contentType: 'image/jpeg' }];
    await say(phone(2), 'carers');
    await say(phone(2), '', { kind: 'media', media });
    await say(phone(2), 'the view from her chair');
    for (let day = 0; day < 40; day += 1) await wait(DAY);

    const conversations = await read
      .selectFrom('conversations')
      .select(['id', 'inputs'])
      .orderBy('id')
      .execute();
    expect(conversations.map(({ inputs }) => inputs > 5)).toEqual([true, true]);
    const { organisation } = services.config;
    for (const { id } of conversations) {
      const { stored, replayed } = await replay(read, { ...services, organisation }, id);
      expect(replayed).toEqual(stored);
    }
  },
);
