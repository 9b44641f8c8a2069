import { describe, expect, it } from 'vitest';
import { draftOutcome } from '#loop/draft.ts';
import { publishOutcome } from '#loop/publish.ts';
import { addTheme } from '#review/addTheme.ts';
import { themesOf } from '#store/codebook.ts';
import { council, phone } from './council.ts';

const someone = phone(1);
const DAY = 24 * 3_600_000;
type Council = Awaited<ReturnType<typeof council>>;

/** They have answered the first question, want to hear back, and are asked the second. */
async function answered(here: Council, address = someone): Promise<void> {
  await here.say(address, 'high street');
  await here.say(address, 'The bus never turns up.');
  here.clock.advance(200_000);
  await here.services.wake();
  await here.say(address, '1');
  await here.services.outbox.pump();
}

/** An outcome about the buses is published and its follow-ups have gone out. */
async function toldAboutBuses(here: Council): Promise<string> {
  const { services, read, clock } = here;
  const { store, newId } = services;
  const by = { officerId: 'officer', newId, now: clock.now() };
  const theme = (await themesOf(read, 'high-street')).find(({ key }) => key === 'buses-let-down');
  for (const { id, text } of await here.responses()) {
    if (text.includes('bus'))
      await addTheme(services, { responseId: id, themeId: theme?.id ?? '', officerId: 'officer' });
  }
  const outcomeId = await draftOutcome(store, {
    consultationId: 'high-street',
    kind: 'doing',
    youSaid: { en: 'The buses.', cy: 'Y bysiau.' },
    weDid: { en: 'asking the bus companies.', cy: 'gofyn i’r cwmnïau.' },
    themeIds: [theme?.id ?? ''],
    ...by,
  });
  await publishOutcome(store, { outcomeId, ...by, organisation: services.config.organisation });
  await services.outbox.pump();
  return outcomeId;
}

async function finish(here: Council): Promise<void> {
  here.clock.advance(200_000);
  await here.services.wake();
}

