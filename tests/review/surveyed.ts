import { type LineProblem, rowsOf } from '#review/csvRows.ts';
import { type Reading, readSurvey } from '#review/surveyFile.ts';
import { type SurveyMap, surveyMap } from '#review/surveyMap.ts';
import type { Services } from '#services.ts';
import { highStreet } from './typed-in.ts';

/** Two hundred answers in another survey, by eighty people. */
export const reports = [
  'Ref,What would you change?,Who',
  ...Array.from({ length: 200 }, (_, number) => `r${number},"More benches, ${number}",p${number % 80}`),
].join('\n');

const mapped = ['text=What would you change?', 'id=Ref', 'person=Who'];

/** Reads a file as the command does, for the question `change` of the high street. */
export function linesOf(
  services: Pick<Services, 'flows' | 'keys' | 'clock'>,
  content: string,
  given: Partial<Reading> & { pairs?: string[] } = {},
) {
  const version = highStreet(services as Services);
  const problems: LineProblem[] = [];
  const rows = rowsOf(Buffer.from(content), problems);
  const found = surveyMap(rows.columns, given.pairs ?? mapped, version.flow, 'change');
  if ('wrong' in found) throw new Error(found.wrong.join(' '));
  const map: SurveyMap = found.map;
  const read = readSurvey(rows, {
    ...{ version, keys: services.keys, map, source: '', language: 'en', dates: null },
    now: services.clock.now(),
    ...given,
  });
  return { ...read, map, problems: [...problems, ...read.problems] };
}
