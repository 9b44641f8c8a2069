import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { chat, type Manner } from '#cli/chat.ts';
import type { Services } from '#services.ts';
import { StoreUnavailable } from '#store/db.ts';
import { eventually } from '#tests/support/eventually.ts';
import { town } from './town.ts';

/** Types these lines, then ends the input; what stood in the terminal. */
async function typed(services: Services, manner: Manner, lines: string[], language: 'en' | 'cy' = 'en') {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  await chat(services, { input, output, manner, language });
  return String(output.read());
}

describe('a phone in the terminal', () => {
  test('says who it is, and who speaks', async () => {
    const { services } = await town();
    const shown = await typed(services, 'sms', ['hello']);
    const lines = shown.split('\n');
    expect(lines[0]).toMatch(/^You are on SMS phone 07700 900\d{3}\./);
    expect(lines[1]).toBe('Resident: hello');
    expect(lines[2]).toMatch(/^Your council: Eich cyngor: Dywedwch wrthym/);
  });

  test('/skip ends the wait, and several messages are one response', async () => {
    const { services } = await town();
    const shown = await typed(services, 'sms', [
      'hello',
      'It is grey.',
      'And the kerb is high.',
      '/skip',
      '1',
    ]);
    expect(shown).toContain('1 Iawn / Yes');
    expect(shown).toContain('one thing you would change');
    const responses = await services.store.read.selectFrom('responses').select('text').execute();
    expect(responses).toContainEqual({ text: 'It is grey.\nAnd the kerb is high.' });
  });

  test('/skip says so where nothing is being waited for', async () => {
    const { services } = await town();
    expect(await typed(services, 'sms', ['/skip'])).toContain('Nothing is being waited for.');
  });

  test('a number presses a button, and is words where there are none', async () => {
    const { services } = await town();
    const shown = await typed(services, 'telegram', ['hello', 'It is grey.', '/skip', '1']);
    expect(shown).toContain('  [1] Iawn / Yes\n  [2] Dim diolch / No');
    expect(shown).toContain('one thing you would change');
    const kept = await services.store.read
      .selectFrom('messages')
      .orderBy('id')
      .select(['kind', 'text', 'choice'])
      .execute();
    expect(kept).toMatchObject([
      { kind: 'text', text: 'hello' },
      { kind: 'text', text: 'It is grey.', choice: null },
      { kind: 'choice', text: '' },
    ]);
    await typed(services, 'sms', ['hello', '1']);
    const last = services.store.read.selectFrom('messages').orderBy('id', 'desc').select(['kind', 'text']);
    expect(await last.executeTakeFirst()).toEqual({ kind: 'text', text: '1' });
  });

  test('STOP is confirmed, and then there is silence', async () => {
    const { services } = await town();
    const shown = await typed(services, 'whatsapp', ['hello', 'STOP']);
    expect(shown).toContain('we have stopped');
  });

  test('empty lines say nothing', async () => {
    const { services } = await town();
    expect((await typed(services, 'sms', ['', '   '])).trim().split('\n')).toHaveLength(1);
  });

  test('in Welsh', async () => {
    const { services } = await town();
    expect(await typed(services, 'sms', ['helo'], 'cy')).toMatch(
      /Rydych ar ffôn SMS .*\nPreswylydd: helo\nEich cyngor: /,
    );
  });

  test('what cannot be kept is asked for again, and the conversation goes on', async () => {
    let full = true;
    const { services } = await town({}, ({ receive }) => ({
      receive: async (inbound) => {
        const refused = full;
        full = false;
        if (refused) throw new StoreUnavailable('The disk is full.');
        return receive(inbound);
      },
    }));
    const shown = await typed(services, 'sms', ['hello', 'hello']);
    expect(shown).toMatch(/Resident: hello\nThat could not be kept.*\nResident: hello\nYour council: /);
  });
});

test('in a real terminal Ctrl-C leaves, and what was being typed is not lost by a reply', async () => {
  const { services } = await town();
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const left = chat(services, { input, output, manner: 'sms' });
  let shown = '';
  output.on('data', (data) => {
    shown += String(data);
  });
  input.write('hello\r');
  await eventually(() => shown).toContain('Tell us about your high street');
  input.write('half a sent');
  await eventually(() => shown).toContain('half a sent');
  input.write('\x03');
  await left;
  expect(shown.endsWith('\n')).toBe(true);
});
