import type { FlowVersion } from '#flow/schema.ts';
import { type LineProblem, rowsOf } from '#review/csvRows.ts';
import { otherWords, type Reading, readSurvey, takeSurvey } from '#review/surveyFile.ts';
import { guessed } from '#review/surveyGuess.ts';
import { type SurveyMap, surveyMap } from '#review/surveyMap.ts';
import type { Services } from '#services.ts';
import { Refused } from './faults.ts';
import { careSentence, type ImportOptions, progress, refuse, type SurveyOptions } from './importing.ts';

/** Takes the file of another survey, whose columns may be called anything. */
export async function importSurvey(
  services: Services,
  { file, content, version }: { file: string; content: Buffer; version: FlowVersion },
  options: ImportOptions,
): Promise<void> {
  const problems: LineProblem[] = [];
  const rows = rowsOf(content, problems);
  if (rows.columns.length === 0) return refuse(problems);
  const map = mapOf(file, rows, version, options);
  const now = services.clock.now();
  const reading: Reading = {
    ...{ version, keys: services.keys, map, now },
    source: options.source ?? '',
    language: options.language ?? version.flow.languages[0] ?? 'en',
    dates: options.dates ?? null,
  };
  const { lines, problems: wrong, empty } = readSurvey(rows, reading);
  problems.push(...wrong, ...(await otherWords(services.store.read, lines, map)));
  if (problems.length > 0) return refuse(problems.toSorted((one, other) => one.line - other.line));
  const notRead = rows.columns.filter((column) => !columnsOf(map).includes(column));
  if (options.dryRun === true) return say(options, { lines: lines.length, empty, notRead, dryRun: true });
  const done = await takeSurvey(services, version, lines, progress(lines.length, now, services));
  say(options, { lines: lines.length, empty, notRead, ...done });
}

/** Throws Refused with what to write where the columns cannot be told. */
function mapOf(
  file: string,
  rows: Parameters<typeof guessed>[0],
  { flow }: FlowVersion,
  { map: pairs = [], question }: SurveyOptions,
): SurveyMap {
  if (pairs.length === 0 && ['how', 'onDay', 'speaksFor'].every((column) => rows.columns.includes(column)))
    throw new Refused('This looks like a file of answers by hand. Add --by-hand.');
  const found = surveyMap(rows.columns, pairs, flow, question);
  if ('wrong' in found && pairs.length > 0) throw new Refused(found.wrong.join('\n'));
  if ('map' in found && found.map.answers.length > 0) return found.map;
  const open = flow.steps.flatMap((step) =>
    step.kind === 'open' || step.kind === 'whoElse' ? [step.id] : [],
  );
  const example = [
    `npx hearback import ${quoted(file)} --consultation ${flow.id} --question ${question ?? open[0] ?? 'STEP'}`,
    ...guessed(rows).map(({ key, column }) => `--map ${quoted(`${key}=${column}`)}`),
    '--dry-run',
  ];
  throw new Refused(
    [
      'Say which columns hold what. Those of the file are:',
      ...rows.columns.map((column) => `  ${column}`),
      `The open questions of ${flow.id} are ${open.join(', ')}. Copy this, and put it right:`,
      `  ${example.join(' ')}`,
    ].join('\n'),
  );
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  if (/^[\w./:=-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

function columnsOf({ answers, ...single }: SurveyMap): (string | null)[] {
  return [...answers.map(({ column }) => column), ...Object.values(single)];
}

interface Done {
  lines: number;
  empty: number;
  notRead: string[];
  dryRun?: boolean;
  kept?: number;
  before?: number;
  care?: number;
}

function say({ json }: ImportOptions, done: Done): void {
  if (json === true) {
    process.stdout.write(`${JSON.stringify(done)}\n`);
    return;
  }
  const { lines, empty, notRead, dryRun, kept = 0, before = 0, care = 0 } = done;
  const words =
    dryRun === true
      ? [`Every line is right: ${lines} would be read. Nothing was imported.`]
      : [`Imported: ${kept}. There already: ${before}.`];
  if (empty > 0) words.push(`Lines without an answer, left out: ${empty}.`);
  if (notRead.length > 0) words.push(`Columns that are not read: ${notRead.join(', ')}.`);
  words.push('No address is imported: nobody of this file hears back by themselves.');
  if (care > 0) words.push(careSentence(care));
  process.stdout.write(`${words.join('\n')}\n`);
}
