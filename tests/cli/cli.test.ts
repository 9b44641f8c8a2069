import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hearback as command, hearbackProcess, root } from './hearback.ts';

function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'hearback-cli-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Each in a folder of its own, unless they are to see each other's data. */
function hearback(args: string[], env: Record<string, string> = {}) {
  return command(args, { env: { DATA_DIR: env.DATA_DIR ?? folder(), ...env } });
}

function asProcess(args: string[], env: Record<string, string> = {}) {
  return hearbackProcess(args, { env: { DATA_DIR: env.DATA_DIR ?? folder(), ...env } });
}

it('says what there is, and what a command does', async () => {
  expect(asProcess(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('serve') });
  expect((await hearback(['flows', '--help'])).stdout).toContain('lint');
  expect((await hearback(['import', '--help'])).stdout).toContain('The columns of the file');
});

it('answers what it does not know with 2 and where to look', async () => {
  expect(asProcess(['sing'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--help') });
  expect(await hearback(['chat', '--manner', 'fax'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('sms'),
  });
  expect((await hearback(['evaluate'])).stderr).toContain('(run hearback evaluate --help ');
  expect((await hearback(['codebook', 'import'])).stderr).toContain('(run hearback codebook import --help ');
});

it('answers a setting that is wrong with 2 and the name of the variable', async () => {
  expect(await hearback(['serve'], { PORT: 'abc' })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('PORT: write a port number'),
  });
});

it('answers a first flow that is not there with the flows that are', async () => {
  const started = await hearback(['serve'], { DEFAULT_FLOW: 'nowhere' });
  expect(started).toMatchObject({
    status: 2,
    stderr: 'DEFAULT_FLOW: no flow is called nowhere. Write one of high-street, carers.\n',
  });
});

it.each([{ DATA_DIR: path.join(root, 'package.json', 'data') }, { FLOWS_DIR: path.join(root, 'nowhere') }])(
  'answers a folder that cannot be used with the settings to change: %o',
  async (env) => {
    const { status, stderr } = await hearback(['serve'], env);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'A folder is not there or cannot be made. Set DATA_DIR and FLOWS_DIR to folders that this user may use.\n',
    );
  },
);

it('does not start on a broken flow, and says file, line, what and how', async () => {
  const flows = folder();
  writeFileSync(path.join(flows, 'broken.yaml'), 'id: broken\ntitle:\n  en: Broken\nlanguages: [en]\n');
  const started = asProcess(['serve'], { FLOWS_DIR: flows, PORT: '0' });
  expect(started.status).toBe(1);
  expect(started.stderr).toMatch(/broken\.yaml:\d+: .+; .+/);
  expect(started.stdout).toBe('');
});

it('lints flows: 0 where there is nothing to put right, 1 and every problem where there is', async () => {
  expect(await hearback(['flows', 'lint'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('nothing to put right'),
  });
  const flows = folder();
  writeFileSync(path.join(flows, 'broken.yaml'), 'id: Broken Flow\n');
  const { status, stdout } = await hearback(['flows', 'lint', '--json'], { FLOWS_DIR: flows });
  expect(status).toBe(1);
  const { problems } = JSON.parse(stdout) as {
    problems: { file: string; line: number; what: string; fix: string }[];
  };
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems)
    expect(problem).toMatchObject({ file: expect.stringContaining('broken.yaml'), line: expect.any(Number) });
});

it('warns without failing, unless warnings are asked to count', async () => {
  const flows = folder();
  const shipped = readFileSync(path.join(root, 'flows', 'unpaid-carers.yaml'), 'utf8');
  writeFileSync(
    path.join(flows, 'mine.yaml'),
    shipped.replace('Tell us what happened when', 'Are you sure that'),
  );
  expect(await hearback(['flows', 'lint', flows])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /mine\.yaml:\d+: warning [a-z-]+: .+; .+\n1 flow, 0 errors, \d warnings?\.\n$/,
    ),
  });
  expect((await hearback(['flows', 'lint', flows, '--strict'])).status).toBe(1);
  expect(JSON.parse((await hearback(['flows', 'lint', flows, '--json'])).stdout)).toMatchObject({
    flows: 1,
    errors: 0,
    problems: expect.arrayContaining([
      expect.objectContaining({ level: 'warning', rule: expect.any(String) }),
    ]),
  });
});

it('lists the rules, and the schema for editors', async () => {
  const rules = JSON.parse((await hearback(['flows', 'rules', '--json'])).stdout) as object[];
  expect(rules.length).toBeGreaterThanOrEqual(30);
  expect(rules[0]).toEqual({
    id: expect.any(String),
    level: 'error',
    sentence: expect.any(String),
    fix: expect.any(String),
  });
  expect((await hearback(['flows', 'rules'])).stdout).toContain('closed-question');
  expect(JSON.parse((await hearback(['flows', 'schema'])).stdout)).toMatchObject({
    title: 'A Hearback flow',
  });
});

