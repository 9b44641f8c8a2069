/**
 * How good the local theme classifier is on a labelled set: a folder with responses.csv (id, question, text, themes
 * separated by ;, sentiment, split) and codebook.csv (id, name, description, and question and stance if themes have them).
 *
 *   node bench/theming.ts <folder> [seeds]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '#theming/evaluate.ts';
import type { CodebookRow, JudgedResponse } from '#theming/labelled-set.ts';

const [folder, seeds = '10'] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder? node bench/theming.ts <folder with responses.csv and codebook.csv> [seeds]');
  process.exit(2);
}

const codebook: CodebookRow[] = rows(join(folder, 'codebook.csv')).map((row) => ({
  id: row.id ?? '',
  name: row.name ?? '',
  description: row.description ?? '',
  ...(row.question ? { question: row.question } : {}),
  ...(row.stance ? { stance: row.stance } : {}),
}));
const stanced = codebook.some(({ stance }) => stance !== undefined);
const responses: JudgedResponse[] = rows(join(folder, 'responses.csv')).map((row) => ({
  id: row.id ?? '',
  question: row.question ?? '',
  text: row.text ?? '',
  themes: (row.themes ?? '').split(';').filter(Boolean),
  split: row.split ?? '',
  ...(stanced && row.sentiment ? { stance: row.sentiment } : {}),
}));

const protocols = evaluate(responses, codebook, {
  shots: [3, 5, 10, 20, 'all'],
  seeds: Number(seeds),
  now: () => performance.now(),
});
console.table(
  protocols.map(({ seconds, responses: judged, ...figures }) => ({
    ...Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [
        name,
        typeof value === 'number' && name !== 'shots' ? value.toFixed(3) : value,
      ]),
    ),
    seconds: seconds.toFixed(2),
    responses: judged,
  })),
);

/** Reads the two files above and no more: RFC 4180 quoting, a header line. */
function rows(path: string): Record<string, string>[] {
  const [header = [], ...lines] = [
    ...readFileSync(path, 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g),
  ].reduce<string[][]>(
    (all, [, quoted, plain = '', end]) => {
      all.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      if (end !== ',') all.push([]);
      return all;
    },
    [[]],
  );
  return lines
    .filter((line) => line.length === header.length)
    .map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])));
}
