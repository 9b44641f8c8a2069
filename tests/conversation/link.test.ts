import { describe, expect, it, test } from 'vitest';
import type { Channel } from '#channels/channel.ts';
import { replay } from '#conversation/replay.ts';
import { linkCodeIn } from '#domain/link-code.ts';
import { audienceOf } from '#loop/audience.ts';
import { reachOf } from '#loop/reach.ts';
import { hashAddress } from '#people/seal.ts';
import { addTheme } from '#review/addTheme.ts';
import { themesOf } from '#store/codebook.ts';
import { council, phone } from './council.ts';

type Council = Awaited<ReturnType<typeof council>>;

const first = phone(1);
const other = phone(2);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What was said last, to whomever. */
const last = async (here: Council) => (await here.queued()).at(-1) ?? '';

/** The code that an address is given when its person asks for one. */
async function codeFor(here: Council, address: string): Promise<string> {
  await here.say(address, 'LINK');
  const [, code = ''] = /LINK ([A-Z]{4}-\d{4})/.exec(await last(here)) ?? [];
  expect(code).not.toBe('');
  return code;
}

async function answerFirst(here: Council, address: string, words: string): Promise<void> {
  await here.say(address, 'high street');
  await here.say(address, words);
  here.clock.advance(200_000);
  await here.services.wake();
}

/** Agrees to hear back, after the first answer. */
const agree = (here: Council, address: string) => here.say(address, '1');

