import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hearback, hearbackProcess } from './hearback.ts';

const codebook = [
  'id,name,description',
  'bins,Bins are not emptied,Rubbish and bins',
  'buses,Buses come late,',
];
const responses = [
  'id,question,text,themes,split',
  '1,q,The bins are full,bins,train',
  '2,q,"Bins, bins everywhere, and rubbish",bins,train',
  '3,q,The bus is late again,buses,train',
  '4,q,Buses never come,buses,train',
  '5,q,Our bins smell,bins,test',
  '6,q,The number 4 bus,buses,test',
  '7,q,Hello,,test',
];

function files(lines: { responses?: readonly string[]; codebook?: readonly string[] } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hearback-evaluate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: readonly string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content.join('\n'));
    return file;
  };
  return [
    ...['--responses', write('responses.csv', lines.responses ?? responses)],
    ...['--codebook', write('codebook.csv', lines.codebook ?? codebook)],
  ];
}

function evaluate(...args: string[]) {
  return hearback(['evaluate', ...args]);
}

test('a set with a train split is judged by numbers of decisions, as JSON', () => {
  const { status, stdout } = hearbackProcess([
    'evaluate',
    ...files(),
    ...['--shots', '1,all', '--seeds', '2', '--json'],
  ]);
  expect(status).toBe(0);
  const { protocols, discovery } = JSON.parse(stdout) as Record<string, unknown>;
  expect(protocols).toMatchObject([
    { shots: 1, responses: 2 },
    { shots: 'all', top1: 1, top3: 1, macroF1: 1, sampleF1: 1, responses: 2 },
  ]);
  expect(discovery).toBeUndefined();
});

test('a set without one is judged with nothing learnt, and its groups beside it, in words', async () => {
  const untrained = responses.map((line) => line.replace('train', 'test'));
  const { status, stdout } = await evaluate(...files({ responses: untrained }), '--discover');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ +shots +top1 +top3 +macroF1 +sampleF1 +seconds +responses\n +0 /);
  expect(stdout).toMatch(/Without a codebook: \d+ groups, adjusted mutual information -?\d\.\d{3}\n$/);
});

test('a set that is not whole is not judged: every fault is named by file and line, and no text is shown', async () => {
  const wrong = [...responses, '8,q,Secret words,trams,test', '9,q'];
  const { status, stdout, stderr } = await evaluate(
    ...files({ responses: wrong, codebook: ['id,title', 'bins,Bins', 'buses,Buses'] }),
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([
    'codebook, line 1, name: This column is missing.',
    'responses, line 10: This line has fewer cells than the first.',
  ]);
  const unknown = await evaluate(...files({ responses: wrong.slice(0, -1) }));
  expect(unknown.stderr).toBe('responses, line 9, themes: The codebook has no theme "trams".\n');
});

test('an empty text and a split of another name are left out, and with an id that comes again said by line', async () => {
  const more = [
    ...responses,
    '7,q,Bins are full,bins,Test',
    '8,q, ,bins,TRAIN',
    '9,q,Secret words,bins,validation',
  ];
  const { status, stdout, stderr } = await evaluate(
    ...files({ responses: more }),
    ...['--shots', 'all', '--json'],
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ protocols: [{ responses: 3 }] });
  expect(stderr.trim().split('\n')).toEqual([
    'responses, line 9, id: Line 8 has the same one. Both count.',
    'responses, line 10, text: It is empty, and left out.',
    'responses, line 11, split: Neither train nor test, and left out.',
  ]);
});

test('two themes with one id are a fault', async () => {
  const { status, stderr } = await evaluate(...files({ codebook: [...codebook, 'bins,Bins again,'] }));
  expect([status, stderr]).toEqual([1, 'codebook, line 4, id: Line 2 has the same one.\n']);
});

test('train and test count in any letters', async () => {
  const shouted = responses.map((line) => line.replace('train', 'Train').replace(/test$/, 'TEST'));
  const { stdout } = await evaluate(...files({ responses: shouted }), '--shots', 'all', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ protocols: [{ shots: 'all', top1: 1, responses: 2 }] });
});

test('an exported codebook will do, and its key is named where it is wrong', async () => {
  const key = (rows: readonly string[]) => [
    'key,name,definition,state',
    ...rows.slice(1).map((row) => `${row},active`),
  ];
  const { status, stdout } = await evaluate(
    ...files({ codebook: key(codebook) }),
    ...['--shots', 'all', '--json'],
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ protocols: [{ top1: 1, responses: 2 }] });
  const twice = await evaluate(...files({ codebook: key([...codebook, 'bins,Bins,']) }));
  expect(twice.stderr).toBe('codebook, line 4, key: Line 2 has the same one.\n');
});

test('themes with fewer examples than are asked for are named once, beside the figures', async () => {
  const { stdout, stderr } = await evaluate(...files(), ...['--shots', '2,3,5', '--seeds', '1', '--json']);
  expect(stderr).toBe(
    'Fewer than 5 examples to learn from: bins (2), buses (2). All that there are of these are taken.\n',
  );
  expect(Object.keys(JSON.parse(stdout))).toEqual(['protocols']);
  const enough = await evaluate(...files(), ...['--shots', '2,all', '--seeds', '1', '--json']);
  expect(enough.stderr).toBe('');
});

test.each([
  [['--shots', '0'], 'Write whole numbers from 1'],
  [['--seeds', 'many'], 'Write whole numbers from 1'],
  [['--responses', '/nowhere.csv'], 'cannot be read'],
])('%j is refused, with what to write instead', async (args, says) => {
  const { status, stderr } = await evaluate(...files(), ...args);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});
