import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FlowChange, flowsAsSeen, watchFlows } from '#flow/watch.ts';
import { good } from './good-flow.ts';

let folder = '';
let stop = () => {};
let changes: FlowChange[] = [];
let told = () => {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flows-'));
  changes = [];
  await put('a.yaml', good);
});
afterEach(async () => {
  stop();
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, source: string) => writeFile(join(folder, name), source);
const start = async (seen?: string) => {
  watching(seen ?? (await flowsAsSeen(folder)));
};
const watching = (seen: string) => {
  stop = watchFlows(folder, seen, (change) => {
    changes.push(change);
    told();
  });
};
const next = () =>
  new Promise<void>((resolve) => {
    told = resolve;
  });
const after = async (act: () => Promise<unknown>): Promise<FlowChange | undefined> => {
  const heard = next();
  await act();
  await heard;
  return changes.at(-1);
};
const asks = (change: FlowChange | undefined) => {
  const step = change?.kind === 'flows' ? change.versions[0]?.flow.steps[0] : undefined;
  return step?.kind === 'open' ? step.ask.en : change;
};
const edited = (words: string) => good.replace('Tell us about it.', words);

test('an edit is told of, with the flow as it is now', async () => {
  await start();
  expect(asks(await after(() => put('a.yaml', edited('Tell us all.'))))).toBe('Tell us all.');
});

test('an edit that came between loading the flows and watching them is told of', async () => {
  const seen = await flowsAsSeen(folder);
  await put('a.yaml', edited('Tell us all.'));
  expect(asks(await after(() => start(seen)))).toBe('Tell us all.');
});

test('an editor that writes beside the file and puts it in its place is followed, again and again', async () => {
  await start();
  for (const words of ['Tell us one.', 'Tell us two.', 'Tell us three.']) {
    const change = await after(async () => {
      await put('.a.yaml.swp', edited(words));
      await rename(join(folder, '.a.yaml.swp'), join(folder, 'a.yaml'));
    });
    expect(asks(change)).toBe(words);
  }
});

test('a broken file gives its problems, and the correction gives the flow', async () => {
  await start();
  const broken = await after(() => put('a.yaml', good.replace('else: thanks', 'else: gone')));
  expect(broken).toMatchObject({ kind: 'problems', problems: [{ rule: 'unknown-step', line: 51 }] });
  expect(asks(await after(() => put('a.yaml', edited('Tell us now.'))))).toBe('Tell us now.');
});

test('of many writes the last is told of, and a save that changes nothing never', async () => {
  await start();
  await put('a.yaml', good);
  await put('notes.txt', 'not a flow');
  await after(async () => {
    for (const words of ['Tell us a.', 'Tell us b.', 'Tell us c.']) await put('a.yaml', edited(words));
  });
  while (asks(changes.at(-1)) !== 'Tell us c.') await next();
  expect(changes.map(asks)).not.toContain('Tell us about it.');
  expect(new Set(changes.map(asks)).size).toBe(changes.length);
});

test('a folder that goes away is a problem and no crash', async () => {
  await start();
  expect(await after(() => rm(folder, { recursive: true }))).toMatchObject({
    kind: 'problems',
    problems: [{ what: 'the folder of flows cannot be read' }],
  });
});
