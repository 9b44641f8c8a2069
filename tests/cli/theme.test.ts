import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { accept } from '#review/decide.ts';
import { services } from '#services.ts';
import { testClock } from '#tests/support/clock.ts';
import { type Behaviour, type Call, startModelDouble } from '#tests/support/providers/languageModel.ts';
import { honest, modelEnv } from '#tests/theming/modelTown.ts';
import { said, suggested } from '#tests/web/said.ts';
import { hearback, root } from './hearback.ts';

/** A place where people have answered, a language model on this machine, and the terminal beside them. */
async function place(texts: string[], behave: (call: Call) => Behaviour | Promise<Behaviour> = honest) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hearback-theme-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const double = await startModelDouble('openai', behave);
  onTestFinished(() => double.close());
  const clock = testClock(Date.now() - 24 * 3_600_000);
  const built = await services(readConfig({ DATA_DIR: dataDir }), createLogger('silent'), { clock });
  onTestFinished(() => built.close());
  const here = { services: built, clock };
  const ids: string[] = [];
  for (const text of texts) ids.push(await said(here, text));

  const own = modelEnv('openai', double.url);
  /** `env` in place of the model's own. */
  const themed = async (
    args: string[],
    { env = own, input = '' }: { env?: Record<string, string>; input?: string } = {},
  ) => {
    const { status, stdout, stderr } = await hearback(['theme', ...args], {
      env: { ...env, DATA_DIR: dataDir },
      input,
    });
    return { status, out: stdout, err: stderr };
  };
  /** In a process of its own, which can be stopped. */
  const start = (args: string[], { env = own } = {}) => {
    const child = spawn(process.execPath, [path.join(root, 'bin', 'hearback.js'), 'theme', ...args], {
      cwd: root,
      detached: true,
      env: { ...process.env, ...env, DATA_DIR: dataDir },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdin.end();
    const ended = new Promise<{ status: number | null; out: string; err: string }>((resolve) =>
      child.once('close', (status) => resolve({ status, out, err })),
    );
    return { child, ended };
  };
  return {
    ...here,
    ids,
    double,
    start,
    hearback: themed,
    run: () => built.store.read.selectFrom('modelRuns').selectAll().executeTakeFirst(),
    codings: () => built.store.read.selectFrom('codings').selectAll().orderBy('id').execute(),
  };
}

const bus = 'The last bus home is at half five and it never turns up.';

test('themes on this machine: suggestions anew, what officers decided kept, a dry run changes nothing', async () => {
  const here = await place([bus, 'Zyx qwv', 'The bus never comes']);
  const old = await suggested(here, here.ids[1] ?? '', 0, 'Zyx');
  const decided = await suggested(here, here.ids[2] ?? '', 0, 'The bus');
  await accept(here.services, { responseId: here.ids[2] ?? '', codingId: decided.id, officerId: 'officer' });
  const before = await here.codings();

  const dry = await here.hearback(['--dry-run'], { env: {} });
  expect([dry.status, dry.out]).toEqual([
    0,
    'Nothing is changed. It would be:\nhigh-street: 1 with suggestions, 1 without.\nWhat officers have decided on stays as it is.\n',
  ]);
  expect(await here.codings()).toEqual(before);

  const done = await here.hearback(['--flow', 'high-street', '--json'], { env: {} });
  expect(JSON.parse(done.out)).toEqual({
    dryRun: false,
    consultations: { 'high-street': { coded: 1, unthemed: 1 } },
  });
  const again = await here.hearback(['--consultation', 'high-street', '--json'], { env: {} });
  expect(again.out).toBe(done.out);
  const codings = await here.codings();
  expect(codings.map(({ id }) => id)).not.toContain(old.id);
  expect(codings.find(({ id }) => id === decided.id)?.decision).toBe('accepted');
  expect(codings.find(({ responseId }) => responseId === here.ids[0])?.readBy).toBe('local');
  expect(here.double.calls).toEqual([]);
});

test('what cannot be done is misuse, with the remedy', async () => {
  const here = await place([bus]);
  const unset = await here.hearback(['--model'], { env: {} });
  expect([unset.status, unset.err]).toEqual([2, expect.stringContaining('set LLM_PROVIDER and LLM_MODEL')]);
  const nowhere = await here.hearback(['--flow', 'nowhere'], { env: {} });
  expect([nowhere.status, nowhere.err]).toEqual([2, expect.stringContaining('high-street')]);
  const named = await here.hearback(['--consultation', 'nowhere'], { env: {} });
  expect([named.status, named.err]).toEqual([nowhere.status, nowhere.err]);
  const two = await here.hearback(['--consultation', 'high-street', '--flow', 'other'], { env: {} });
  expect([two.status, two.err]).toEqual([2, expect.stringContaining('Give one of them')]);
  expect((await here.hearback(['--model', '--json'])).status).toBe(2);
});

test('nothing is sent until the cost has been shown and agreed to', async () => {
  const here = await place([bus, 'The bins are full.']);
  const dry = await here.hearback(['--model', '--dry-run']);
  expect(dry.status).toBe(0);
  expect(dry.out).toMatch(
    /^2 responses, in about 1 calls to openai \(double\)\. .*\nAbout £0\.0\d \(.* tokens\); it stops before £0\.\d\d\.\n$/,
  );
  for (const input of ['', 'yes\n']) {
    const { status, out } = await here.hearback(['--model'], { input });
    expect([status, out]).toEqual([1, expect.stringContaining('Nothing was sent.')]);
  }
  expect([await here.run(), here.double.calls]).toEqual([undefined, []]);

  const agreed = await here.hearback(['--model'], { input: 'AGREE\n' });
  expect([agreed.status, agreed.err]).toEqual([0, expect.stringContaining('100% 2 of 2')]);
  expect(agreed.out).toContain(
    'Read by the model: 2 of 2. Left to the suggestions made here: 0. Answers not taken: 0.',
  );
  expect(agreed.out).toContain('Cost: £0.00 (1,100 tokens).');
  expect((await here.hearback(['--model', '--yes'])).out).toContain('Nothing to read');
  expect(here.double.calls).toHaveLength(1);
}, 60_000);

test('once the themes have changed, what a new run costs is shown and agreed to', async () => {
  const retire = (position: number) =>
    here.services.store.turn(({ db }) =>
      db.updateTable('themes').set({ state: 'retired' }).where('position', '=', position).execute(),
    );
  const here = await place(
    Array.from({ length: 60 }, (_, at) => `The bins in street ${at} are full.`),
    async (call) => {
      if (here.double.calls.length === 3) await retire(5);
      return honest(call);
    },
  );
  const first = await here.hearback(['--model', '--yes']);
  expect([first.status, first.out]).toEqual([
    1,
    expect.stringContaining('Run the command again to agree to a new run.'),
  ]);
  const paused = await here.run();
  expect(paused).toMatchObject({ state: 'paused', reason: 'changed' });
  const refused = await here.hearback(['--model'], { input: 'no\n' });
  expect([refused.status, refused.out]).toEqual([
    1,
    expect.stringContaining(
      `have changed since a run was agreed to. ${paused?.done} of 60 were done, and stay. A new run must be agreed to.\n60 responses`,
    ),
  ]);
  expect(await here.run()).toEqual(paused);
  const agreed = await here.hearback(['--model'], { input: 'AGREE\n' });
  expect([agreed.status, agreed.out]).toEqual([0, expect.stringContaining('Read by the model: 60 of 60.')]);
  const runs = await here.services.store.read.selectFrom('modelRuns').select(['state', 'done']).execute();
  expect(runs.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'done']);
}, 60_000);

