import { expect, test } from 'vitest';
import { type LineProblem, rowsOf } from '#review/csvRows.ts';

const asked = 'What, if anything, would you change?';

function read(content: string) {
  const problems: LineProblem[] = [];
  const { rows } = rowsOf(Buffer.from(content), problems);
  return { records: rows.map(({ record }) => record), lines: rows.map(({ line }) => line), problems };
}

test.each([
  ['commas', `id,"${asked}"\n1,Benches; trees\n`],
  [
    'semicolons, with commas in a header in quotes',
    `id;"${asked}"\n1;Benches; trees\n`.replace('Benches; trees', '"Benches; trees"'),
  ],
  ['semicolons, with commas in a header', `id;${asked}\n1;"Benches; trees"\n2;Shops, lights and more\n`],
  ['tabs', `id\t${asked}\n1\tBenches; trees\n`],
  ['a first line that says semicolons', `sep=;\r\nid;${asked}\r\n1;"Benches; trees"\r\n`],
  ['a mark and a first line that says commas', `\ufeffsep=,\nid,"${asked}"\n1,Benches; trees\n`],
])('a file with %s is read', (_what, content) => {
  const { records, problems } = read(content);
  expect(problems).toEqual([]);
  expect(records[0]).toEqual({ id: '1', [asked]: 'Benches; trees' });
});

test('semicolons within the quotes of a header part nothing', () => {
  expect(read('id,"A; b; c; d"\n1,Benches\n')).toMatchObject({
    ...{ records: [{ id: '1', 'A; b; c; d': 'Benches' }], problems: [] },
  });
});

test('lines are counted as an editor shows them, below a line that says the separator too', () => {
  const { lines, problems } = read('sep=,\nid,text\n1,a\n2,b,c\n3,d\n');
  expect(lines).toEqual([3, 5]);
  expect(problems.map(({ line }) => line)).toEqual([4]);
});

test.each([
  ['little', (bytes: Buffer) => bytes],
  ['big', (bytes: Buffer) => bytes.swap16()],
])('UTF-16 without its mark, the %s end first, is said to be no UTF-8', (_end, ordered) => {
  const problems: LineProblem[] = [];
  const { rows } = rowsOf(ordered(Buffer.from('id,text\n1,"Benches, trees"\n', 'utf16le')), problems);
  expect(rows).toEqual([]);
  expect(problems).toEqual([
    { line: 1, column: null, text: 'The file is not UTF-8. Save it as "CSV UTF-8".' },
  ]);
});
