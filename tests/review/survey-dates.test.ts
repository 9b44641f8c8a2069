import { describe, expect, test } from 'vitest';
import { agreementIn, languageIn } from '#review/surveyCells.ts';
import { type DateOrder, readDates } from '#review/surveyDates.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const read = (cells: string[], said: DateOrder | null = null) =>
  readDates(
    cells.map((cell, index) => ({ cell, line: index + 2 })),
    said,
    NOW,
  );

test.each([
  '2026-11-05',
  '2026/11/5',
  '2026-11-05 23:59:58',
  '2026-11-05T12:00:00Z',
  '2026-11-05T12:00:00.123+01:00',
  '2026/11/05 2:05:11 PM GMT+1',
  '5 November 2026',
  '5th Nov 2026',
  '05-Nov-2026 14:05',
  'Thursday, 5 November 2026',
  'Thu, Nov 5, 2026',
  'November 5, 2026 at 14:05',
  '5 Tachwedd 2026',
])('%s can only be that day', (cell) => {
  expect(read([cell])).toEqual({ days: new Map([[2, '2026-11-05']]), problems: [] });
});

test('a moment counts as of its day in London', () => {
  expect(read(['2026-10-24T23:30:00Z']).days.get(2)).toBe('2026-10-25');
});

describe('two numbers and a year', () => {
  test('one date that can only be read in one way tells of all', () => {
    expect([...read(['05/11/2026', '18/11/2026 14:05:33']).days.values()]).toEqual([
      '2026-11-05',
      '2026-11-18',
    ]);
    expect([...read(['11/05/2026', '11/18/2026 02:05 PM']).days.values()]).toEqual([
      '2026-11-05',
      '2026-11-18',
    ]);
    expect([...read(['11.11.2026']).days.values()]).toEqual(['2026-11-11']);
  });

  test('where none tells, none is guessed, until somebody says', () => {
    const { days, problems } = read(['11/11/2026', '03/04/2026', '05/06/2026']);
    expect(days.size).toBe(0);
    expect(problems).toEqual([
      { line: 3, column: 'date', text: expect.stringContaining('--dates day-first or --dates month-first') },
    ]);
    expect(read(['03/04/2026'], 'day-first').days.get(2)).toBe('2026-04-03');
    expect(read(['03/04/2026'], 'month-first').days.get(2)).toBe('2026-03-04');
  });

  test('a file that has both is refused', () => {
    expect(read(['18/11/2026', '03/04/2026', '11/18/2026']).problems).toEqual([
      { line: 4, column: 'date', text: expect.stringContaining('Some dates of the file have the day first') },
    ]);
  });
});

test.each(['soon', '2026-02-31', '31/02/2026', '18/11/26', '5 Nosuch 2026', '2026', '46000'])(
  '%s is no date',
  (cell) => {
    expect(read([cell]).problems).toEqual([
      { line: 2, column: 'date', text: 'Write the date as 2026-01-31, with four digits for the year.' },
    ]);
  },
);

test('a day that is still to come is refused', () => {
  expect(read(['2026-11-20', '2026-11-21']).problems).toEqual([
    { line: 3, column: 'date', text: 'The date is in the future.' },
  ]);
});

test('languages by code or name, and a clear yes or no', () => {
  expect(['en-GB', 'Welsh', ' CYMRAEG ', 'বাংলা', 'Klingon', ''].map(languageIn)).toEqual([
    'en',
    'cy',
    'cy',
    'bn',
    null,
    null,
  ]);
  expect(['Yes', 'TRUE', 'Ydw', '', 'no', '0', 'perhaps', 'only my first name'].map(agreementIn)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    null,
    null,
  ]);
});