/** SIGKILL to the launcher and to what it started, at once. */
async function killed({ child, ended }: { child: ChildProcess; ended: Promise<unknown> }) {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

const many = Array.from({ length: 100 }, (_, at) => `The bins in street ${at} are full.`);

test('killed in the midst of it, it goes on where it was, and pays for no answer twice', async () => {
  const held = Promise.withResolvers<void>();
  const answered = new Set<string>();
  let calls = 0;
  let holding = true;
  const here = await place(many, (call) => {
    calls += 1;
    if (holding && calls > 4) {
      // Three calls are made at once: when the third of them hangs, every answer before has been taken in.
      if (calls === 7) held.resolve();
      return 'hang';
    }
    for (const { text } of call.responses) answered.add(text);
    return honest(call);
  });
  const patient = { ...modelEnv('openai', here.double.url), LLM_TIMEOUT_SECONDS: '600' };
  const first = here.start(['--model', '--yes'], { env: patient });
  await held.promise;
  await killed(first);
  const left = await here.run();
  expect(left).toMatchObject({ state: 'running', done: 40, total: 100 });
  expect(left?.heldMillipence).toBeGreaterThan(0);
  const before = new Set(answered);
  const codings = await here.codings();
  expect(codings).toHaveLength(40);

  holding = false;
  const second = await here.hearback(['--model']);
  expect(second.out).toContain('There is an unfinished run: 40 of 100 done. It goes on.');
  expect([second.status, await here.run()]).toEqual([
    0,
    expect.objectContaining({ state: 'done', done: 100, leftToLocal: 0, holder: null }),
  ]);
  const times = here.double.times();
  expect([...before].map((text) => times.get(text))).toEqual(Array(40).fill(1));
  // The three that were in flight: thirty responses, asked about once more.
  expect([...times.values()].filter((time) => time === 2)).toHaveLength(30);
  expect((await here.codings()).slice(0, 40)).toEqual(codings);
  // What those three calls may have cost stays on the account.
  expect(await here.run()).toMatchObject({ millipence: 10 * 140, heldMillipence: left?.heldMillipence });
}, 60_000);

test('Ctrl-C lets the calls under way come to their end, and the next time goes on', async () => {
  const gate = Promise.withResolvers<void>();
  const here = await place(many, async (call) => {
    if (here.double.calls.length > 4) await gate.promise;
    return honest(call);
  });
  const patient = { ...modelEnv('openai', here.double.url), LLM_TIMEOUT_SECONDS: '60' };
  const first = here.start(['--model', '--yes'], { env: patient });
  const stopping = new Promise<void>((resolve) =>
    first.child.stderr?.on('data', (text: string) => text.includes('Stopping') && resolve()),
  );
  while (here.double.calls.length < 7) await new Promise((resolve) => setTimeout(resolve, 20));
  if (first.child.pid !== undefined) process.kill(-first.child.pid, 'SIGINT');
  await stopping;
  gate.resolve();
  const { status, out } = await first.ended;
  expect([status, out]).toEqual([1, expect.stringContaining('Run the command again to go on.')]);
  expect(await here.run()).toMatchObject({ state: 'paused', done: 70, heldMillipence: 0, holder: null });
  expect((await here.hearback(['--model'])).status).toBe(0);
  expect([...here.double.times().values()].every((times) => times === 1)).toBe(true);
}, 60_000);
