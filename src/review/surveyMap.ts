import type { Flow } from '#flow/schema.ts';
import { questionsOf } from './handQuestions.ts';

/** Which column of another survey's file holds what. */
export interface SurveyMap {
  /** An answer to an open question each; at least one. */
  answers: { stepId: string; column: string }[];
  /** The survey's own number or name for the line. */
  id: string | null;
  /** The same for whoever wrote it, where they may have written several lines. */
  person: string | null;
  date: string | null;
  language: string | null;
  /** Whether they agreed to be quoted. */
  quote: string | null;
}

const single = ['id', 'person', 'date', 'language', 'quote'] as const;
/** What may stand before the "=" of --map, and what a column is called that needs none. */
export const surveyKeys = ['text', 'answer:STEP', ...single] as const;

export type MapFound = { map: SurveyMap } | { wrong: string[] };

/**
 * Reads what was said about the columns: "text=What would you change?". Where nothing was said, columns that are called
 * like the keys are taken. `question`: the open question that the column `text` answers.
 */
export function surveyMap(
  columns: readonly string[],
  pairs: readonly string[],
  flow: Flow,
  question: string | undefined,
): MapFound {
  const wrong: string[] = [];
  const map: SurveyMap = { answers: [], id: null, person: null, date: null, language: null, quote: null };
  const given = pairs.length > 0 ? pairs.flatMap((pair) => said(pair, wrong)) : called(columns);
  const open = questionsOf(flow).open.map(({ id }) => id);
  if (question !== undefined && !open.includes(question))
    wrong.push(`--question: there is no open question ${question}. There are ${open.join(', ')}.`);
  const asked = question ?? (open.length === 1 ? open[0] : undefined);
  for (const { key, column } of given) {
    const known = columnNamed(columns, column, wrong);
    if (known === null) continue;
    const field = single.find((one) => one === key);
    if (field !== undefined) {
      if (map[field] !== null) wrong.push(`${key} is mapped twice.`);
      map[field] = known;
      continue;
    }
    const stepId = key === 'text' ? asked : /^answer[:-](.+)$/.exec(key)?.[1];
    if (stepId === undefined)
      wrong.push(
        key === 'text'
          ? `Say which question the text answers: --question ${open.join(' or ')}.`
          : `There is no "${key}" to map. Write one of ${surveyKeys.join(', ')}.`,
      );
    else if (!open.includes(stepId))
      wrong.push(`${key}: there is no open question ${stepId}. There are ${open.join(', ')}.`);
    else if (map.answers.some((answer) => answer.stepId === stepId))
      wrong.push(`Two columns are mapped to the question ${stepId}.`);
    else map.answers.push({ stepId, column: known });
  }
  return wrong.length > 0 ? { wrong } : { map };
}

function said(pair: string, wrong: string[]): { key: string; column: string }[] {
  const at = pair.indexOf('=');
  if (at > 0) return [{ key: pair.slice(0, at).trim(), column: pair.slice(at + 1).trim() }];
  wrong.push(`--map ${pair}: write it as text="Name of the column".`);
  return [];
}

/** Columns that have a key for a name, however it is written. */
function called(columns: readonly string[]): { key: string; column: string }[] {
  return columns.flatMap((column) => {
    const name = column.trim();
    const key = name.toLowerCase();
    if (key === 'text' || single.some((one) => one === key)) return [{ key, column }];
    const answer = /^answer[:-](.+)$/i.exec(name);
    return answer === null ? [] : [{ key: `answer:${answer[1]}`, column }];
  });
}

/** The column as the file writes it. */
function columnNamed(columns: readonly string[], name: string, wrong: string[]): string | null {
  const found = columns.filter((column) => column.trim() === name.trim());
  const [first] = found;
  if (first === undefined) wrong.push(`There is no column "${name}". There are ${listed(columns)}.`);
  if (found.length > 1)
    wrong.push(`There are ${found.length} columns "${name}". Give each a name of its own.`);
  return first ?? null;
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
