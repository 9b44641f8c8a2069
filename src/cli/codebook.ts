import { writeFileSync } from 'node:fs';
import { codebookCsv, readCodebookCsv } from '#review/codebook/csv.ts';
import { type FileTheme, importCodebook, planImport } from '#review/codebook/importCodebook.ts';
import { codebookYaml, readCodebookYaml } from '#review/codebook/yaml.ts';
import type { LineProblem } from '#review/csvRows.ts';
import type { Services } from '#services.ts';
import { allThemesOf } from '#store/codebook.ts';
import { codebookVersion, listedThemes, unmadeThemes } from '#store/codebook-changes.ts';
import { latestFlow } from '#store/consultations.ts';
import { inWords, readGiven } from './csv-file.ts';
import { Refused } from './faults.ts';
import { withServices } from './with-services.ts';

type Format = 'csv' | 'yaml';

export interface CodebookOptions {
  consultation?: string;
  format?: Format;
  dryRun?: boolean;
  json?: boolean;
}

/** Writes the themes of a consultation to a file, or to the terminal where none is named. */
export async function exportCodebook(file: string | undefined, options: CodebookOptions): Promise<void> {
  const format = options.format ?? (file === undefined ? 'yaml' : formatOf(file));
  await withServices(async (services) => {
    const { id } = await consultationOf(services, options.consultation);
    const themes = await listedThemes(services.store.read, id);
    const content = format === 'csv' ? codebookCsv(themes) : codebookYaml(themes);
    if (file === undefined) return print(content);
    write(file, content);
    // CSV holds those out of use too.
    const count = format === 'csv' ? themes.length : themes.filter(({ state }) => state === 'active').length;
    if (options.json === true) return print(`${JSON.stringify({ consultation: id, file, themes: count })}\n`);
    print(`${file}: ${count} themes of ${id}.\n`);
  });
}

/** Takes themes from a file into a consultation's codebook: all of it, or nothing where any line is wrong. */
export async function importCodebookFile(file: string, options: CodebookOptions): Promise<void> {
  const content = readGiven(file);
  const problems: LineProblem[] = [];
  const read = (options.format ?? formatOf(file)) === 'csv' ? readCodebookCsv : readCodebookYaml;
  const themes = read(content, problems);
  await withServices(async (services) => {
    const { id, languages } = await consultationOf(services, options.consultation);
    const seen = await codebookVersion(services.store.read, id);
    const planned = planImport(
      await allThemesOf(services.store.read, id),
      themes,
      languages,
      await unmadeThemes(services.store.read, id),
    );
    problems.push(...planned.problems);
    if (problems.length > 0) return refuse(problems);
    const { added, changed, same, absent } = planned;
    const counts = { added: added.length, changed: changed.length, same, absent };
    if (options.dryRun === true) return say(options, { ...counts, dryRun: true });
    const imported = await take(services, { consultationId: id, seen, themes, languages });
    say(options, { ...counts, version: imported });
  });
}

async function take(
  services: Services,
  given: {
    consultationId: string;
    seen: number;
    themes: FileTheme[];
    languages: Parameters<typeof planImport>[2];
  },
): Promise<number> {
  const { themes: file, ...asked } = given;
  const imported = await importCodebook(services, { ...asked, file, officerId: null });
  // An officer at the console was quicker, in the moment between looking and writing.
  if (!imported.done)
    throw new Refused('The themes were changed just now. Nothing was imported: run it again.');
  return imported.version;
}

async function consultationOf({ flows, store }: Services, id: string | undefined) {
  const all = [...flows.current.keys()];
  const only = id === undefined && all.length === 1 ? all[0] : id;
  const version =
    only === undefined ? null : (flows.current.get(only) ?? (await latestFlow(store.read, only)));
  if (version === null)
    throw new Refused(`Say which consultation it is of: --consultation ${all.join(' or ')}.`);
  return { id: version.flow.id, languages: version.flow.languages };
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch {
    throw new Refused(`${file} cannot be written. Check its folder, and that you may write there.`);
  }
}

function formatOf(file: string): Format {
  if (/\.csv$/i.test(file)) return 'csv';
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  throw new Refused('Say what the file is: --format csv or --format yaml.');
}

function refuse(problems: LineProblem[]): void {
  for (const problem of problems.sort((one, other) => one.line - other.line))
    process.stderr.write(`In ${inWords(problem)}\n`);
  process.stderr.write('Nothing was imported. Put these right and run it again.\n');
  process.exitCode = 1;
}

interface Counts {
  added: number;
  changed: number;
  same: number;
  absent: number;
  dryRun?: boolean;
  version?: number;
}

function say({ json }: CodebookOptions, counts: Counts): void {
  if (json === true) return print(`${JSON.stringify(counts)}\n`);
  const { added, changed, same, absent, dryRun = false } = counts;
  const would = dryRun ? 'Every line is right. ' : '';
  const lines = [
    `${would}Themes added: ${added}. Changed: ${changed}. So already: ${same}. Not in the file, and left as they are: ${absent}.`,
    ...(dryRun ? ['Nothing was imported.'] : []),
  ];
  print(`${lines.join('\n')}\n`);
}

function print(content: string): void {
  process.stdout.write(content);
}
