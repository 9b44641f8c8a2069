import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hearback, hearbackProcess } from './hearback.ts';

function place() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hearback-codebook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { DATA_DIR: path.join(folder, 'data') };
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await hearback(['codebook', ...args], { env });
    return { status, out: stdout, err: stderr };
  };
  const asProcess = (...args: string[]) => hearbackProcess(['codebook', ...args], { env }).stdout;
  return { run, asProcess, at: (name: string) => path.join(folder, name) };
}

const here = ['--consultation', 'high-street'];

test('what is exported is imported again without a change, as CSV and as YAML', async () => {
  const { run, asProcess, at } = place();
  for (const name of ['themes.csv', 'themes.yaml']) {
    expect(await run('export', at(name), ...here)).toMatchObject({ status: 0, err: '' });
    const again = await run('import', at(name), ...here, '--json');
    expect(JSON.parse(again.out)).toEqual({ added: 0, changed: 0, same: 10, absent: 0, version: 0 });
  }
  expect(asProcess('export', ...here)).toBe(readFileSync(at('themes.yaml'), 'utf8'));
  expect((await run('export', ...here, '--format', 'csv')).out).toBe(readFileSync(at('themes.csv'), 'utf8'));
});

test('a file is looked at, refused whole, and taken in', async () => {
  const { run, at } = place();
  writeFileSync(at('wrong.csv'), 'key,name,colour\nnowhere-to-be,,red\n');
  const wrong = await run('import', at('wrong.csv'), ...here);
  expect(wrong).toMatchObject({ status: 1, out: '' });
  expect(wrong.err).toContain('In line 1, colour: There is no such column.');
  expect(wrong.err).toContain('In line 2, name: Write the name in English.\n');
  expect(wrong.err).toContain('Nothing was imported.');
  writeFileSync(at('right.csv'), 'key,name\nnowhere-to-be,There are no seats\n');
  expect((await run('import', at('right.csv'), ...here, '--dry-run')).out).toBe(
    'Every line is right. Themes added: 0. Changed: 1. So already: 0. Not in the file, and left as they are: 9.\nNothing was imported.\n',
  );
  expect((await run('export', ...here)).out).not.toContain('There are no seats');
  expect(await run('import', at('right.csv'), ...here)).toMatchObject({
    status: 0,
    out: 'Themes added: 0. Changed: 1. So already: 0. Not in the file, and left as they are: 9.\n',
  });
  expect((await run('export', ...here)).out).toContain('en: There are no seats');
});

test('says what to write where it cannot know', async () => {
  const { run, at } = place();
  writeFileSync(at('themes.txt'), 'key,name\n');
  expect(await run('import', at('themes.txt'), ...here)).toMatchObject({
    status: 2,
    err: 'Say what the file is: --format csv or --format yaml.\n',
  });
  expect(await run('export')).toMatchObject({
    status: 2,
    err: 'Say which consultation it is of: --consultation high-street or carers.\n',
  });
  expect(await run('import', at('none.csv'), ...here)).toMatchObject({ status: 2 });
  expect((await run('export', at('none/themes.csv'), ...here)).err).toContain('cannot be written');
});
