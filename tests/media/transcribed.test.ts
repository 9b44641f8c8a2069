import { describe, expect, onTestFinished, test } from 'vitest';
import { dealtWith } from '#media/dealtWith.ts';
import { databases } from '#tests/store/databases.ts';
import { says, startTranscriberDouble } from '#tests/support/providers/transcriber.ts';
import { oggOpus, phonePhoto } from './bytes.ts';
import { council } from './council.ts';

async function withMachine(database: (typeof databases)[number], ...words: string[]) {
  const double = await startTranscriberDouble(words.map(says));
  onTestFinished(() => double.close());
  return council(database, { TRANSCRIBER_URL: double.url });
}

describe.each(databases)('on %s', (database) => {
  test('what a machine hears becomes part of the response, marked as written down', async () => {
    const town = await withMachine(database, 'The crossing is too fast.');
    await town.say('hello');
    await town.say('I have more to say:');
    await town.attach(oggOpus);
    await town.fetch();
    await town.hear();
    const [media] = await town.media();
    expect(media).toMatchObject({
      speech: 'done',
      transcript: 'The crossing is too fast.',
      transcriptBy: 'machine',
      claim: null,
    });
    const part = await town.read
      .selectFrom('responseParts')
      .select('responseId')
      .where('messageId', '=', media?.messageId ?? '')
      .executeTakeFirstOrThrow();
    const response = (await town.responses()).find(({ id }) => id === part.responseId);
    expect(response?.text.endsWith('\nThe crossing is too fast.')).toBe(true);
    expect(response).toMatchObject({ machine: 1, themedAt: null, held: 0 });
    expect((await town.cases()).filter(({ kind }) => kind === 'media')).toEqual([]);
  });

  test('who begins with a voice note is heard from the first word', async () => {
    const town = await withMachine(database, 'The crossing is too fast.');
    await town.attach(oggOpus);
    await town.fetch();
    await town.hear();
    expect(await town.responses()).toMatchObject([
      { stepId: 'unprompted', state: 'complete', text: 'The crossing is too fast.', machine: 1 },
    ]);
    expect((await town.said()).join()).toContain('Tell us about your high street');
  });

  test('a call for help that is spoken is answered as one that is written', async () => {
    const town = await withMachine(database, 'I want to kill myself');
    await town.say('hello');
    await town.attach(oggOpus);
    await town.fetch();
    const before = (await town.said()).length;
    await town.hear();
    expect(await town.cases()).toContainEqual(
      expect.objectContaining({ kind: 'safeguarding', category: 'selfHarm', state: 'open' }),
    );
    expect((await town.said()).slice(before).join('\n')).toContain('116 123');
    const [conversation] = await town.read.selectFrom('conversations').selectAll().execute();
    expect(conversation?.status).toBe('held');
    const spoken = (await town.responses()).filter(({ text }) => text.includes('kill myself'));
    expect(spoken).toMatchObject([{ held: 1, machine: 1 }]);
  });

  test('a child who says their age in a voice note is met as one', async () => {
    const town = await withMachine(database, "I'm 10 and the swings are broken.");
    await town.say('hello');
    await town.attach(oggOpus);
    await town.fetch();
    const before = (await town.said()).length;
    await town.hear();
    expect(await town.cases()).toContainEqual(expect.objectContaining({ kind: 'child', state: 'open' }));
    expect((await town.said()).slice(before).join('\n')).toContain('Childline');
    expect((await town.responses()).map(({ held }) => held)).toEqual([1, 1]);
  });

  test('what an officer writes down goes the same way, and closes the case', async () => {
    const town = await council(database);
    await town.say('hello');
    await town.attach(oggOpus);
    await town.fetch();
    expect(await town.cases()).toMatchObject([{ kind: 'media', state: 'open' }]);
    const [media] = await town.media();
    const id = media?.id ?? '';
    expect(await town.services.writeDown(id, 'The bench is broken', 'officer-1')).toBe(true);
    expect(await town.services.writeDown(id, 'Something else', 'officer-2')).toBe(false);
    expect(await town.media()).toMatchObject([
      { transcript: 'The bench is broken', transcriptBy: 'officer', seenBy: 'officer-1' },
    ]);
    expect((await town.responses()).at(-1)).toMatchObject({ text: 'The bench is broken', machine: 1 });
    expect(await town.cases()).toMatchObject([{ kind: 'media', state: 'closed', closedBy: 'officer-1' }]);
  });

  test('one case for all that comes in a conversation, closed with the last of it', async () => {
    const town = await council(database);
    await town.say('hello');
    await town.attach(await phonePhoto());
    await town.attach(oggOpus);
    await town.fetch();
    expect(await town.cases()).toMatchObject([{ kind: 'media' }]);
    const [photo, voice] = await town.media();
    const seen = { officerId: 'officer-1', at: town.clock.now() };
    expect(await dealtWith(town.services, photo?.id ?? '', seen)).toBe(true);
    expect(await dealtWith(town.services, photo?.id ?? '', seen)).toBe(false);
    expect(await town.cases()).toMatchObject([{ state: 'open' }]);
    expect(await dealtWith(town.services, voice?.id ?? '', seen)).toBe(true);
    expect(await town.cases()).toMatchObject([{ state: 'closed' }]);
    const audit = await town.read.selectFrom('audit').select('action').execute();
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['media.seen', 'case.closed']));
  });

  test('words that come after the resident was forgotten are not kept', async () => {
    const town = await council(database);
    await town.attach(oggOpus);
    expect(await town.services.writeDown('nothing-here', 'The bench', 'officer-1')).toBe(false);
  });
});
