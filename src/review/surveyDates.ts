import { type Day, londonDay, noonOf } from '#domain/day.ts';
import type { LineProblem } from './csvRows.ts';

/** Whether 03/04 is the third of April or the fourth of March. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

interface Cell {
  line: number;
  cell: string;
}

/** What comes after a day: a time, with or without a zone. */
const TIME = String.raw`(?:[T ,]\s*(?:at )?\d{1,2}[:.]\d{2}.*)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}`);
const dayName = new RegExp(
  String.raw`^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -](\p{L}+)\.?,?[ -](\d{4})${TIME}`,
  'u',
);
const nameDay = new RegExp(
  String.raw`^(?:\p{L}+, )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}`,
  'u',
);
/** A moment that says how far it is from UTC. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

const months = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth'],
  ['april', 'ebrill'],
  ['may', 'mai'],
  ['june', 'mehefin'],
  ['july', 'gorffennaf'],
  ['august', 'awst'],
  ['september', 'medi'],
  ['october', 'hydref'],
  ['november', 'tachwedd'],
  ['december', 'rhagfyr'],
];

/**
 * Reads a column of dates. Which of two numbers is the day, the whole column tells: in 18/11/2026 it can only be the
 * first, and a survey writes all its dates alike. Where no date tells and nobody has said, none is guessed.
 */
export function readDates(
  cells: readonly Cell[],
  said: DateOrder | null,
  now: number,
): { days: Map<number, Day>; problems: LineProblem[] } {
  const days = new Map<number, Day>();
  const problems: LineProblem[] = [];
  const wrong = (line: number, text: string) => problems.push({ line, column: 'date', text });
  const numbers = cells.flatMap(({ line, cell }) => {
    const [, one, two] = yearLast.exec(cell.trim()) ?? [];
    return one === undefined ? [] : [{ line, one: Number(one), two: Number(two) }];
  });
  const dayFirst = numbers.find(({ one }) => one > 12);
  const monthFirst = numbers.find(({ two }) => two > 12);
  const unclear = numbers.find(({ one, two }) => one !== two);
  const order = said ?? (dayFirst ? 'day-first' : monthFirst ? 'month-first' : null);
  if (said === null && dayFirst && monthFirst) {
    const { line } = dayFirst.line > monthFirst.line ? dayFirst : monthFirst;
    wrong(
      line,
      'Some dates of the file have the day first and others the month. Write them all as 2026-01-31.',
    );
    return { days, problems };
  }
  if (order === null && unclear) {
    const text = `The day or the month may be first, and no date of the file tells which. Say it: --dates ${dateOrders.join(' or --dates ')}.`;
    wrong(unclear.line, text);
    return { days, problems };
  }
  for (const { line, cell } of cells) {
    const day = dayIn(cell.trim(), order ?? 'day-first');
    if (day === null) wrong(line, 'Write the date as 2026-01-31, with four digits for the year.');
    else if (day > londonDay(now)) wrong(line, 'The date is in the future.');
    else days.set(line, day);
  }
  return { days, problems };
}

function dayIn(cell: string, order: DateOrder): Day | null {
  if (moment.test(cell)) {
    const at = Date.parse(cell);
    return Number.isNaN(at) ? null : londonDay(at);
  }
  const first = yearFirst.exec(cell);
  if (first !== null) return dayOf(first[1], Number(first[2]), first[3]);
  const last = yearLast.exec(cell);
  if (last !== null)
    return order === 'day-first'
      ? dayOf(last[3], Number(last[2]), last[1])
      : dayOf(last[3], Number(last[1]), last[2]);
  const named = dayName.exec(cell);
  if (named !== null) return dayOf(named[3], monthOf(named[2]), named[1]);
  const turned = nameDay.exec(cell);
  return turned === null ? null : dayOf(turned[3], monthOf(turned[1]), turned[2]);
}

/** 1 to 12; 0 where there is no such month. */
function monthOf(name = ''): number {
  const lower = name.toLowerCase();
  return (
    months.findIndex(
      ([en = '', cy]) =>
        lower === en || lower === cy || lower === en.slice(0, 3) || (en === 'september' && lower === 'sept'),
    ) + 1
  );
}

/** Null for a day that there is not. */
function dayOf(year = '', month: number, day = ''): Day | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = noonOf(written);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(written) ? null : written;
}
