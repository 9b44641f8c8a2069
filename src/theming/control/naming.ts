import { namesOf, officersNamed } from '#domain/named.ts';
import type { ControlRow } from '#store/schema.ts';
import type { Control } from './detect.ts';
import { isNoThanks } from './edited.ts';
import { sentences } from './sentences.ts';

export interface ReadResponse {
  id: string;
  consultationId: string;
  residentId: string;
  conversationId: string | null;
  text: string;
}

export interface Officer {
  id: string;
  name: string;
}

type Codes = ReadonlyMap<string, readonly Control[]>;

/** Whom each of these responses names. */
export function namedIn(
  responses: readonly ReadResponse[],
  codes: Codes,
  officers: readonly Officer[],
): Map<string, string[]> {
  const names = namesOf(officers);
  return new Map(
    responses.map(({ id, text }) => {
      const complains = codes.get(id)?.some(({ code }) => code === 'complaint');
      return [id, officersNamed(text, names, complains ? 'complaint' : 'remark')];
    }),
  );
}

/**
 * Whoever has complained and names an officer in what they add complains once more, however they put it; but not with
 * thanks, where somebody has said that it was no complaint.
 */
export function namedSince(
  response: ReadResponse,
  of: { earlier: readonly ControlRow[]; said: readonly Control[]; officers: readonly Officer[] },
): Control[] {
  const { earlier, said, officers } = of;
  const known = earlier.find(({ code }) => code === 'complaint');
  if (known === undefined) return [];
  const start = known.readTo;
  if (said.some((one) => one.code === 'complaint' && one.start >= start)) return [];
  const codes = new Map([[response.id, said]]);
  if (!isNamedFrom(response, start, officers, codes)) return [];
  const { text } = response;
  const naming = sentences(text).filter(
    (one) =>
      one.end > start &&
      isNamedFrom({ ...response, text: text.slice(0, one.end) }, Math.max(start, one.start), officers, codes),
  );
  const told = isTurnedDown(earlier) ? naming.filter(isNoThanks(said)) : naming;
  if (naming.length > 0 && told.length === 0) return [];
  // The name may stand in two of them.
  const at = text.length - text.slice(start).trimStart().length;
  const [where = { start: at, end: text.trimEnd().length }] = told;
  return [{ code: 'complaint', detail: 'person', start: Math.max(at, where.start), end: where.end }];
}

export function isNamedFrom(
  response: ReadResponse,
  from: number,
  officers: readonly Officer[],
  codes: Codes,
): boolean {
  const text = response.text.slice(from);
  return text !== '' && namedIn([{ ...response, text }], codes, officers).get(response.id)?.length !== 0;
}

export function isTurnedDown(earlier: readonly ControlRow[]): boolean {
  return earlier.some(({ code, decision }) => code === 'complaint' && decision === 'rejected');
}

/** A complaint that names an officer is about a person. */
export function aboutPerson(control: Control): Control {
  return control.code === 'complaint' && control.detail === null ? { ...control, detail: 'person' } : control;
}
