import type { Language } from '#domain/words.ts';
import type { LineProblem } from '#review/csvRows.ts';
import type { DateOrder } from '#review/surveyDates.ts';
import type { Services } from '#services.ts';
import { inWords } from './csv-file.ts';

export interface SurveyOptions {
  map?: string[];
  question?: string;
  source?: string;
  language?: Language;
  dates?: DateOrder;
}

export interface ImportOptions extends SurveyOptions {
  byHand?: boolean;
  consultation?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** Says what to put right, by line. */
export function refuse(problems: readonly LineProblem[]): void {
  for (const problem of problems) process.stderr.write(`In ${inWords(problem)}\n`);
  process.stderr.write('Nothing was imported. Put these right and run it again.\n');
  process.exitCode = 1;
}

/** Says how far it is once a second; a short import says nothing. */
export function progress(total: number, start: number, { clock }: Services) {
  let said = start;
  return (done: number) => {
    if (clock.now() - said < 1000) return;
    said = clock.now();
    process.stderr.write(`${done} of ${total} lines\n`);
  };
}

export function careSentence(care: number): string {
  return `In ${care} of them a person may be in danger or is a child. Look at the cases in the console now.`;
}
