import { type Language, languages, type Voice, voices } from '#domain/words.ts';
import { type LineProblem, repeatedColumns, rowsOf } from '#review/csvRows.ts';
import type { Theme } from '#store/codebook.ts';
import type { FileTheme } from './importCodebook.ts';
import { linesOf, oneLine, type TextPart, type ThemePart, themeParts, tidy } from './words.ts';

/** English has the plain names; the others end in their language: definition_cy. */
const columnOf = (part: ThemePart, voice: Voice) => (voice === 'en' ? part : `${part}_${voice}`);

type Column = { part: TextPart; voice: Voice } | { part: 'examples'; voice: Language };

/** Examples are residents' own words, of which there is no easy-read variant. */
const columnsIn = (voice: Voice): Column[] =>
  themeParts.flatMap((part): Column[] => {
    if (part !== 'examples') return [{ part, voice }];
    return isLanguage(voice) ? [{ part, voice }] : [];
  });

function isLanguage(voice: Voice): voice is Language {
  return languages.some((language) => language === voice);
}

const known = new Map(
  voices.flatMap(columnsIn).map((column) => [columnOf(column.part, column.voice), column] as const),
);

/** A spreadsheet takes such a cell for a formula, and runs it. */
export const formula = /^'*[=+\-@\t\r]/;

/** The whole codebook for a spreadsheet, retired themes too; `examples` hold one a line. */
export function codebookCsv(themes: readonly Theme[]): string {
  const used = voices.filter(
    (voice) =>
      voice === 'en' ||
      voice === 'cy' ||
      themes.some((theme) => columnsIn(voice).some((column) => cellOf(theme, column) !== '')),
  );
  const columns = used.flatMap(columnsIn);
  const header = ['key', ...columns.map(({ part, voice }) => columnOf(part, voice)), 'state'];
  const rows = themes.map((theme) => [
    theme.key,
    ...columns.map((column) => cellOf(theme, column)),
    theme.state,
  ]);
  // With the mark, spreadsheets know that it is UTF-8.
  return `\ufeff${[header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function cellOf(theme: Theme, { part, voice }: Column): string {
  return part === 'examples'
    ? (theme.examples[voice] ?? []).map(oneLine).join('\n')
    : tidy(theme[part][voice] ?? '');
}

function quoted(cell: string): string {
  const plain = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\s]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Reads what a spreadsheet saved. A column that is not there changes nothing; a cell that is empty empties. */
export function readCodebookCsv(file: Buffer, problems: LineProblem[]): FileTheme[] {
  const { columns, rows } = rowsOf(file, problems);
  problems.push(...repeatedColumns(columns));
  for (const column of columns)
    if (column !== 'key' && column !== 'state' && !known.has(column))
      problems.push({ line: 1, column, text: `There is no such column. The columns are ${names}.` });
  return rows.flatMap(({ line, record }) => {
    const state = (record.state ?? '').trim();
    if (!['', 'active', 'retired'].includes(state)) {
      problems.push({ line, column: 'state', text: 'Write active or retired, or leave it empty.' });
      return [];
    }
    const theme: FileTheme = {
      line,
      key: (record.key ?? '').trim() || null,
      state: state === '' ? null : (state as 'active' | 'retired'),
      parts: {},
    };
    for (const [name, { part, voice }] of known) {
      const cell = record[name];
      if (cell === undefined) continue;
      const plain = /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
      if (part === 'examples') theme.parts.examples = { ...theme.parts.examples, [voice]: linesOf(plain) };
      else theme.parts[part] = { ...theme.parts[part], [voice]: tidy(plain) };
    }
    return [theme];
  });
}

const names = `key, ${themeParts.join(', ')}, state; for other languages name_cy, definition_cy and so on`;
