import { createHmac } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { londonDay } from '#domain/day.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Keys } from '#people/keys.ts';
import { keptHandEntries } from '#store/handEntries.ts';
import { type HandEntry, handEntrySchema } from './handEntry.ts';
import { handColumns, wrongCell } from './handFileWords.ts';
import { type TypingIn, typeIn } from './typeIn.ts';

/** One thing to put right, in plain English. Never quotes a line: it may hold somebody's words or address. */
export interface LineProblem {
  /** As an editor counts them; the names of the columns are line 1. */
  line: number;
  column: string | null;
  text: string;
}

export interface ReadFile {
  entries: { id: string; line: number; entry: HandEntry }[];
  problems: LineProblem[];
  /** Lines without an id that are the same as one above them; each is read once. */
  same: number[];
}

/** Reads a CSV file as spreadsheets save it: commas or semicolons, UTF-8 with or without a byte-order mark. */
export function readHandFile(file: Buffer, version: FlowVersion, keys: Keys, now: number): ReadFile {
  const problems: LineProblem[] = [];
  const { columns, rows } = rowsOf(file, problems);
  const known = handColumns(version.flow);
  for (const column of columns)
    if (!known.includes(column))
      problems.push({
        line: 1,
        column,
        text: `There is no such column. The columns are ${known.join(', ')}.`,
      });
  const schema = handEntrySchema(version.flow, londonDay(now));
  const entries: ReadFile['entries'] = [];
  const seen = new Map<string, number>();
  const same: number[] = [];
  for (const { line, record, cells } of rows) {
    if (cells !== 'right') {
      problems.push({ line, column: null, text: `This line has ${cells} cells than the first.` });
      continue;
    }
    const parsed = schema.safeParse(record, { error: () => 'error.field' });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) {
        const column = String(path[0] ?? '');
        problems.push({ line, column, text: wrongCell(message, column, version.flow) });
      }
      continue;
    }
    const id = entryId(record, version.flow.id, keys);
    const before = seen.get(id);
    if (before === undefined) entries.push({ id, line, entry: parsed.data });
    else if (record.id?.trim())
      problems.push({ line, column: 'id', text: `The same id as in line ${before}.` });
    // Without ids, a line that is there twice is one entry: nothing tells the two apart.
    else same.push(line);
    seen.set(id, line);
  }
  return { entries, problems, same };
}

/** `lines`: where the line ends, which is where it begins unless a cell has several. */
const parsedRows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

interface Row {
  line: number;
  record: Record<string, string>;
  cells: 'right' | 'more' | 'fewer';
}

interface Rows {
  columns: string[];
  rows: Row[];
}

function rowsOf(file: Buffer, problems: LineProblem[]): Rows {
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
    return { columns, rows: lines.map(({ info, record }) => rowOf(info.lines, columns, record)) };
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

function rowOf(line: number, columns: string[], record: string[]): Row {
  const more = record.length - columns.length;
  return {
    line,
    record: Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ''])),
    cells: more === 0 ? 'right' : more > 0 ? 'more' : 'fewer',
  };
}

/** By the council's own id, else by all that the line says: under the key, so that it tells nothing of it. */
function entryId(record: Record<string, string>, consultationId: string, keys: Keys): string {
  const own = record.id?.trim() ?? '';
  const said = own === '' ? JSON.stringify(Object.entries(record).sort()) : own;
  const kind = own === '' ? 'line' : 'id';
  const hash = createHmac('sha256', keys.hash).update(`${kind}\0${consultationId}\0${said}`);
  return `file:${hash.digest('base64url')}`;
}

/** Takes a whole file, once. `before`: how many of its lines were there already. `onLine` is told how far it is. */
export async function takeHandFile(
  deps: TypingIn,
  version: FlowVersion,
  entries: ReadFile['entries'],
  onLine: (done: number) => void,
): Promise<{ kept: number; before: number; care: number }> {
  const there = await keptHandEntries(
    deps.store.read,
    entries.map(({ id }) => id),
  );
  const counts = { kept: 0, before: 0, care: 0 };
  for (const [index, { id, entry }] of entries.entries()) {
    const done = there.has(id)
      ? ({ kind: 'repeat', care: null } as const)
      : await typeIn(deps, { id, version, entry, officerId: null });
    if (done.kind === 'kept') counts.kept += 1;
    else counts.before += 1;
    if (done.care !== null) counts.care += 1;
    onLine(index + 1);
  }
  return counts;
}
