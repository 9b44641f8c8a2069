import { readHandFile, takeHandFile } from '#review/handFile.ts';
import type { Services } from '#services.ts';
import { readGiven } from './csv-file.ts';
import { Refused } from './faults.ts';
import { importSurvey } from './import-survey.ts';
import { careSentence, type ImportOptions, progress, refuse } from './importing.ts';
import { withServices } from './with-services.ts';

/** Takes a file of answers: nothing of it unless every line is right, and nothing twice. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const content = readGiven(file);
  await withServices(async (services) => {
    const version = flowFor(services, options.consultation);
    if (options.byHand !== true) return importSurvey(services, { file, content, version }, options);
    const now = services.clock.now();
    const { entries, problems, same } = readHandFile(content, version, services.keys, now);
    if (problems.length > 0) return refuse(problems);
    if (options.dryRun === true) return say(options, { lines: entries.length, same, dryRun: true });
    const done = await takeHandFile(services, version, entries, progress(entries.length, now, services));
    say(options, { lines: entries.length, same, ...done });
  });
}

function flowFor({ flows }: Services, id: string | undefined) {
  const all = [...flows.current.keys()];
  const version = id === undefined && all.length === 1 ? flows.first : flows.current.get(id ?? '');
  if (version === undefined)
    throw new Refused(`Say which consultation it is for: --consultation ${all.join(' or ')}.`);
  return version;
}

interface Done {
  lines: number;
  same: number[];
  dryRun?: boolean;
  kept?: number;
  before?: number;
  care?: number;
}

function say({ json }: ImportOptions, done: Done): void {
  const { lines, same, dryRun, kept = 0, before = 0, care = 0 } = done;
  if (json === true) {
    process.stdout.write(`${JSON.stringify(done)}\n`);
    return;
  }
  const words =
    dryRun === true
      ? [`Every line is right: ${lines} would be read. Nothing was imported.`]
      : [`Imported: ${kept}. There already: ${before}.`];
  if (same.length > 0) words.push(twice(same, dryRun === true));
  if (care > 0) words.push(careSentence(care));
  process.stdout.write(`${words.join('\n')}\n`);
}

/** That two people say the very same is rare, and a line that was pasted twice is not; so the lines are named. */
function twice(same: number[], dryRun: boolean): string {
  const one = same.length === 1;
  const lines = one ? 'line' : 'lines';
  const read = dryRun ? 'would be' : one ? 'was' : 'were';
  return `${same.length} ${lines} ${one ? 'is' : 'are'} the same as another line and ${read} read once: ${lines} ${same.join(', ')}.`;
}
