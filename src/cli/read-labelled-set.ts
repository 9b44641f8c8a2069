import { z } from 'zod';
import { type LineProblem, repeatedColumns, rowsOf } from '#review/csvRows.ts';
import type { CodebookRow, JudgedResponse } from '#theming/labelled-set.ts';

const id = z.string().trim().min(1, 'It is empty.');
/** A column that a set may leave out. */
const optional = z
  .string()
  .optional()
  .transform((cell) => cell?.trim() ?? '');

const codebookLine = z.object({
  id,
  name: z.string().trim().min(1, 'It is empty.'),
  description: optional,
  question: optional,
  stance: optional,
});

const responseLine = z.object({
  id,
  text: z.string(),
  themes: z.string().transform((cell) =>
    cell
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
  question: optional,
  split: optional.transform((split) => split.toLowerCase()),
  stance: optional,
  sentiment: optional,
});

export interface LabelledSet {
  responses: JudgedResponse[];
  codebook: CodebookRow[];
  /** What somebody who reads the figures should know of the responses, though they can be judged. */
  notes: LineProblem[];
}

/** Sets have others too, such as a part for tuning: what is in it is neither learnt from nor judged. */
const splits: readonly string[] = ['', 'train', 'test'];

/**
 * Reads a labelled set from two CSV files: responses (id, text, themes separated by `;`, and question, split, and stance or
 * sentiment where it has them) and codebook (id, name, and description, question and stance where it has them; an exported
 * codebook's key and definition do too). Other columns are left alone. `problems` says what is wrong, file by file; a set
 * with problems is not whole.
 */
export function readLabelledSet(
  files: { responses: Buffer; codebook: Buffer },
  problems: { file: File; problem: LineProblem }[],
): LabelledSet {
  const linesOf = <T extends { id: string }>(file: File, schema: z.ZodType<T>) => {
    const found: LineProblem[] = [];
    const lines = parsed(file, files[file], schema, found);
    problems.push(...found.map((problem) => ({ file, problem })));
    return lines;
  };
  const codebook = linesOf('codebook', codebookLine).map(({ value }) => value);
  const known = new Set(codebook.map((theme) => theme.id));
  const isWhole = problems.length === 0;
  const responses = linesOf('responses', responseLine);
  for (const { line, value } of isWhole ? responses : [])
    for (const theme of value.themes)
      if (!known.has(theme))
        problems.push({
          file: 'responses',
          problem: { line, column: 'themes', text: `The codebook has no theme "${theme}".` },
        });
  const notes: LineProblem[] = [];
  const lineOf = new Map<string, number>();
  const judged = responses.filter(({ line, value: { id, text, split } }) => {
    const note = (column: string, said: string) => notes.push({ line, column, text: said });
    const isEmpty = text.trim() === '';
    if (isEmpty) note('text', 'It is empty, and left out.');
    else if (!splits.includes(split)) note('split', 'Neither train nor test, and left out.');
    else if (lineOf.has(id)) note('id', `Line ${lineOf.get(id)} has the same one. Both count.`);
    if (isEmpty || !splits.includes(split)) return false;
    lineOf.set(id, lineOf.get(id) ?? line);
    return true;
  });
  const hasStances = codebook.some(({ stance }) => stance !== '');
  return {
    codebook,
    notes,
    responses: judged.map(({ value: { stance, sentiment, ...response } }) => ({
      ...response,
      stance: hasStances ? stance || sentiment : '',
    })),
  };
}

/** The columns that a set cannot be without. */
const needed = { codebook: ['id', 'name'], responses: ['id', 'text', 'themes'] } as const;
type File = keyof typeof needed;

/** What `hearback codebook export` calls a column, where the file has none of our name. */
const exported: Record<File, Record<string, string>> = {
  codebook: { id: 'key', description: 'definition' },
  responses: {},
};

function parsed<T extends { id: string }>(
  file: File,
  content: Buffer,
  schema: z.ZodType<T>,
  problems: LineProblem[],
): { line: number; value: T }[] {
  const { columns: there, rows } = rowsOf(content, problems);
  problems.push(...repeatedColumns(there));
  const calledIn = (column: string) => (there.includes(column) ? column : (exported[file][column] ?? column));
  const missing =
    there.length === 0 ? [] : needed[file].filter((column) => !there.includes(calledIn(column)));
  for (const column of missing) problems.push({ line: 1, column, text: 'This column is missing.' });
  if (missing.length > 0) return [];
  const others = Object.keys(exported[file]);
  const lineOf = new Map<string, number>();
  return rows.flatMap(({ line, record }) => {
    const named = others.map((column) => [column, record[calledIn(column)]]);
    const read = schema.safeParse({ ...record, ...Object.fromEntries(named) });
    if (!read.success) {
      for (const { path, message } of read.error.issues)
        problems.push({ line, column: calledIn(String(path[0] ?? '')), text: message });
      return [];
    }
    const { id } = read.data;
    const before = lineOf.get(id);
    // Nobody could say which theme is meant; the same response may stand in several lines.
    if (file === 'codebook' && before !== undefined)
      problems.push({ line, column: calledIn('id'), text: `Line ${before} has the same one.` });
    else lineOf.set(id, line);
    return [{ line, value: read.data }];
  });
}
