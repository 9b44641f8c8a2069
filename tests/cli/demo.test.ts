import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asides, distress } from '#cli/demo/asides.ts';
import { demoFlows, sayings } from '#cli/demo/bank.ts';
import { type Made, makeDemo } from '#cli/demo/make.ts';
import { cast } from '#cli/demo/people.ts';
import { replies } from '#cli/demo/replies.ts';
import { demo } from '#cli/demo.ts';
import { progressOn } from '#cli/progress.ts';
import { readConfig } from '#config.ts';
import { consoleLanguages } from '#domain/words.ts';
import { loadFlows } from '#flow/load.ts';
import { createLogger } from '#logger.ts';
import { reachable } from '#loop/audience.ts';
import { readKeys } from '#people/keys.ts';
import { openAddress } from '#people/seal.ts';
import { detect } from '#safeguarding/detect.ts';
import { contributors } from '#store/audience.ts';
import { isDemo } from '#store/consultations.ts';
import type { Store } from '#store/db.ts';
import { openStore } from '#store/open.ts';
import { bareDatabase } from '#tests/support/postgres.ts';
import { yesOrNo } from '#texts/answers.ts';
import { commandOf } from '#texts/commands.ts';
import { isNotAnAnswer } from '#texts/not-answers.ts';
import { hearback, hearbackProcess, root } from './hearback.ts';

const NOON = Date.UTC(2026, 10, 20, 12);
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'hearback-demo-'));
  folders.push(made);
  return made;
}

function make(
  dataDir: string,
  options: { residents: number; seed?: string; now?: number; flowsDir?: string; databaseUrl?: string },
) {
  const {
    residents,
    seed = 'test',
    now = NOON,
    flowsDir = path.join(root, 'flows'),
    databaseUrl = '',
  } = options;
  const config = readConfig({ DATA_DIR: dataDir, FLOWS_DIR: flowsDir, DATABASE_URL: databaseUrl });
  return makeDemo(config, createLogger('silent'), { residents, seed, now, progress: () => {} });
}

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe('hearback demo', () => {
  it('makes a consultation, says what is in it, and refuses to make it twice', async () => {
    const dataDir = folder();
    const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
    const first = await hearback(['demo', '--residents', '20', '--json'], { env });
    expect(first).toMatchObject({ status: 0 });
    expect(JSON.parse(first.stdout)).toMatchObject({ residents: 20, outcomes: 4 });
    expect(first.stderr).toMatch(/^0% week 1: people write in\n/);
    expect(first.stderr).toMatch(/\n100% done\n$/);

    const again = hearbackProcess(['demo'], { env });
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('The demo is here already');
  });

  it.each(['5', '3000', 'many', '20.5'])('does not take %s for a number of residents', async (residents) => {
    await expect(demo({ residents, seed: 'test' })).rejects.toMatchObject({
      name: 'Refused',
      message: '--residents takes a whole number from 20 to 2000.',
    });
  });
});

describe('the ground that a demo is made on', () => {
  it('is refused where anybody has written before', async () => {
    const dataDir = folder();
    const store = await openStore({ databaseUrl: null, dataDir });
    await store.turn(({ db }) =>
      db.insertInto('residents').values({ id: 'one', language: null, createdAt: NOON }).execute(),
    );
    await store.close();
    await expect(make(dataDir, { residents: 20 })).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringContaining('must not be mixed'),
    });
  });

  it('needs the shipped flows', async () => {
    const flowsDir = folder();
    cpSync(path.join(root, 'flows/unpaid-carers.yaml'), path.join(flowsDir, 'carers.yaml'));
    await expect(make(folder(), { residents: 20, flowsDir })).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringContaining('high-street and carers'),
    });
  });

  it('is refused before its flows open, and ends with them after they have closed', async () => {
    const before = make(folder(), { residents: 20, now: Date.UTC(2026, 0, 5) });
    await expect(before).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringContaining('opens'),
    });

    const dataDir = folder();
    await make(dataDir, { residents: 20, now: Date.UTC(2030, 0, 5) });
    const store = await openStore({ databaseUrl: null, dataDir });
    const late = await store.read.selectFrom('responses').where('late', '=', 1).select('id').execute();
    await store.close();
    expect(late).toEqual([]);
  });
});

