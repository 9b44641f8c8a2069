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
  split: optional,
  stance: optional,
  sentiment: optional,
});

export interface LabelledSet {
  responses: JudgedResponse[];
  codebook: CodebookRow[];
}

/**
 * Reads a labelled set from two CSV files: responses (id, text, themes separated by `;`, and question, split, and stance or
 * sentiment where it has them) and codebook (id, name, and description, question and stance where it has them). Other
 * columns are left alone. `problems` says what is wrong, file by file; a set with problems is not whole.
 */
export function readLabelledSet(
  files: { responses: Buffer; codebook: Buffer },
  problems: { file: 'responses' | 'codebook'; problem: LineProblem }[],
): LabelledSet {
  const linesOf = <T>(file: 'responses' | 'codebook', schema: z.ZodType<T>) => {
    const found: LineProblem[] = [];
    const lines = parsed(files[file], needed[file], schema, found);
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
  const hasStances = codebook.some(({ stance }) => stance !== '');
  return {
    codebook,
    responses: responses.map(({ value: { stance, sentiment, ...response } }) => ({
      ...response,
      stance: hasStances ? stance || sentiment : '',
    })),
  };
}

/** The columns that a set cannot be without. */
const needed = { codebook: ['id', 'name'], responses: ['id', 'text', 'themes'] } as const;

function parsed<T>(
  file: Buffer,
  columns: readonly string[],
  schema: z.ZodType<T>,
  problems: LineProblem[],
): { line: number; value: T }[] {
  const { columns: there, rows } = rowsOf(file, problems);
  problems.push(...repeatedColumns(there));
  const missing = there.length === 0 ? [] : columns.filter((column) => !there.includes(column));
  for (const column of missing) problems.push({ line: 1, column, text: 'This column is missing.' });
  if (missing.length > 0) return [];
  return rows.flatMap(({ line, record }) => {
    const read = schema.safeParse(record);
    if (read.success) return [{ line, value: read.data }];
    for (const { path, message } of read.error.issues)
      problems.push({ line, column: String(path[0] ?? ''), text: message });
    return [];
  });
}
