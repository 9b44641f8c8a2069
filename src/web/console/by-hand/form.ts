import type { Request, Response } from 'express';
import { handHows, handSpeaksFors, handWays } from '#domain/by-hand.ts';
import { londonDay } from '#domain/day.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { ANSWER_MAX, type HandEntry, handEntrySchema } from '#review/handEntry.ts';
import { questionsOf, RATHER_NOT } from '#review/handQuestions.ts';
import type { Services } from '#services.ts';
import { latestFlow } from '#store/consultations.ts';
import { readForm, typed } from '#web/form.ts';

/** What stands in the form, by field. */
type Values = Record<string, string>;

export async function versionFor(
  { flows, store }: Pick<Services, 'flows' | 'store'>,
  consultation: unknown,
): Promise<FlowVersion | null> {
  if (typeof consultation !== 'string') return null;
  return flows.current.get(consultation) ?? latestFlow(store.read, consultation);
}

export function showEntryForm(res: Response, { flow }: FlowVersion, values: Values): void {
  res.render('console/by-hand/new.njk', {
    section: 'byHand',
    flow,
    values,
    ...questionsOf(flow),
    hows: handHows,
    speaksFors: handSpeaksFors,
    ways: handWays,
    answerMax: ANSWER_MAX,
    ratherNot: RATHER_NOT,
  });
}

/** Nothing typed yet; the entry's id makes one of a form that is sent twice. */
export function emptyEntry(version: FlowVersion, id: string): Values {
  const [language = 'en'] = version.flow.languages;
  return { ...typed({}, fieldsOf(version)), entry: id, language };
}

/** The entry as it was sent; null where something was wrong, and the form has been shown again with all that was typed. */
export function readEntry(req: Request, res: Response, version: FlowVersion, now: number): HandEntry | null {
  const values = typed(req.body, fieldsOf(version));
  const schema = handEntrySchema(version.flow, londonDay(now));
  const form = readForm(schema, { ...req.body, onDay: dayFrom(values) }, res);
  if (form.ok) return form.data;
  res.status(400).locals.errors = form.errors;
  showEntryForm(res, version, values);
  return null;
}

export function entryIdOf(req: Request, newId: () => string): string {
  const given = String(req.body?.entry ?? '');
  return /^[\w-]{1,80}$/.test(given) ? given : newId();
}

function dayFrom(values: Values): string {
  const part = (name: string, length: number) => (values[`onDay-${name}`] ?? '').trim().padStart(length, '0');
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
}

function fieldsOf({ flow }: FlowVersion): string[] {
  const { open, choices, equality } = questionsOf(flow);
  return [
    ...['entry', 'how', 'onDay-day', 'onDay-month', 'onDay-year', 'speaksFor', 'people', 'language'],
    ...open.map(({ id }) => `answer-${id}`),
    ...[...choices, ...equality].map(({ id }) => `pick-${id}`),
    ...['hearBack', 'quote', 'way', 'name', 'phone', 'address'],
  ];
}