describe('a demo of 60 residents', () => {
  let dataDir: string;
  let store: Store;
  let made: Made;

  beforeAll(async () => {
    dataDir = folder();
    made = await make(dataDir, { residents: 60 });
    store = await openStore({ databaseUrl: null, dataDir });
  });
  afterAll(() => store.close());

  const count = async (table: 'residents' | 'messages' | 'responses' | 'cases') => {
    const row = await store.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst();
    return row?.n;
  };

  it('is the same again for the same seed, on either database and any day, and another for another', {
    timeout: 120_000,
  }, async () => {
    const once = await make(folder(), { residents: 20 });
    expect(await make(folder(), { residents: 20, now: NOON + 50 * 60 * 60_000 })).toEqual(once);
    expect(await make(folder(), { residents: 20, seed: 'another' })).not.toEqual(once);
    const { url, drop } = await bareDatabase();
    try {
      expect(await make(folder(), { residents: 20, databaseUrl: url })).toEqual(once);
    } finally {
      await drop();
    }
  });

  it('counts what is there', async () => {
    expect(made).toMatchObject({ residents: 60, outcomes: 4 });
    expect(await count('residents')).toBe(60);
    expect(await count('messages')).toBe(made.messages);
    expect(await count('responses')).toBe(made.responses);
    expect(await count('cases')).toBe(made.cases);
    expect(made.reviewed / made.responses).toBeGreaterThan(0.6);
    expect(made.reviewed).toBeLessThan(made.responses);
  });

  it('is marked as demo data', async () => {
    expect(await isDemo(store.read)).toBe(true);
    const marked = await store.read.selectFrom('consultations').select('id').where('demo', '=', 1).execute();
    expect(marked.map(({ id }) => id).sort()).toEqual([...demoFlows].sort());
  });

  it('is spread over weeks that end now, and nothing lies ahead', async () => {
    const messages = await store.read
      .selectFrom('messages')
      .select('receivedAt')
      .orderBy('receivedAt')
      .execute();
    const [first = 0, last = 0] = [messages[0]?.receivedAt, messages.at(-1)?.receivedAt];
    expect(messages.every(({ receivedAt }) => Number.isInteger(receivedAt))).toBe(true);
    expect(last).toBeLessThan(NOON);
    expect(last - first).toBeGreaterThan(21 * 24 * 60 * 60_000);
  });

  it('has both languages and every kind of phone in it', async () => {
    const residents = await store.read.selectFrom('residents').select('language').execute();
    const welsh = residents.filter(({ language }) => language === 'cy').length;
    expect(welsh / residents.length).toBeGreaterThanOrEqual(0.25);
    expect(residents.some(({ language }) => language === 'en')).toBe(true);

    const keys = readKeys(null, dataDir);
    const addresses = await store.read.selectFrom('addresses').selectAll().execute();
    const manners = new Set(addresses.map((address) => openAddress(keys, address).split(':')[0]));
    expect([...manners].sort()).toEqual(['sms', 'telegram', 'whatsapp']);
  });

  it('has people who answer in pieces, leave, stop, decline, ask for a person and need one', async () => {
    const parts = await store.read
      .selectFrom('responseParts')
      .select('position')
      .where('position', '>', 0)
      .execute();
    const unfinished = await store.read
      .selectFrom('conversations')
      .select('id')
      .where('status', '=', 'active')
      .execute();
    const stopped = await store.read.selectFrom('optOuts').select('at').execute();
    const declined = await store.read.selectFrom('consents').select('id').where('granted', '=', 0).execute();
    const cases = await store.read.selectFrom('cases').select('kind').execute();
    const described = await store.read.selectFrom('equalityAnswers').select('answer').execute();
    expect(new Set(described.map(({ answer }) => answer)).size).toBeGreaterThan(2);
    for (const some of [parts, unfinished, stopped, declined]) expect(some.length).toBeGreaterThan(0);
    expect(cases.filter(({ kind }) => kind === 'safeguarding')).toHaveLength(1);
    expect(cases.filter(({ kind }) => kind === 'question').length).toBeGreaterThan(0);
    expect(cases.filter(({ kind }) => kind === 'fault')).toEqual([]);
  });

  it('tells everyone who agreed and has not stopped once of each outcome, and nobody after a STOP', async () => {
    const { read } = store;
    const outcomes = await read.selectFrom('outcomes').selectAll().where('state', '=', 'published').execute();
    const sent = await read
      .selectFrom('deliveries as delivery')
      .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
      .leftJoin('addresses as address', 'address.id', 'delivery.addressId')
      .leftJoin('optOuts as optOut', 'optOut.addressHash', 'address.hash')
      .select([
        'followUp.outcomeId',
        'delivery.residentId',
        'delivery.state',
        'delivery.attemptedAt',
        'optOut.at as stoppedAt',
      ])
      .execute();
    expect(sent).toHaveLength(made.followUps);
    expect(sent.every(({ state }) => state === 'accepted')).toBe(true);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['cannot', 'did', 'doing', 'together']);

    for (const { id, consultationId } of outcomes) {
      const themes = await read
        .selectFrom('outcomeThemes')
        .select('themeId')
        .where('outcomeId', '=', id)
        .execute();
      const raised = await contributors(read, {
        consultationId,
        themeIds: themes.map(({ themeId }) => themeId),
      });
      const due = raised
        .filter((one) => typeof reachable(one) !== 'string')
        .map(({ residentId }) => residentId);
      const told = sent.filter(({ outcomeId }) => outcomeId === id).map(({ residentId }) => residentId);
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual(expect.arrayContaining(due));
      expect(due.length).toBeGreaterThan(0);
    }
    const stopped = sent.filter(({ stoppedAt }) => stoppedAt !== null);
    expect(stopped.length).toBeGreaterThan(0);
    for (const { attemptedAt, stoppedAt } of stopped) expect(attemptedAt).toBeLessThan(stoppedAt ?? 0);
  });

  it('has answers to what was done', async () => {
    const answers = await store.read
      .selectFrom('responses')
      .select('text')
      .where('outcomeId', 'is not', null)
      .execute();
    expect(answers.length).toBeGreaterThan(0);
  });

  it('has no two residents who say the same', () => {
    const people = cast('test', 200, 'carers');
    const told = people.map(({ flowId, answers }) => JSON.stringify([flowId, [...answers]]));
    expect(new Set(told).size).toBe(people.length);
  });
});

