import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { once } from './once.ts';
import { abandonedRuns, isAlive, removeRun, runFolder } from './run.ts';

function ownFolder(name: string): string {
  const folder = path.join(runFolder() ?? '', name);
  mkdirSync(folder);
  return folder;
}

test('this run has a folder that is not abandoned, and that others may pass through but not read', () => {
  expect(abandonedRuns()).not.toContain(runFolder());
  expect(statSync(runFolder() ?? '').mode & 0o777).toBe(0o711);
});

test('a run whose process is gone is abandoned', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect([isAlive(process.pid), isAlive(pid)]).toEqual([true, false]);
  const runs = ownFolder('runs');
  mkdirSync(path.join(runs, `${pid}-gone`));
  mkdirSync(path.join(runs, `${process.pid}-here`));
  expect(abandonedRuns(runs)).toEqual([path.join(runs, `${pid}-gone`)]);
  removeRun(path.join(runs, `${pid}-gone`));
  expect(abandonedRuns(runs)).toEqual([]);
});

test('whatever many ask for is made once', async () => {
  const folder = ownFolder('once');
  let made = 0;
  const make = async () => ({ number: ++made });
  expect(await Promise.all([once(folder, 'thing', make), once(folder, 'thing', make)])).toEqual([
    { number: 1 },
    { number: 1 },
  ]);
  expect(JSON.parse(readFileSync(path.join(folder, 'thing.json'), 'utf8'))).toEqual({ value: { number: 1 } });
});

test('a maker that fails leaves it to the next one', async () => {
  const folder = ownFolder('failing');
  const failing = once(folder, 'thing', () => Promise.reject(new Error('no room')));
  await expect(failing).rejects.toThrow('no room');
  expect(await once(folder, 'thing', async () => 2)).toBe(2);
});

test('a maker that died does not keep others waiting', async () => {
  const folder = ownFolder('dead');
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(path.join(folder, 'thing.lock'));
  writeFileSync(path.join(folder, 'thing.lock', 'pid'), String(pid));
  expect(await once(folder, 'thing', async () => 3)).toBe(3);
});