async function residents(here: Council): Promise<string[]> {
  const rows = await here.read.selectFrom('residents').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

async function residentOf(here: Council, address: string): Promise<string | undefined> {
  const hash = hashAddress(here.services.keys, 'simulator', address);
  const row = await here.read
    .selectFrom('addresses')
    .select('residentId')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.residentId;
}

/** Everything that names a resident, and whom. */
async function everywhere(here: Council): Promise<Set<string | null>> {
  const named = new Set<string | null>();
  const tables = [
    ...(['consents', 'conversations', 'messages', 'media', 'responses', 'deliveries'] as const),
    ...(['cases', 'notices', 'equalityAnswers', 'retiredAddresses', 'addresses'] as const),
  ];
  for (const table of tables)
    for (const { residentId } of await here.read.selectFrom(table).select('residentId').execute())
      named.add(residentId);
  return named;
}

/** A chat in which nobody can be found again, beside the simulated phones. */
function withWebchat(here: Council): void {
  const { simulator, channels } = here.services;
  const webchat: Channel = {
    name: 'webchat',
    capabilities: (address) => ({ ...simulator.capabilities(address), followUps: false, reach: 'app' }),
    send: (message) => simulator.send(message),
  };
  channels.set('webchat', webchat);
}
const chat = { channel: 'webchat', account: 'webchat' } as const;

describe('a code', () => {
  it.each([
    'LINK CDFH-3467',
    'link cdfh3467',
    'cdfh 3467',
    'Link: CDFH 3467.',
    'CDFH-3467',
    'link-CDFH3467',
    'linc cdfh-3467',
    'লিংক CDFH-৩৪৬৭'.replace('৩৪৬৭', '3467'),
    'لنک CDFH-3467',
  ])('is read in "%s"', (said) => expect(linkCodeIn(said)).toBe('CDFH3467'));

  it.each([
    ['LINK JRRM4337X', 'JRRM4337X'],
    ['link JRRM-43 37', 'JRRM4337'],
    ['LINK 4337-JRRM', '4337JRRM'],
    ['LINK 999999', '999999'],
    ['link JRR-433', 'JRR433'],
  ])('is nearly in "%s", so that it can be said to be wrong', (said, code) =>
    expect(linkCodeIn(said)).toBe(code),
  );

  it.each([
    'LINK',
    'link road',
    'link road 12',
    'link 2025',
    'Link Road 2025',
    'CF10 3NP',
    '07700 900123',
    'park',
    'abcd-3467',
    'the CDFH-3467',
  ])('is not read in "%s"', (said) => expect(linkCodeIn(said)).toBeNull());
});

describe.each(['sqlite', 'postgres'] as const)('LINK, on %s,', (dialect) => {
  it('makes one person of two addresses: words, consents and cases are theirs on both', async () => {
    const here = await council(dialect);
    await answerFirst(here, first, 'The bus never turns up.');
    await agree(here, first);
    await answerFirst(here, other, 'More benches please.');
    const code = await codeFor(here, first);
    await here.say(other, `link ${code.toLowerCase().replace('-', ' ')}`);
    const said = await here.queued();
    expect(said.at(-2)).toContain('Here and there you are one person to us now.');
    expect(said.at(-1)).toContain('another phone or app was joined to this one');
    const [only, ...none] = await residents(here);
    expect(none).toEqual([]);
    expect(await everywhere(here)).toEqual(new Set([only]));
    await here.say(other, 'status');
    expect(await last(here)).toContain('You have sent us 2 answers.');
    await here.say(first, 'my data');
    expect(await last(here)).toContain('We hold: 2 numbers or accounts of yours');
    expect(await last(here)).toContain('Hear back: Yes.');
    const audit = await here.read.selectFrom('audit').select(['action', 'subject', 'detail']).execute();
    expect(audit).toContainEqual({ action: 'resident.joined', subject: `residents/${only}`, detail: '{}' });
  });

  it('tells of what was done on the address used last', async () => {
    const here = await council(dialect);
    await answerFirst(here, first, 'The bus never turns up.');
    await agree(here, first);
    const code = await codeFor(here, first);
    here.clock.advance(MINUTE);
    await here.say(other, code);
    const theme = (await themesOf(here.read, 'high-street'))[0]?.id ?? '';
    const [response] = await here.responses();
    await addTheme(here.services, { responseId: response?.id ?? '', themeId: theme, officerId: 'officer' });
    const about = { consultationId: 'high-street', themeIds: [theme] };
    const usedLast = async () => (await audienceOf(here.read, about)).people[0]?.addressId;
    const idOf = async (address: string) =>
      (
        await here.read
          .selectFrom('addresses')
          .select('id')
          .where('hash', '=', hashAddress(here.services.keys, 'simulator', address))
          .executeTakeFirstOrThrow()
      ).id;
    expect(await usedLast()).toBe(await idOf(other));
    here.clock.advance(MINUTE);
    await here.say(first, 'status');
    expect(await usedLast()).toBe(await idOf(first));
  });

  it('holds STOP and FORGET ME for both', async () => {
    const here = await council(dialect);
    await answerFirst(here, first, 'The bus never turns up.');
    await here.say(other, await codeFor(here, first));
    await here.say(other, 'STOP');
    expect(await here.read.selectFrom('optOuts').selectAll().execute()).toHaveLength(2);
    // Joined two months ago: nobody says any more that it was a trick.
    here.clock.advance(61 * DAY);
    await here.say(first, 'forget me');
    here.clock.advance(61 * MINUTE);
    await here.services.eraseDue();
    expect(await here.counts()).toMatchObject({ residents: 0, addresses: 0, messages: 0, responses: 0 });
    expect(await here.read.selectFrom('linkCodes').selectAll().execute()).toEqual([]);
  });

  it('lets no phone erase the words of another that it was joined with lately', async () => {
    const here = await council(dialect);
    await answerFirst(here, first, 'The bus never turns up.');
    await here.say(other, await codeFor(here, first));
    await here.say(other, 'forget me');
    await here.say(other, 'yes');
    here.clock.advance(61 * MINUTE);
    await here.services.eraseDue();
    expect((await here.responses()).map(({ text }) => text)).toContain('The bus never turns up.');
    expect(await here.read.selectFrom('cases').select('kind').execute()).toEqual([{ kind: 'erasure' }]);
  });

  it('says so where a code is old, used, or was never given', async () => {
    const here = await council(dialect);
    const code = await codeFor(here, first);
    here.clock.advance(15 * MINUTE);
    await here.say(other, code);
    expect(await last(here)).toContain('That code does not work');
    const second = await codeFor(here, first);
    await here.say(other, `LINK ${second}`);
    await here.say(phone(3), `LINK ${second}`);
    expect(await last(here)).toContain('That code does not work');
    expect(await residents(here)).toHaveLength(2);
  });

  it('hears five wrong codes an hour from an address, and then nothing of codes, right ones neither', async () => {
    const here = await council(dialect);
    const code = await codeFor(here, first);
    for (let tries = 0; tries < 5; tries += 1) await here.say(other, 'LINK CDFH-3467');
    const before = (await here.queued()).length;
    await here.say(other, code);
    expect(await here.queued()).toHaveLength(before);
    expect(await residents(here)).toHaveLength(2);
    here.clock.advance(61 * MINUTE);
    await here.say(other, await codeFor(here, first));
    expect(await residents(here)).toHaveLength(1);
  });

  it('takes no code from the address that it was given to, and keeps it good', async () => {
    const here = await council(dialect);
    const code = await codeFor(here, first);
    await here.say(first, code);
    expect(await last(here)).toContain('from your other phone or app');
    await here.say(other, code);
    expect(await residents(here)).toHaveLength(1);
    await here.say(other, await codeFor(here, first));
    expect(await last(here)).toContain('You joined these two before.');
  });

  it('joins nobody who has stopped, and says how to come back', async () => {
    const here = await council(dialect);
    const code = await codeFor(here, first);
    await here.say(first, 'STOP');
    await here.say(other, code);
    expect(await last(here)).toContain('one of the two has said STOP');
    const mine = await codeFor(here, other);
    await here.say(first, mine);
    expect(await last(here)).toContain('you asked us to stop');
    expect(await residents(here)).toHaveLength(2);
    expect(await here.read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
  });

  it.each(["I'm 10", 'I want to end my life'])('leaves it to a person after "%s"', async (said) => {
    const here = await council(dialect);
    await here.say(first, 'high street');
    await here.say(first, said);
    await here.say(other, await codeFor(here, first));
    expect(await last(here)).toContain('A person must look at this first.');
    expect(await residents(here)).toHaveLength(2);
    const cases = await here.read.selectFrom('cases').select(['kind', 'residentId']).execute();
    expect(cases).toContainEqual({ kind: 'question', residentId: await residentOf(here, other) });
  });

  it('is undone by "wrong number": what came from there goes to nobody, and the other keeps their own', async () => {
    const here = await council(dialect);
    await answerFirst(here, first, 'The bus never turns up.');
    await answerFirst(here, other, 'More benches please.');
    await here.say(other, await codeFor(here, first));
    const joined = await residentOf(here, other);
    await here.say(first, 'wrong number');
    expect(await residentOf(here, other)).toBe(joined);
    expect(await residentOf(here, first)).not.toBe(joined);
    const rows = await here.read.selectFrom('responses').select(['residentId', 'text']).execute();
    expect(rows.find(({ text }) => text.includes('benches'))?.residentId).toBe(joined);
    expect(rows.find(({ text }) => text.includes('bus'))?.residentId).not.toBe(joined);
    await here.say(other, 'status');
    expect(await last(here)).toContain('You have sent us 1 answer.');
    expect(await here.read.selectFrom('optOuts').selectAll().execute()).toHaveLength(1);
  });

  it('lets both sides join each other at the same moment', async () => {
    const here = await council(dialect);
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [phone(10 + round), phone(20 + round)];
      const [mine, theirs] = [await codeFor(here, one), await codeFor(here, two)];
      const done = await Promise.all([here.say(one, theirs), here.say(two, mine)]);
      expect(done).toEqual([{ kind: 'handled' }, { kind: 'handled' }]);
      expect(await residentOf(here, one)).toBe(await residentOf(here, two));
    }
  });

  it('keeps no code in the log, and the log still gives every session', async () => {
    const here = await council(dialect);
    await answerFirst(here, first, 'The bus never turns up.');
    const code = await codeFor(here, first);
    await here.say(other, code);
    const logged = await here.read.selectFrom('conversationInputs').select('input').execute();
    for (const { input } of logged) expect(input).not.toMatch(new RegExp(code.replace('-', '-?')));
    const stored = await here.read.selectFrom('linkCodes').select('codeHash').execute();
    expect(JSON.stringify(stored)).not.toContain(code.slice(0, 4));
    const deps = { flows: here.services.flows, organisation: here.services.config.organisation };
    for (const { id } of await here.read.selectFrom('conversations').select('id').execute()) {
      const { stored: kept, replayed } = await replay(here.read, deps, id);
      expect(replayed).toEqual(kept);
    }
  });

  test('a chat that is gone weeks later says so once, offers a code, and never gets a follow-up', async () => {
    const here = await council(dialect);
    withWebchat(here);
    await here.say(first, 'high street', chat);
    await here.say(first, 'The bus never turns up.', chat);
    here.clock.advance(200_000);
    await here.services.wake();
    await here.say(first, '1', chat);
    const offered = (await here.queued()).filter((said) => said.includes('cannot find this chat again'));
    expect(offered).toHaveLength(1);
    const [, code = ''] = /LINK ([A-Z]{4}-\d{4})/.exec(offered[0] ?? '') ?? [];
    await here.say(first, 'status', chat);
    expect(await last(here)).toContain('To add a phone or app, text LINK.');

    const theme = (await themesOf(here.read, 'high-street'))[0]?.id ?? '';
    const [response] = await here.responses();
    await addTheme(here.services, { responseId: response?.id ?? '', themeId: theme, officerId: 'officer' });
    const about = { consultationId: 'high-street', themeIds: [theme] };
    const reach = reachOf(here.services.channels, here.services.clock);
    expect(reach.fleeting).toEqual(['webchat']);
    expect(await audienceOf(here.read, about, reach)).toMatchObject({
      people: [],
      leftOut: [{ why: 'noAddress', count: 1 }],
    });
    await here.say(other, code);
    await here.say(first, 'status', chat);
    expect(await last(here)).not.toContain('text LINK');
    expect((await audienceOf(here.read, about, reach)).people).toMatchObject([{ channel: 'simulator' }]);
  });
});

test('three phones that join each other in a ring at once are one person, whoever waits for whom', async () => {
  const here = await council('postgres');
  for (let round = 0; round < 8; round += 1) {
    const ring = [0, 1, 2].map((index) => phone(100 + round * 3 + index));
    const codes: string[] = [];
    for (const one of ring) codes.push(await codeFor(here, one));
    const done = await Promise.all(
      ring.map((one, index) => here.say(one, codes[(index + 1) % ring.length] ?? '')),
    );
    expect(done.map(({ kind }) => kind)).toEqual(['handled', 'handled', 'handled']);
  }
});
