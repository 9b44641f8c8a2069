import { createHmac } from 'node:crypto';
import { londonDay } from '#domain/day.ts';
import { storable } from '#domain/storable.ts';
import { type Language, languages } from '#domain/words.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Keys } from '#people/keys.ts';
import type { Db } from '#store/db.ts';
import { keptHandEntries } from '#store/handEntries.ts';
import { textsOf } from '#store/messages.ts';
import type { LineProblem, Rows } from './csvRows.ts';
import { ANSWER_MAX, type HandEntry } from './handEntry.ts';
import { agreementIn, languageIn } from './surveyCells.ts';
import { type DateOrder, readDates } from './surveyDates.ts';
import type { SurveyMap } from './surveyMap.ts';
import { type TypingIn, typeIn } from './typeIn.ts';

export interface SurveyLine {
  id: string;
  line: number;
  personId: string | null;
  entry: HandEntry;
}

export interface ReadSurvey {
  lines: SurveyLine[];
  problems: LineProblem[];
  /** Lines in which nothing was answered: in most surveys questions may be passed over. */
  empty: number;
}

export interface Reading {
  version: FlowVersion;
  keys: Keys;
  map: SurveyMap;
  /** Tells apart the ids of several surveys for one consultation. */
  source: string;
  /** Of lines that name none. */
  language: Language;
  dates: DateOrder | null;
  now: number;
}

/** Reads the lines of another survey. No address is among what is read: nobody in it has asked us to write to them. */
export function readSurvey({ rows }: Rows, reading: Reading): ReadSurvey {
  const { map, now } = reading;
  const problems: LineProblem[] = [];
  const cellOf = (record: Record<string, string>, column: string | null) =>
    column === null ? '' : storable(record[column] ?? '');
  const dated = rows
    .map(({ line, record }) => ({ line, cell: cellOf(record, map.date) }))
    .filter(({ cell }) => cell.trim() !== '');
  const { days, problems: wrongDates } = readDates(dated, reading.dates, now);
  problems.push(...wrongDates.map((problem) => ({ ...problem, column: map.date })));
  const identity = identities(reading);
  const lines: SurveyLine[] = [];
  let empty = 0;
  for (const { line, record } of rows) {
    const answers = map.answers
      .map(({ stepId, column }) => ({ stepId, column, text: cellOf(record, column).replace(/\r\n/g, '\n') }))
      .filter(({ text }) => text.trim() !== '');
    if (answers.length === 0) {
      empty += 1;
      continue;
    }
    const wrong = (column: string | null, text: string) => problems.push({ line, column, text });
    for (const { column, text } of answers)
      if (text.length > ANSWER_MAX) wrong(column, `This answer is longer than ${ANSWER_MAX} characters.`);
    const written = cellOf(record, map.language).trim();
    const language = written === '' ? reading.language : languageIn(written);
    if (language === null) wrong(map.language, `Write one of ${languages.join(', ')}, or leave it empty.`);
    const quote = map.quote === null ? undefined : agreementIn(cellOf(record, map.quote));
    if (quote === null) wrong(map.quote, 'This is no clear yes or no. Write yes or no, or leave it empty.');
    const id = identity.ofLine(line, cellOf(record, map.id).trim(), answers, [
      cellOf(record, map.date),
      cellOf(record, map.person),
    ]);
    if (typeof id === 'object') wrong(map.id, id.wrong);
    else if (language !== null && quote !== null)
      lines.push({
        ...{ id, line, personId: identity.ofPerson(cellOf(record, map.person).trim()) },
        entry: {
          ...{ how: 'survey', onDay: days.get(line) ?? londonDay(now), speaksFor: 'self', people: null },
          ...{ language, answers: answers.map(({ stepId, text }) => ({ stepId, text })), chosen: {} },
          ...{ described: [], consents: quote === undefined ? {} : { quote }, contact: null },
        },
      });
  }
  problems.sort((one, other) => one.line - other.line);
  return { lines, problems, empty };
}