describe.each(['sqlite', 'postgres'] as const)('a message goes, on %s,', (dialect) => {
  it('to the follow-up where that was asked last, and afterwards to the question that was open before', async () => {
    const here = await council(dialect);
    await answered(here);
    here.clock.advance(DAY);
    const outcomeId = await toldAboutBuses(here);
    await here.say(someone, 'They still do not come');
    await here.say(someone, 'on Sundays at all');
    await finish(here);
    const thread = (await here.responses()).find((response) => response.outcomeId === outcomeId);
    expect(thread).toMatchObject({ text: 'They still do not come\non Sundays at all', state: 'complete' });
    expect((await here.queued()).at(-1)).toBe('Thank you. Staff will read what you said.');

    await here.say(someone, 'More benches would help.');
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({
      stepId: 'change',
      outcomeId: null,
      text: 'More benches would help.',
    });
  });

  it('to the question where that was asked after the follow-up', async () => {
    const here = await council(dialect);
    await answered(here);
    here.clock.advance(DAY);
    await toldAboutBuses(here);
    await here.say(someone, 'They still do not come');
    await finish(here);
    here.clock.advance(DAY);
    await here.say(someone, 'start');
    await here.say(someone, 'Repaint the benches.');
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({ stepId: 'change', outcomeId: null });
  });

  it('to what they say it is about, where both were asked over a week ago: the words wait', async () => {
    const here = await council(dialect);
    await answered(here);
    here.clock.advance(DAY);
    const outcomeId = await toldAboutBuses(here);
    here.clock.advance(8 * DAY);
    const before = (await here.responses()).length;
    await here.say(someone, 'It is worse than it was.');
    expect((await here.queued()).at(-1)).toMatch(
      /Which is this about\?\n1 what you would change.*\n2 what we told you on 21 November 2026/,
    );
    expect(await here.responses()).toHaveLength(before);
    await here.say(someone, 'two');
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({ outcomeId, text: 'It is worse than it was.' });

    await here.say(someone, 'Repaint the benches.');
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({ stepId: 'change', outcomeId: null });
  });

  it('to what was asked last, where they do not say after two tries, and no word is lost', async () => {
    const here = await council(dialect);
    await answered(here);
    here.clock.advance(DAY);
    const outcomeId = await toldAboutBuses(here);
    here.clock.advance(8 * DAY);
    for (const text of ['It is worse.', 'The buses I mean', 'all of them']) await here.say(someone, text);
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({
      outcomeId,
      text: 'It is worse.\nThe buses I mean\nall of them',
    });
  });

  it('to what was asked last after a day, where they never say: once, however many look', async () => {
    const here = await council(dialect);
    await answered(here);
    here.clock.advance(DAY);
    const outcomeId = await toldAboutBuses(here);
    here.clock.advance(8 * DAY);
    await here.say(someone, 'It is worse.');
    here.clock.advance(DAY - 1);
    await here.services.wake();
    expect((await here.responses()).map(({ text }) => text)).not.toContain('It is worse.');
    here.clock.advance(1);
    await Promise.all([here.services.wake(), here.services.wake()]);
    await finish(here);
    const taken = (await here.responses()).filter(({ text }) => text === 'It is worse.');
    expect(taken).toMatchObject([{ outcomeId, state: 'complete' }]);
    await here.say(someone, 'Repaint the benches.');
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({ stepId: 'change', outcomeId: null });
  });

  it.each(['STOP', 'wrong number', 'I want to end my life'])(
    'to what was asked last, before %s',
    async (last) => {
      const here = await council(dialect);
      await answered(here);
      here.clock.advance(DAY);
      const outcomeId = await toldAboutBuses(here);
      here.clock.advance(8 * DAY);
      await here.say(someone, 'It is worse.');
      await here.say(someone, last);
      await finish(here);
      const taken = (await here.responses()).filter(({ text }) => text.startsWith('It is worse.'));
      expect(taken).toMatchObject([{ outcomeId, state: 'complete' }]);
    },
  );

  it('nowhere any more after WRONG NUMBER, and what was still being heard is whole', async () => {
    const here = await council(dialect);
    await answered(here);
    await here.say(someone, 'Repaint the benches');
    here.clock.advance(1000);
    await toldAboutBuses(here);
    await here.say(someone, 'They still do not come');
    await here.say(someone, 'wrong number');
    await finish(here);
    expect((await here.responses()).map(({ text, state }) => [text, state])).toContainEqual([
      'Repaint the benches',
      'complete',
    ]);
  });

  it('to what it quotes, whatever was asked last', async () => {
    const here = await council(dialect);
    await answered(here);
    const [first] = await here.read.selectFrom('deliveries').select('providerId').orderBy('id').execute();
    here.clock.advance(DAY);
    const outcomeId = await toldAboutBuses(here);
    await here.say(someone, 'About the question', { replyTo: first?.providerId ?? null });
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({ outcomeId: null, text: 'About the question' });
    const told = await here.read
      .selectFrom('deliveries')
      .select('providerId')
      .where('purpose', '=', 'followUp')
      .executeTakeFirst();
    await here.say(someone, 'About the buses', { replyTo: told?.providerId ?? null });
    await finish(here);
    expect((await here.responses()).at(-1)).toMatchObject({ outcomeId, text: 'About the buses' });
  });

  it('to a new conversation where it is a keyword and no question waits, also for someone who had stopped', async () => {
    const here = await council(dialect);
    await here.say(someone, 'stop');
    await here.say(someone, 'GOFALWR');
    expect((await here.queued()).at(-1)).toContain('Eich cyngor: ');
    expect(await here.read.selectFrom('optOuts').selectAll().execute()).toEqual([]);
    const [, carers] = await here.read
      .selectFrom('conversations')
      .select('consultationId')
      .orderBy('id')
      .execute();
    expect(carers?.consultationId).toBe('carers');
  });

  it('to the question that waits even where it is another flow’s keyword', async () => {
    const here = await council(dialect);
    await here.say(someone, 'high street');
    await here.say(someone, 'carers');
    await finish(here);
    expect(await here.responses()).toEqual([expect.objectContaining({ stepId: 'now', text: 'carers' })]);
  });

  it('to the first flow where it is neither, and its words are kept though nobody asked', async () => {
    const here = await council(dialect);
    await here.say(someone, 'Who do I tell about the broken lamp?');
    expect(await here.responses()).toEqual([
      expect.objectContaining({
        stepId: 'unprompted',
        state: 'complete',
        text: 'Who do I tell about the broken lamp?',
      }),
    ]);
    expect(await here.queued()).toHaveLength(1);
  });

  it('from a deep link to its flow, and pressed again to where they were', async () => {
    const here = await council(dialect);
    await here.say(someone, 'carers', { kind: 'command' });
    // The link says nothing of the language, so in Wales it is both.
    expect((await here.queued()).at(-1)).toMatch(
      /^Eich cyngor: .*\n\nYour council: .*looking after someone/s,
    );
    await here.say(someone, 'carers', { kind: 'command' });
    expect(await here.responses()).toEqual([]);
    expect(await here.read.selectFrom('conversations').select('id').execute()).toHaveLength(1);
  });

  it('on the version of the flow that the conversation began with', async () => {
    const here = await council(dialect);
    await here.say(someone, 'high street');
    const version = here.services.flows.current.get('high-street');
    const stored = await here.read
      .selectFrom('flowVersions')
      .select('hash')
      .where('hash', '=', version?.hash ?? '')
      .execute();
    expect(stored).toHaveLength(1);
    (here.services.flows.current as Map<string, unknown>).delete('high-street');
    await here.say(someone, 'still here');
    await finish(here);
    expect((await here.queued()).at(-1)).toContain('Shall we message you');
  });
});