it('previews a flow in every language, with its cost', async () => {
  const all = await hearback(['flows', 'preview', 'carers']);
  expect(all).toMatchObject({ status: 0, stdout: expect.stringContaining('carers in cy') });
  expect(all.stdout).toContain('At 4 pence a segment');
  const ours = await hearback(['flows', 'preview', '--language', 'cy', '--json'], { SMS_PENCE: '3.2' });
  expect(JSON.parse(ours.stdout)).toMatchObject({ pencePerSegment: 3.2 });
  const one = await hearback(
    ['flows', 'preview', '--language', 'en-easy', '--pence-per-segment', '5.5', '--json'],
    {
      SMS_PENCE: '3.2',
    },
  );
  expect(JSON.parse(one.stdout)).toMatchObject({
    pencePerSegment: 5.5,
    previews: [{ flow: 'high-street', language: 'en-easy', total: { messages: expect.any(Number) } }],
  });
  expect(await hearback(['flows', 'preview', 'nowhere'])).toMatchObject({
    status: 2,
    stderr: 'No flow is called nowhere. Write one of high-street, carers.\n',
  });
  expect(await hearback(['flows', 'preview', '--language', 'pl'])).toMatchObject({
    status: 2,
    stderr: 'Nothing is written in pl here. Write one of both, en, en-easy, cy, cy-easy.\n',
  });
  expect((await hearback(['flows', 'preview', '--pence-per-segment', 'lots'])).status).toBe(2);
});

it('lists flows', async () => {
  const flows = JSON.parse((await hearback(['flows', 'list', '--json'])).stdout) as {
    id: string;
    languages: string[];
  }[];
  expect(flows).toContainEqual(expect.objectContaining({ id: 'high-street', languages: ['en', 'cy'] }));
});

it('adds an officer with a link to hand over, once, and lists them', async () => {
  const DATA_DIR = folder();
  const add = () =>
    hearback(['officer', 'add', 'reader@example.org', '--name', 'A reader', '--role', 'viewer'], {
      DATA_DIR,
    });
  expect(await add()).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/\/console\/sign-in\/link\?token=[\w-]{43}\n$/),
  });
  expect(await add()).toMatchObject({ status: 2, stderr: expect.stringContaining('there already') });
  expect(await hearback(['officer', 'link', 'nobody@example.org'], { DATA_DIR })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('officer list'),
  });
  // The last one has the shape of an address, but nobody could sign in with it.
  for (const email of ['nonsense', 'reader@example.o']) {
    expect(await hearback(['officer', 'add', email, '--name', 'x'], { DATA_DIR })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not an e-mail address'),
    });
  }
  const listed = JSON.parse(asProcess(['officer', 'list', '--json'], { DATA_DIR }).stdout) as object[];
  expect(listed).toEqual([
    expect.objectContaining({ email: 'reader@example.org', role: 'viewer', canSignIn: false }),
  ]);
});

it('brings a database up to date, and again', async () => {
  const DATA_DIR = folder();
  for (const _ of [1, 2])
    expect(await hearback(['migrate'], { DATA_DIR })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('up to date'),
    });
});

it('says in one line which Node it needs where there is none', () => {
  const bare = folder();
  mkdirSync(path.join(bare, 'bin'));
  cpSync(path.join(root, 'bin'), path.join(bare, 'bin'), { recursive: true });
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.0.0' }); process.argv[1] = 'x'; require(${JSON.stringify(path.join(bare, 'bin', 'hearback.js'))});`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Hearback needs Node 24 or newer and this is v[\d.]+\. Install it from .*\n$/);
});

it('keeps what Node made of the code beside the code, or where it is told to', () => {
  const bare = folder();
  cpSync(path.join(root, 'bin'), path.join(bare, 'bin'), { recursive: true });
  mkdirSync(path.join(bare, 'src'));
  writeFileSync(
    path.join(bare, 'src', 'cli.ts'),
    'process.stdout.write(String(process.env.NODE_COMPILE_CACHE));',
  );
  const keptIn = (env: Record<string, string>) =>
    spawnSync(process.execPath, [path.join(bare, 'bin', 'hearback.js')], { encoding: 'utf8', env }).stdout;
  expect(keptIn({})).toBe(path.join(bare, 'node_modules', '.cache', 'hearback'));
  expect(keptIn({ NODE_COMPILE_CACHE: path.join(bare, 'elsewhere') })).toBe(path.join(bare, 'elsewhere'));
});

it('runs where nothing can be kept of the code', async () => {
  const env = { NODE_COMPILE_CACHE: path.join(root, 'package.json', 'cache') };
  expect(asProcess(['flows', 'list'], env)).toMatchObject({ status: 0, stderr: '' });
});