/**
 * What a line is known by, under the key, so that it tells nothing: the survey's own id where a column has one. Else all
 * that is read of it, and which of several equal lines it is: two people may say the very same, and a line keeps its
 * place among its equals however the file is sorted or grows.
 */
function identities({ version, keys, map, source }: Reading) {
  const keyed = (...parts: string[]) =>
    createHmac('sha256', keys.hash).update(JSON.stringify(['survey', version.flow.id, ...parts]));
  const lineOfId = new Map<string, number>();
  const equals = new Map<string, number>();
  const ofLine = (
    line: number,
    own: string,
    answers: readonly { stepId: string; text: string }[],
    beside: string[],
  ): string | { wrong: string } => {
    if (map.id !== null) {
      if (own === '') return { wrong: 'This line has no id.' };
      const before = lineOfId.get(own);
      if (before !== undefined) return { wrong: `The same id as in line ${before}.` };
      lineOfId.set(own, line);
      return `survey:${keyed('id', source, own).digest('base64url')}`;
    }
    const content = JSON.stringify([answers.map(({ stepId, text }) => [stepId, text]), beside]);
    const nth = (equals.get(content) ?? 0) + 1;
    equals.set(content, nth);
    return `survey:${keyed('line', source, content, String(nth)).digest('base64url')}`;
  };
  const ofPerson = (own: string) =>
    own === '' ? null : shapedAsId(keyed('person', source, own).digest('hex'));
  return { ofLine, ofPerson };
}

/** As ids are written everywhere: a UUID of the version that is left to whoever makes it (RFC 9562, 8). */
function shapedAsId(hex: string): string {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** Lines whose id was taken before with other words: another survey's, or an answer that was changed since. */
export async function otherWords(
  db: Db,
  lines: readonly SurveyLine[],
  map: SurveyMap,
): Promise<LineProblem[]> {
  if (map.id === null) return [];
  const keyed = lines.flatMap(({ id, line, entry }) =>
    entry.answers.map(({ stepId, text }) => ({ key: `${id}:${stepId}`, line, text })),
  );
  const kept = await textsOf(
    db,
    'byHand',
    keyed.map(({ key }) => key),
  );
  const changed = keyed.filter(({ key, text }) => (kept.get(key) ?? text) !== text);
  return [...new Set(changed.map(({ line }) => line))].map((line) => ({
    line,
    column: map.id,
    text: 'This id was imported before with other words. If this is another survey, name it: --source NAME. If the answer was changed since, put the earlier words back.',
  }));
}

/** Turns that wait for the disk together share a commit. */
const AT_ONCE = 64;

/** Takes all lines, each once. `onLine` is told how many are done. Cut short, it is run again and takes the rest. */
export async function takeSurvey(
  deps: TypingIn,
  version: FlowVersion,
  lines: readonly SurveyLine[],
  onLine: (done: number) => void,
): Promise<{ kept: number; before: number; care: number }> {
  const there = await keptHandEntries(
    deps.store.read,
    lines.map(({ id }) => id),
  );
  const counts = { kept: 0, before: 0, care: 0 };
  const take = async ({ id, entry, personId }: SurveyLine) => {
    const { kind, care } = await typeIn(deps, { id, version, entry, personId, officerId: null });
    if (kind === 'kept') counts.kept += 1;
    else counts.before += 1;
    if (care !== null) counts.care += 1;
  };
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE);
    const fresh = some.filter(({ id }) => !there.has(id));
    counts.before += some.length - fresh.length;
    // One person's lines go one after the other: the second finds whom the first began.
    const people = Map.groupBy(fresh, ({ id, personId }) => personId ?? id);
    await Promise.all(
      [...people.values()].map(async (theirs) => {
        for (const line of theirs) await take(line);
      }),
    );
    onLine(from + some.length);
  }
  return counts;
}
