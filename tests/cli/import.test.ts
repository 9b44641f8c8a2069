import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHandFile, takeHandFile } from '#review/handFile.ts';
import { handColumns } from '#review/handFileWords.ts';
import { surveyKeys, surveyMap } from '#review/surveyMap.ts';
import { council } from '#tests/conversation/council.ts';
import { highStreet } from '#tests/review/typed-in.ts';
import { hearback, hearbackProcess, root } from './hearback.ts';

const header = 'id,how,onDay,speaksFor,language,answer-now,hearBack,way,name,phone';
const first =
  '1,paper,2026-11-18,self,en,"Nowhere to sit.\nNone, at all.",yes,phone,Mrs Example,07700 900982';
const second = '2,meeting,2026-11-18,other,cy,Mae angen mwy o feinciau.,,,,';

async function reading(content: string | Buffer) {
  const { services, responses } = await council('sqlite');
  const version = highStreet(services);
  const file = Buffer.from(content);
  const read = () => readHandFile(file, version, services.keys, services.clock.now());
  const take = () => takeHandFile(services, version, read().entries, () => {});
  return { services, responses, read, take };
}

test.each([
  ['commas', [header, first, second].join('\n')],
  ['a byte-order mark and line ends of Windows', `\ufeff${[header, first, second].join('\r\n')}\r\n`],
])('a file with %s is read once, however often it is imported', async (_what, content) => {
  const { take, responses } = await reading(content);
  expect(await take()).toEqual({ kept: 2, before: 0, care: 0 });
  expect(await take()).toEqual({ kept: 0, before: 2, care: 0 });
  expect((await responses()).map(({ text }) => text)).toEqual([
    'Nowhere to sit.\nNone, at all.',
    'Mae angen mwy o feinciau.',
  ]);
});

test('semicolons are read, and without ids a line is known by all that it says', async () => {
  const lines = ['how;onDay;speaksFor;language;answer-now', 'paper;2026-11-18;self;en;Benches, please'];
  const { take, responses } = await reading(lines.join('\n'));
  expect(await take()).toMatchObject({ kept: 1 });
  expect(await take()).toMatchObject({ kept: 0, before: 1 });
  expect((await responses()).map(({ text }) => text)).toEqual(['Benches, please']);
});

test('what is wrong is said by line and column, and never quotes the line', async () => {
  const wrong = '1,pigeon,2026-11-21,self,en,Secret words,yes,phone,,12';
  const { read } = await reading([`${header},colour`, `${second},red`, `${wrong},red`].join('\n'));
  const { problems } = read();
  const columns =
    /^There is no such column\. The columns are id, how, onDay, .*answer-now, .*pick-travel, .*address\.$/;
  expect(problems).toContainEqual({ line: 1, column: 'colour', text: expect.stringMatching(columns) });
  expect(problems).toContainEqual({
    line: 3,
    column: 'how',
    text: 'Write one of paper, phone, doorstep, meeting.',
  });
  expect(problems).toContainEqual({
    line: 3,
    column: 'onDay',
    text: 'The day must be today or in the past',
  });
  expect(JSON.stringify(problems)).not.toContain('Secret');
});

test.each([
  ['a cell too many', `${header}\n${second},more`, /more cells/],
  ['a cell too few', `${header}\n${second.slice(0, -1)}`, /fewer cells/],
  ['a file without lines', `${header}\n`, /holds no lines below the names of its columns/],
  ['an empty file', '', /holds no lines below the names of its columns/],
  ['a day in another order, once', `${header}\n${second.replace('2026-11-18', '18/11/2026')}`, /YYYY-MM-DD/],
  ['a day that there is not, once', `${header}\n${second.replace('2026-11-18', '2026-02-31')}`, /YYYY-MM-DD/],
  ['a language that nobody reads', `${header}\n${second.replace('cy', 'Welsh')}`, /one of en, cy, pl/],
  ['another yes', `${header}\n${first.replace('yes', 'Y')}`, /Write yes or no/],
  [
    'a pick that is not offered',
    'how,onDay,speaksFor,language,answer-now,pick-travel\npaper,2026-11-18,self,en,Benches,horse',
    /Write one of foot, bus, car, bike, stay-away\. Or leave it empty\./,
  ],
  ['a quotation mark that is not closed', `${header}\n3,"paper`, /quotation mark/],
  ['another encoding', Buffer.from([0x69, 0x64, 0x0a, 0xe9]), /not UTF-8/],
  ['the same id twice', [header, second, second].join('\n'), /The same id as in line 2/],
])('says so of %s', async (_what, content, says) => {
  const { read } = await reading(content);
  expect(read().problems.map(({ text }) => text)).toEqual([expect.stringMatching(says)]);
});