describe('the words of the demo', () => {
  const said = demoFlows.flatMap((flowId) =>
    consoleLanguages.flatMap((language) =>
      [...sayings(flowId, language)].flatMap(([step, list]) =>
        list.map((one) => ({ ...one, flowId, language, step })),
      ),
    ),
  );

  it('are many, a good part of them Welsh, and no two the same', () => {
    const distinct = new Set(said.map(({ words }) => words));
    expect(distinct.size).toBe(said.length);
    expect(distinct.size).toBeGreaterThanOrEqual(150);
    expect(said.filter(({ language }) => language === 'cy').length / said.length).toBeGreaterThanOrEqual(
      0.25,
    );
  });

  it('answer questions that the flows ask, about themes that their codebooks have', async () => {
    const flows = (await loadFlows(path.join(root, 'flows'))).map(({ flow }) => flow);
    for (const { flowId, step, themes } of said) {
      const flow = flows.find(({ id }) => id === flowId);
      expect(['open', 'whoElse']).toContain(flow?.steps.find(({ id }) => id === step)?.kind);
      expect(flow?.codebook.map(({ id }) => id)).toEqual(expect.arrayContaining([...themes]));
    }
    for (const flow of flows.filter(({ id }) => demoFlows.includes(id))) {
      const open = flow.steps.filter(({ kind }) => kind === 'open' || kind === 'whoElse').map(({ id }) => id);
      for (const language of consoleLanguages)
        expect([...sayings(flow.id, language).keys()].sort()).toEqual(open.sort());
    }
  });

  it('are taken for what they are', () => {
    const plain = [
      ...said.map(({ words }) => words),
      ...consoleLanguages.flatMap((language) => Object.values(replies[language]).flat()),
    ];
    for (const words of plain) {
      expect([words, detect(words), commandOf(words), isNotAnAnswer(words)]).toEqual([
        words,
        null,
        null,
        false,
      ]);
    }
    expect(detect(distress)?.category).toBe('selfHarm');
    for (const language of consoleLanguages) {
      const { stop, yes, no, vague } = asides[language];
      for (const words of stop) expect([words, commandOf(words)]).toEqual([words, 'stop']);
      for (const words of yes) expect([words, yesOrNo(words)]).toEqual([words, 'yes']);
      for (const words of no) expect([words, yesOrNo(words)]).toEqual([words, 'no']);
      for (const words of vague) expect([words, yesOrNo(words)]).toEqual([words, null]);
    }
  });
});

describe('how far the demo has come', () => {
  const shown = (isTTY: boolean) => {
    const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
    const { show, done } = progressOn(output);
    show(0, 'begins');
    show(0.02, 'begins');
    show(1, 'done');
    done();
    return output.read();
  };

  it('is a bar on a screen', () => {
    expect(shown(true)).toContain('\r[==============================] 100% done');
  });

  it('is plain lines elsewhere', () => {
    expect(shown(false)).toBe('0% begins\n100% done\n');
  });
});
