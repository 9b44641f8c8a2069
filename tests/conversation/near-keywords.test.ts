import { describe, expect, it } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { council, phone } from './council.ts';

type Council = Awaited<ReturnType<typeof council>>;

const someone = phone(1);
const asks = /Which do you mean\? Please answer with a number\./;

const last = async (here: Council) => (await here.queued()).at(-1) ?? '';
const begun = async (here: Council) => {
  const rows = await here.read.selectFrom('conversations').select('consultationId').orderBy('id').execute();
  return rows.map(({ consultationId }) => consultationId);
};

describe.each(['sqlite', 'postgres'] as const)('a keyword, on %s,', (dialect) => {
  it.each([
    'High Street!',
    '#highstreet',
    'Hi, HIGH STREET',
    'high street please',
    '"high street"',
    'stryd fawr plîs',
  ])('begins at once as "%s"', async (said) => {
    const here = await council(dialect, { DEFAULT_FLOW: 'carers' });
    await here.say(someone, said);
    expect(await begun(here)).toEqual(['high-street']);
  });

  it.each(['hihgstreet', 'highstret', 'text highstreet', 'the high street', 'high street carer', 'gofalwyr'])(
    'is asked about as "%s", and nothing is begun',
    async (said) => {
      const here = await council(dialect);
      await here.say(someone, said);
      expect(await last(here)).toMatch(asks);
      expect(await begun(here)).toEqual([]);
    },
  );

  it('that was nearly said is kept in silence where they stopped from another phone before a day was over', async () => {
    const here = await council(dialect);
    await here.say(someone, 'LINK');
    const [, code = ''] = /LINK ([A-Z]{4}-\d{4})/.exec(await last(here)) ?? [];
    await here.say(phone(2), code);
    await here.say(someone, 'the carrer');
    expect(await last(here)).toMatch(asks);
    await here.say(phone(2), 'STOP');
    const before = await here.queued();
    here.clock.advance(25 * 3_600_000);
    await here.services.wake();
    expect(await here.queued()).toEqual(before);
    expect((await here.responses()).map(({ text }) => text)).toEqual(['the carrer']);
  });

  it.each(['hello', 'yes', 'tak', '2', 'ok thanks', 'street', 'The high street is dirty and dark'])(
    'is not heard in "%s"',
    async (said) => {
      const here = await council(dialect);
      await here.say(someone, said);
      expect(await last(here)).not.toMatch(asks);
    },
  );

  it('begins at the number, in the language of the keyword, and a slip of the thumb is no answer', async () => {
    const here = await council(dialect);
    await here.say(someone, 'carrer');
    expect(await last(here)).toContain(
      'a number.\n1 CARER (Looking after someone)\n2 something else: just tell us',
    );
    await here.say(someone, '1');
    expect(await begun(here)).toEqual(['carers']);
    expect(await here.responses()).toEqual([]);
  });

  it('begins at a yes, where it is the only one that is asked about', async () => {
    const here = await council(dialect);
    await here.say(someone, 'carrer');
    await here.say(someone, 'Yes please');
    expect(await begun(here)).toEqual(['carers']);
    expect(await here.responses()).toEqual([]);
  });

  it.each([
    ['the carrer', 'no'],
    ['carer high street', 'yes'],
  ])('after "%s" never takes "%s" as the answer to a question that nobody has seen', async (first, said) => {
    const here = await council(dialect);
    await here.say(someone, first);
    await here.say(someone, said);
    expect(await begun(here)).toEqual(['high-street']);
    expect(await here.responses()).toMatchObject([{ text: first, stepId: 'unprompted' }]);
  });

  it('keeps the words that said more than the keyword', async () => {
    const here = await council(dialect);
    await here.say(someone, 'young carer');
    await here.say(someone, 'one');
    expect(await begun(here)).toEqual(['carers']);
    expect(await here.responses()).toMatchObject([{ text: 'young carer', stepId: 'unprompted' }]);
  });

  it('asks between those that are named, and takes one that is spelt out', async () => {
    const here = await council(dialect);
    await here.say(someone, 'carer high street');
    expect(await last(here)).toMatch(/1 .*\n2 .*\n3 something else/);
    await here.say(someone, 'High street');
    expect(await begun(here)).toEqual(['high-street']);
  });

  it.each([
    ['2', ['the carrer']],
    ['It is about the bins', ['the carrer', 'It is about the bins']],
  ])('hears the words as they are where the answer is "%s", and asks no more', async (said, kept) => {
    const here = await council(dialect);
    await here.say(someone, 'the carrer');
    await here.say(someone, said);
    here.clock.advance(400_000);
    await here.services.wake();
    expect(await begun(here)).toEqual(['high-street']);
    expect((await here.responses()).flatMap(({ text }) => text.split('\n'))).toEqual(kept);
    expect((await here.queued()).filter((one) => asks.test(one))).toHaveLength(1);
  });

  it('never asks where a question of ours is open', async () => {
    const here = await council(dialect);
    await here.say(someone, 'high street');
    await here.say(someone, 'the carrer');
    expect(await last(here)).not.toMatch(asks);
    expect(await here.responses()).toMatchObject([{ text: 'the carrer' }]);
  });

  it.each(['STOP', 'I want to end my life'])(
    'is not waited for after "%s": the words are kept',
    async (said) => {
      const here = await council(dialect);
      await here.say(someone, 'the carrer');
      await here.say(someone, said);
      expect((await here.responses()).map(({ text }) => text)).toContain('the carrer');
      const doubts = await here.read.selectFrom('addresses').select('doubt').execute();
      expect(doubts).toEqual([{ doubt: null }]);
    },
  );

  it('is heard as it is after a day without an answer, and the log gives the session again', async () => {
    const here = await council(dialect);
    await here.say(someone, 'the carrer');
    here.clock.advance(25 * 3_600_000);
    await here.services.wake();
    expect(await begun(here)).toEqual(['high-street']);
    expect(await here.responses()).toMatchObject([{ text: 'the carrer', stepId: 'unprompted' }]);
    const [one] = await here.read.selectFrom('conversations').select('id').execute();
    const deps = { flows: here.services.flows, organisation: here.services.config.organisation };
    const { stored, replayed } = await replay(here.read, deps, one?.id ?? '');
    expect(replayed).toEqual(stored);
  });
});
