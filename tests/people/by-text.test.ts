import { describe, expect, test } from 'vitest';
import { council, phone } from '#tests/conversation/council.ts';
import { databases } from '#tests/store/databases.ts';
import { everything } from './somebody.ts';

const WORDS = 'There is no quincunx to sit on outside the shops.';
const DAY = 24 * 60 * 60_000;

type Council = Awaited<ReturnType<typeof council>>;

/** Someone who has begun and said something, on the phone of that number. */
async function heard(town: Council, number = 1): Promise<string> {
  const address = phone(number);
  await town.say(address, 'High Street');
  await town.say(address, WORDS);
  await town.services.wake();
  return address;
}

/** Everything that this phone has been sent since the last look. */
async function replies(town: Council): Promise<string> {
  const texts = await town.queued();
  await town.services.outbox.pump();
  return texts.join('\n');
}

const words = async ({ services }: Council) => JSON.stringify(await everything(services.store));

describe.each(databases)('by text, on %s', (database) => {
  test('FORGET ME is confirmed once, answered, and then nothing is left', async () => {
    const town = await council(database);
    const address = await heard(town);
    await replies(town);
    await town.say(address, 'FORGET ME');
    const asked = await replies(town);
    expect(asked).toMatch(/1 .*\n2 /);
    expect(await town.services.eraseDue()).toBe(0);
    await town.say(address, '1');
    expect(await town.services.eraseDue()).toBe(0);
    expect(await replies(town)).not.toBe('');
    expect(await town.services.eraseDue()).toBe(1);
    const left = await words(town);
    expect(left).not.toContain('quincunx');
    expect(await town.counts()).toMatchObject({
      addresses: 0,
      residents: 0,
      messages: 0,
      conversations: 0,
      conversationInputs: 0,
      responses: 0,
      deliveries: 0,
      cases: 0,
    });
    // Whoever writes again is new, and is asked like anybody else.
    await town.say(address, 'High Street');
    expect(await town.counts()).toMatchObject({ residents: 1, messages: 1 });
  });

  test('after STOP it needs no confirmation, and the STOP outlives it', async () => {
    const town = await council(database);
    const address = await heard(town);
    await town.say(address, 'STOP');
    await town.say(address, 'FORGET ME');
    await replies(town);
    expect(await town.services.eraseDue()).toBe(1);
    expect(await words(town)).not.toContain('quincunx');
    expect(await town.read.selectFrom('optOuts').select('channel').execute()).toEqual([
      { channel: 'simulator' },
    ]);
  });

  test('it is for a person to decide where somebody may be in danger', async () => {
    const town = await council(database);
    const address = await heard(town);
    await town.say(address, 'I want to kill myself');
    await town.say(address, 'STOP');
    await town.say(address, 'FORGET ME');
    await replies(town);
    expect(await town.services.eraseDue()).toBe(0);
    expect(
      await town.read.selectFrom('cases').select(['kind', 'dueAt']).orderBy('id').execute(),
    ).toMatchObject([{ kind: 'safeguarding' }, { kind: 'erasure', dueAt: town.clock.now() + 28 * DAY }]);
    expect(await words(town)).toContain('quincunx');
  });

  test('meanwhile what was paused for care stays paused, whatever they write', async () => {
    const town = await council(database);
    const address = await heard(town);
    for (const text of ['I want to kill myself', 'FORGET ME', '1', 'carers', 'The crossing is too fast'])
      await town.say(address, text);
    expect(await town.read.selectFrom('conversations').select('status').execute()).toEqual([
      { status: 'held' },
    ]);
    const since = (await town.responses()).slice(-2);
    expect(since.map(({ text, held }) => [text, held])).toEqual([
      ['carers', 1],
      ['The crossing is too fast', 1],
    ]);
  });

  test('WRONG NUMBER leaves the words with whoever said them, and shows the new holder nothing of them', async () => {
    const town = await council(database);
    const address = await heard(town);
    await replies(town);
    await town.say(address, 'WRONG NUMBER');
    const answer = await replies(town);
    expect(answer).not.toBe('');
    expect(answer).not.toContain('quincunx');
    const [response] = await town.responses();
    const [held] = await town.read.selectFrom('addresses').selectAll().execute();
    expect(held?.residentId).not.toBe(response?.residentId);
    expect(await town.read.selectFrom('optOuts').select('addressHash').execute()).toEqual([
      { addressHash: held?.hash },
    ]);
    await town.say(address, 'START');
    await replies(town);
    for (const command of ['MY DATA', 'STATUS']) {
      await town.say(address, command);
      expect([command, await replies(town)]).toEqual([command, expect.not.stringContaining('quincunx')]);
    }
    // And who forgets themselves there does not forget the other.
    await town.say(address, 'FORGET ME');
    await town.say(address, '1');
    await replies(town);
    expect(await town.services.eraseDue()).toBe(1);
    expect(await words(town)).toContain('quincunx');
  });
});
