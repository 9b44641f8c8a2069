import { createHmac } from 'node:crypto';
import { londonDay } from '#domain/day.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Keys } from '#people/keys.ts';
import { keptHandEntries } from '#store/handEntries.ts';
import { type LineProblem, repeatedColumns, rowsOf } from './csvRows.ts';
import { type HandEntry, handEntrySchema } from './handEntry.ts';
import { handColumns, wrongCell } from './handFileWords.ts';
import { type TypingIn, typeIn } from './typeIn.ts';

export interface ReadFile {
  entries: { id: string; line: number; entry: HandEntry }[];
  problems: LineProblem[];
  /** Lines without an id that are the same as one above them; each is read once. */
  same: number[];
}

/** Reads a file of answers by hand, line by line. */
export function readHandFile(file: Buffer, version: FlowVersion, keys: Keys, now: number): ReadFile {
  const problems: LineProblem[] = [];
  const { columns, rows } = rowsOf(file, problems);
  problems.push(...repeatedColumns(columns));
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
  for (const { line, record } of rows) {
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
  problems.sort((one, other) => one.line - other.line);
  return { entries, problems, same };
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
