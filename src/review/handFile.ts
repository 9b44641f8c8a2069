import { createHmac } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { londonDay } from '#domain/day.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Keys } from '#people/keys.ts';
import { keptHandEntries } from '#store/handEntries.ts';
import { text } from '#texts/text.ts';
import { type HandEntry, handEntrySchema } from './handEntry.ts';
import { questionsOf } from './handQuestions.ts';
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
}

/** The columns that a file for this flow may have: those of the form, and an id of the council's own. */
function handColumns({ flow }: FlowVersion): string[] {
  const { open, choices, equality } = questionsOf(flow);
  return [
    ...['id', 'how', 'onDay', 'speaksFor', 'people', 'language'],
    ...open.map(({ id }) => `answer-${id}`),
    ...[...choices, ...equality].map(({ id }) => `pick-${id}`),
    ...['hearBack', 'quote', 'way', 'name', 'phone', 'address'],
  ];
}

/** Reads a CSV file as spreadsheets save it: commas or semicolons, UTF-8 with or without a byte-order mark. */
export function readHandFile(file: Buffer, version: FlowVersion, keys: Keys, now: number): ReadFile {
  const problems: LineProblem[] = [];
  const rows = rowsOf(file, problems);
  const known = new Set(handColumns(version));
  const columns = rows[0]?.record === undefined ? [] : Object.keys(rows[0].record);
  for (const column of columns)
    if (!known.has(column)) problems.push({ line: 1, column, text: 'There is no such column.' });
  const schema = handEntrySchema(version.flow, londonDay(now));
  const entries: ReadFile['entries'] = [];
  const seen = new Map<string, number>();
  for (const { line, record } of rows) {
    const parsed = schema.safeParse(record, { error: () => 'error.field' });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        problems.push({ line, column: String(path[0] ?? ''), text: inEnglish(message) });
      continue;
    }
    const id = entryId(record, version.flow.id, keys);
    const before = record.id?.trim() ? seen.get(id) : undefined;
    if (before !== undefined)
      problems.push({ line, column: 'id', text: `The same id as in line ${before}.` });
    // Without ids, a line that is there twice is one entry: nothing tells the two apart.
    if (!seen.has(id)) entries.push({ id, line, entry: parsed.data });
    seen.set(id, line);
  }
  return { entries, problems };
}

/** `lines`: where the line ends, which is where it begins unless a cell has several. */
const parsedRows = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }),
);

type Row = { line: number; record: Record<string, string> };

function rowsOf(file: Buffer, problems: LineProblem[]): Row[] {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    problems.push({ line: 1, column: null, text: 'The file is not UTF-8. Save it as "CSV UTF-8".' });
    return [];
  }
  const [first = ''] = content.split('\n', 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  try {
    const options = { columns: true, delimiter, info: true, skip_empty_lines: true, bom: true };
    return parsedRows
      .parse(parse(content, options))
      .map(({ info, record }) => ({ line: info.lines, record }));
  } catch (error) {
    // The parser's own message quotes the line.
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    problems.push({
      line,
      column: null,
      text: 'This line has more or fewer cells than the first, or a quotation mark that is not closed.',
    });
    return [];
  }
}

/** By the council's own id, else by all that the line says: under the key, so that it tells nothing of it. */
function entryId(record: Record<string, string>, consultationId: string, keys: Keys): string {
  const own = record.id?.trim() ?? '';
  const said = own === '' ? JSON.stringify(Object.entries(record).sort()) : own;
  const kind = own === '' ? 'line' : 'id';
  const hash = createHmac('sha256', keys.hash).update(`${kind}\0${consultationId}\0${said}`);
  return `file:${hash.digest('base64url')}`;
}

function inEnglish(message: string): string {
  return text('en', message as Parameters<typeof text>[1]);
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
