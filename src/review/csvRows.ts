import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { fileText } from './fileText.ts';

/** One thing to put right, in plain English. Never quotes a line: it may hold somebody's words or address. */
export interface LineProblem {
  /** As an editor counts them; the names of the columns are line 1. */
  line: number;
  column: string | null;
  text: string;
}

/** `lines`: where the line ends, which is where it begins unless a cell has several. */
const parsedRows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

export interface Rows {
  columns: string[];
  rows: { line: number; record: Record<string, string> }[];
}

/**
 * Reads a CSV file as spreadsheets save it: commas, semicolons or tabs, UTF-8 or UTF-16. What is
 * wrong with the file as a whole is added to `problems`, and so is each line with too many or too few cells, which is
 * left out.
 */
export function rowsOf(file: Buffer, problems: LineProblem[]): Rows {
  const none = { columns: [], rows: [] };
  let content = fileText(file);
  if (content === null) {
    problems.push({ line: 1, column: null, text: 'The file is not UTF-8. Save it as "CSV UTF-8".' });
    return none;
  }
  // Some spreadsheets say it in a line of its own; the lines are counted as they stand.
  const said = /^"?sep=(.)"?(?=\r?\n)/i.exec(content);
  if (said !== null) content = content.slice(said[0].length);
  const delimiter = said?.[1] ?? separatorIn(content);
  try {
    const [header, ...lines] = parsedRows.parse(parse(content, { ...shape, delimiter }));
    if (lines.length === 0)
      problems.push({
        line: 1,
        column: null,
        text: 'The file holds no lines below the names of its columns.',
      });
    const columns = header?.record ?? [];
    return {
      columns,
      rows: lines.flatMap(({ info, record }) => rowOf(info.lines, columns, record, problems)),
    };
  } catch (error) {
    // The parser's own message quotes the line.
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    problems.push({
      line,
      column: null,
      text: 'This line, or one above it, has a quotation mark that is not closed.',
    });
    return none;
  }
}

const shape = { info: true, skip_empty_lines: true, bom: true, relax_column_count: true };
const separators = [',', ';', '\t'];
/** Enough lines to tell by. */
const SAMPLE = 50;

/** What parts the first lines into as many cells as there are columns: a question may hold commas, an answer anything. */
function separatorIn(content: string): string {
  const fitting = (delimiter: string) => {
    try {
      const [header, ...lines] = parsedRows.parse(parse(content, { ...shape, delimiter, to: SAMPLE }));
      const columns = header?.record.length ?? 0;
      return columns < 2 ? -1 : lines.filter(({ record }) => record.length === columns).length;
    } catch {
      return -1;
    }
  };
  const fits = separators.map((delimiter) => ({ delimiter, count: fitting(delimiter) }));
  return fits.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** Each column whose name another has too: nobody can say which of them is meant. */
export function repeatedColumns(columns: readonly string[]): LineProblem[] {
  const twice = new Set(columns.filter((column, place) => columns.indexOf(column) !== place));
  return [...twice].map((column) => ({
    ...{ line: 1, column },
    text: 'There is more than one column of this name. Keep one.',
  }));
}

function rowOf(line: number, columns: string[], cells: string[], problems: LineProblem[]): Rows['rows'] {
  const more = cells.length - columns.length;
  if (more === 0)
    return [
      { line, record: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) },
    ];
  const text = `This line has ${more > 0 ? 'more' : 'fewer'} cells than the first.`;
  problems.push({ line, column: null, text });
  return [];
}
