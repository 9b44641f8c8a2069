import type { Rows } from './csvRows.ts';

const looks: [key: string, name: RegExp][] = [
  ['id', /^(response |submission |record )?(id|ref|reference|number|no\.?)$/i],
  ['person', /\b(respondent|person|participant|user) ?(id|ref|number)\b/i],
  ['date', /\b(date|time|timestamp|submitted|completed|completion)\b/i],
  ['language', /\b(language|lang|iaith)\b/i],
];

/** Which columns most likely hold what, for a command to copy and put right: by their names, and the longest words. */
export function guessed({ columns, rows }: Rows): { key: string; column: string }[] {
  const found = looks.flatMap(([key, name]) => {
    const column = columns.find((one) => name.test(one.trim()));
    return column === undefined ? [] : [{ key, column }];
  });
  const length = (column: string) => rows.reduce((sum, { record }) => sum + (record[column] ?? '').length, 0);
  const rest = columns.filter((column) => !found.some((one) => one.column === column));
  const longest = rest.reduce<string | null>(
    (best, column) => (best === null || length(column) > length(best) ? column : best),
    null,
  );
  return longest === null ? found : [{ key: 'text', column: longest }, ...found];
}
