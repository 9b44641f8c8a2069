import { parse } from 'csv-parse/sync';
import { z } from 'zod';

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
 * Reads a CSV file as spreadsheets save it: commas or semicolons, UTF-8 with or without a byte-order mark. What is wrong
 * with the file as a whole is added to `problems`, and so is each line with too many or too few cells, which is left out.
 */
export function rowsOf(file: Buffer, problems: LineProblem[]): Rows {
  const none = { columns: [], rows: [] };
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    problems.push({ line: 1, column: null, text: 'The file is not UTF-8. Save it as "CSV UTF-8".' });
    return none;
  }
  const [first = ''] = content.split('\n', 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  try {
    const options = { delimiter, info: true, skip_empty_lines: true, bom: true, relax_column_count: true };
    const [header, ...lines] = parsedRows.parse(parse(content, options));
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