test.each([
  ['UTF-8 with its mark', Buffer.from(`\ufeff${header}\n${second}\n`)],
  ['UTF-16, as "Unicode text" is saved', Buffer.from(`\ufeff${header}\n${second}\n`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${header}\n${second}\n`, 'utf16le').swap16()],
])('reads a file in %s', async (_what, content) => {
  const { read } = await reading(content);
  expect(read().problems).toEqual([]);
  expect(read().entries).toHaveLength(1);
});

test('a line with a cell too many hides nothing that is wrong with the others', async () => {
  const { read } = await reading([header, `${second},more`, second.replace('other', 'cat')].join('\n'));
  expect(read().problems).toEqual([
    { line: 2, column: null, text: 'This line has more cells than the first.' },
    { line: 3, column: 'speaksFor', text: 'Write one of self, other, group.' },
  ]);
});

test('without ids, a line that is there again is read once and named', async () => {
  const line = 'paper,2026-11-18,self,en,Benches';
  const { read } = await reading(
    ['how,onDay,speaksFor,language,answer-now', line, `${line}!`, line, line].join('\n'),
  );
  expect(read()).toMatchObject({ problems: [], same: [4, 5] });
  expect(read().entries.map((entry) => entry.line)).toEqual([2, 3]);
});

test('the example in the documents is right, and they name every column', async () => {
  const { read } = await reading(readFileSync(path.join(root, 'docs', 'by-hand.csv')));
  expect(read().problems).toEqual([]);
  expect(read().entries).toHaveLength(3);
  const written = readFileSync(path.join(root, 'docs', 'operating.md'), 'utf8');
  const { services } = await council('sqlite');
  for (const column of handColumns(highStreet(services).flow))
    expect(written).toContain(`| ${column.replace(/^(answer|pick)-.*/, '$1-ID')} |`);
});

test('counts in how many lines somebody may be in danger', async () => {
  const { take } = await reading(
    [header, second.replace('Mae angen mwy o feinciau.', 'I want to kill myself')].join('\n'),
  );
  expect(await take()).toEqual({ kept: 1, before: 0, care: 1 });
});

test('on the command line a file is checked, refused whole, imported, and never twice', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hearback-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'answers.csv');
  const run = async (content: string, ...more: string[]) => {
    writeFileSync(file, content);
    const args = ['import', file, '--by-hand', '--consultation', 'high-street', ...more];
    const env = { DATA_DIR: path.join(folder, 'data') };
    const { status, stdout, stderr } = await hearback(args, { env });
    return { status, out: stdout, err: stderr };
  };
  const day = (line: string) => line.replace('2026-11-18', '2026-01-02');
  const right = [header, day(first), day(second)].join('\n');
  const wrong = await run([header, day(first), second.replace('meeting', 'pigeon')].join('\n'));
  expect(wrong).toMatchObject({ status: 1, out: '' });
  expect(wrong.err).toContain('how: Write one of paper, phone, doorstep, meeting.\n');
  expect(wrong.err).toContain('Nothing was imported.');
  expect((await run(right, '--dry-run')).out).toBe(
    'Every line is right: 2 would be read. Nothing was imported.\n',
  );
  const env = { DATA_DIR: path.join(folder, 'data') };
  expect(hearbackProcess(['import', file, '--by-hand', '--consultation', 'high-street'], { env })).toEqual({
    ...{ status: 0, stdout: 'Imported: 2. There already: 0.\n', stderr: expect.any(String) },
  });
  expect(JSON.parse((await run(right, '--json')).out)).toEqual({
    lines: 2,
    same: [],
    kept: 0,
    before: 2,
    care: 0,
  });
  const again = [
    'how,onDay,speaksFor,language,answer-now',
    ...Array(3).fill('paper,2026-01-02,self,en,Trees'),
  ];
  const once = again.join('\n');
  expect((await run(once, '--dry-run')).out).toContain(
    '\n2 lines are the same as another line and would be read once: lines 3, 4.\n',
  );
  expect(JSON.parse((await run(once, '--json')).out)).toMatchObject({ lines: 1, same: [3, 4], kept: 1 });
  expect(await run(header)).toMatchObject({
    status: 1,
    err: expect.stringContaining('holds no lines below'),
  });
});

test('another survey on the command line: what to write, what would come, all of it once', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hearback-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'answers.csv');
  const run = async (content: string, ...more: string[]) => {
    writeFileSync(file, content);
    const args = ['import', file, '--consultation', 'high-street', ...more];
    const env = { DATA_DIR: path.join(folder, 'data') };
    const { status, stdout, stderr } = await hearback(args, { env });
    return { status, out: stdout, err: stderr };
  };
  const survey = [
    'Ref,What would you change?,Submitted,E-mail',
    '1,"Secret words about benches",02/01/2026,a@example.org',
    '2,,13/01/2026,',
    '3,Trees,13/01/2026,',
  ].join('\n');
  const lost = await run(survey);
  expect(lost).toMatchObject({ status: 2, out: '' });
  expect(lost.err).toContain('  What would you change?\n');
  expect(lost.err).toContain(
    '--question now --map "text=What would you change?" --map id=Ref --map date=Submitted --dry-run',
  );
  expect(lost.err).not.toContain('Secret');
  const map = ['--question', 'change', '--map', 'text=What would you change?', '--map', 'id=Ref'];
  const unclear = await run(survey.replaceAll('13/01', '03/01'), ...map, '--map', 'date=Submitted');
  expect(unclear).toMatchObject({ status: 1, out: '' });
  expect(unclear.err).toContain('In line 2, Submitted: The day or the month may be first');
  expect(unclear.err).toContain('Nothing was imported.');
  expect((await run(survey, ...map, '--map', 'date=Submitted', '--dry-run')).out).toBe(
    [
      'Every line is right: 2 would be read. Nothing was imported.',
      'Lines without an answer, left out: 1.',
      'Columns that are not read: E-mail.',
      'No address is imported: nobody of this file hears back by themselves.',
      '',
    ].join('\n'),
  );
  expect((await run(survey, ...map, '--map', 'date=Submitted')).out).toContain(
    'Imported: 2. There already: 0.\n',
  );
  expect(JSON.parse((await run(survey, ...map, '--json')).out)).toEqual({
    ...{ lines: 2, empty: 1, notRead: ['Submitted', 'E-mail'], kept: 0, before: 2, care: 0 },
  });
  const changed = await run(survey.replace('Trees', 'Shade'), ...map);
  expect(changed).toMatchObject({ status: 1, err: expect.stringContaining('with other words') });
  expect(await run([header, first].join('\n'))).toMatchObject({
    status: 2,
    err: 'This looks like a file of answers by hand. Add --by-hand.\n',
  });
});

test('the example of another survey in the documents is right', async () => {
  const { services } = await council('sqlite');
  const written = readFileSync(path.join(root, 'docs', 'operating.md'), 'utf8');
  const example = /npx hearback import survey\.csv .*/.exec(written)?.[0] ?? '';
  const pairs = [...example.matchAll(/--map (?:"([^"]+)"|(\S+))/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const question = /--question (\S+)/.exec(example)?.[1];
  const columns = pairs.map((pair) => pair.slice(pair.indexOf('=') + 1));
  const found = surveyMap(columns, pairs, highStreet(services).flow, question);
  expect(found).toMatchObject({ map: { answers: [{ stepId: 'change' }], id: 'Ref', date: 'Submitted' } });
  for (const key of surveyKeys) expect(written).toContain(`| ${key} |`);
});
