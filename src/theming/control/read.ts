import { dueAt } from '#cases/due.ts';
import type { NewId } from '#domain/clock.ts';
import { namesOf, officersNamed } from '#domain/named.ts';
import { type ControlDetail, controlCodes } from '#domain/words.ts';
import { openComplaintOnce } from '#store/cases.ts';
import {
  clearedOf,
  controlsAmong,
  controlsReadTo,
  decideControl,
  partsAmong,
  reopenControl,
  suggestAbout,
  suggestAboutAgain,
  suggestControls,
} from '#store/controls.ts';
import type { Db, Tx } from '#store/db.ts';
import { editsAmong } from '#store/edits.ts';
import { allOfficers } from '#store/officers.ts';
import type { ControlRow } from '#store/schema.ts';
import { type Control, controlCodesIn } from './detect.ts';
import {
  type Edited,
  isNoThanks,
  type NamedLater,
  openCasesForEdits,
  readEdits,
  reopenForEdits,
} from './edited.ts';
import { sentences } from './sentences.ts';

export interface ReadResponse {
  id: string;
  consultationId: string;
  residentId: string;
  conversationId: string | null;
  text: string;
}

interface Officer {
  id: string;
  name: string;
}

/** What was read in each response, and whom it names, found outside the turn: reading takes time. */
export interface Controls {
  codes: ReadonlyMap<string, readonly Control[]>;
  named: ReadonlyMap<string, readonly string[]>;
  /** Whose names were looked for. */
  officers: readonly Officer[];
}

export async function readControls(db: Db, responses: readonly ReadResponse[]): Promise<Controls> {
  const codes = new Map(responses.map(({ id, text }) => [id, controlCodesIn(text)]));
  const officers = await allOfficers(db);
  return { codes, named: namedIn(responses, codes, officers), officers };
}

/** Whom each of these responses names. */
function namedIn(
  responses: readonly ReadResponse[],
  codes: Controls['codes'],
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
 * Writes what was read, in the turn that says that these responses are read. A complaint about somebody or about data
 * opens a case; officers whose name is in it do not see it until an admin has decided.
 */
export async function writeControls(
  tx: Tx,
  responses: readonly ReadResponse[],
  controls: Controls,
  { now, newId }: { now: number; newId: NewId },
): Promise<void> {
  const ids = responses.map(({ id }) => id);
  const before = await controlsAmong(tx.db, ids);
  const known = new Set(controls.officers.map(({ id, name }) => `${id} ${name}`));
  // Whoever was added or renamed while this was read.
  const officers = await allOfficers(tx.db);
  const since = officers.filter(({ id, name }) => !known.has(`${id} ${name}`));
  const late = since.length === 0 ? null : namedIn(responses, controls.codes, since);
  const rows: ControlRow[] = [];
  const decided: (Parameters<typeof reopen>[1] & { edited: Edited[] })[] = [];
  // Here and not before the turn: one that comes meanwhile leaves the answer's own words as they are.
  const edits = await editsAmong(tx.db, ids);
  const edited = new Map<string, NamedLater>();
  for (const response of responses) {
    const read = controls.codes.get(response.id) ?? [];
    let earlier = before.filter(({ responseId }) => responseId === response.id);
    const later = readEdits(
      edits.filter(({ responseId }) => responseId === response.id),
      {
        officers,
        complains: [...read, ...earlier].some(({ code }) => code === 'complaint'),
        rejected: isTurnedDown(earlier),
      },
    );
    const named = [
      ...new Set([
        ...(controls.named.get(response.id) ?? []),
        ...(late?.get(response.id) ?? []),
        ...later.named,
      ]),
    ];
    const said = named.length === 0 ? read : read.map(aboutPerson);
    const found = [...said, ...namedSince(response, { earlier, said, officers })];
    rows.push(...rowsOf(response, [...found, ...later.codes], { now, newId }));
    edited.set(response.id, later.namedAgain);
    await openCases(tx, { response, found, earlier, now, newId });
    await openCasesForEdits(tx, response, { edited: later.codes, earlier, now, newId });
    earlier = await knowAbout(tx, earlier, [...found, ...later.codes]);
    if (earlier.length > 0) decided.push({ response, earlier, found, edited: later.codes });
    await suggestAbout(
      tx,
      named.map((officerId) => ({
        responseId: response.id,
        officerId,
        decision: 'suggested',
        createdAt: now,
        decidedBy: null,
        decidedAt: null,
        readTo: response.text.length,
      })),
    );
  }
  await suggestControls(tx, ids, rows);
  for (const one of decided) {
    await reopen(tx, one);
    await reopenForEdits(tx, one.earlier, one.edited, one.response.text.length);
  }
  await nameAgain(tx, responses, controls.codes, edited);
}

/** Not about them, an admin has said; but the answer has grown since, and their name is in what is new. */
async function nameAgain(
  tx: Tx,
  responses: readonly ReadResponse[],
  codes: Controls['codes'],
  edited: ReadonlyMap<string, NamedLater>,
): Promise<void> {
  const ids = responses.map(({ id }) => id);
  for (const { responseId, readTo, decidedAt, ...officer } of await clearedOf(tx, ids)) {
    const response = responses.find(({ id }) => id === responseId);
    const inEdit = edited
      .get(responseId)
      ?.some(({ officerId, at }) => officerId === officer.id && at > (decidedAt ?? 0));
    if (response === undefined) continue;
    if (inEdit !== true && !isNamedFrom(response, readTo, [officer], codes)) continue;
    await suggestAboutAgain(tx, { responseId, officerId: officer.id, readTo: response.text.length });
  }
}

/**
 * Whoever has complained and names an officer in what they add complains once more, however they put it; but not with
 * thanks, where somebody has said that it was no complaint.
 */
function namedSince(
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

function isNamedFrom(
  response: ReadResponse,
  from: number,
  officers: readonly Officer[],
  codes: Controls['codes'],
): boolean {
  const text = response.text.slice(from);
  return text !== '' && namedIn([{ ...response, text }], codes, officers).get(response.id)?.length !== 0;
}

function isTurnedDown(earlier: readonly ControlRow[]): boolean {
  return earlier.some(({ code, decision }) => code === 'complaint' && decision === 'rejected');
}

/** A complaint that names an officer is about a person. */
function aboutPerson(control: Control): Control {
  return control.code === 'complaint' && control.detail === null ? { ...control, detail: 'person' } : control;
}

/** Each code once, with the first sentence that says it; of complaints the one that says what it is about. */
function rowsOf(
  { id: responseId, consultationId, text }: ReadResponse,
  found: readonly (Control | Edited)[],
  { now, newId }: { now: number; newId: NewId },
): ControlRow[] {
  return controlCodes.flatMap((code) => {
    const said = found.filter((one) => one.code === code);
    const best = said.find(({ detail }) => detail !== null) ?? said[0];
    if (best === undefined) return [];
    const { detail } = best;
    return {
      id: newId(),
      responseId,
      consultationId,
      code,
      detail,
      source: 'machine',
      decision: 'suggested',
      // What was said in an edit has no place in the answer's own words.
      startAt: 'start' in best ? best.start : null,
      endAt: 'start' in best ? best.end : null,
      officerId: null,
      createdAt: now,
      decidedAt: null,
      handledAt: null,
      handledBy: null,
      readTo: text.length,
    };
  });
}

/** An officer has agreed to a complaint, and what it is about is known only now: it has its case from now on. */
async function knowAbout(
  tx: Tx,
  earlier: readonly ControlRow[],
  found: readonly Pick<Control, 'code' | 'detail'>[],
): Promise<ControlRow[]> {
  const detail = found.find((one) => one.code === 'complaint' && one.detail !== null)?.detail;
  if (detail === undefined || detail === null) return [...earlier];
  const known: ControlRow[] = [];
  for (const row of earlier) {
    const isNews = row.code === 'complaint' && row.detail === null && row.decision === 'accepted';
    if (isNews) await decideControl(tx.db, row.id, { ...decisionOf(row), detail });
    known.push(isNews ? { ...row, detail } : row);
  }
  return known;
}

function decisionOf({ decision, officerId, decidedAt, readTo }: ControlRow) {
  return { decision, officerId, decidedAt, readTo };
}

/** Somebody has dealt with one or turned it down, and the answer has grown by another of its kind. */
async function reopen(
  tx: Tx,
  of: { response: ReadResponse; earlier: readonly ControlRow[]; found: readonly Control[] },
): Promise<void> {
  const { response, earlier, found } = of;
  const { id: responseId, text } = response;
  for (const row of earlier) {
    if (row.decision === 'suggested' && row.handledAt === null) continue;
    const more = found.filter(({ code, start }) => code === row.code && start >= row.readTo);
    const again = more.find(({ detail }) => detail !== null) ?? more[0];
    if (again === undefined) continue;
    const { start: startAt, end: endAt } = again;
    const detail = again.detail ?? row.detail;
    await reopenControl(tx, row, { detail, startAt, endAt, readTo: text.length });
  }
  await controlsReadTo(tx, responseId, text.length);
}

async function openCases(
  tx: Tx,
  of: {
    response: ReadResponse;
    found: readonly Control[];
    earlier: readonly ControlRow[];
    now: number;
    newId: NewId;
  },
): Promise<void> {
  const { response, found, earlier, now, newId } = of;
  const known = earlier.find(({ code }) => code === 'complaint');
  const isNews = ({ detail, start }: Control) =>
    known === undefined ||
    start >= known.readTo ||
    (known.decision !== 'rejected' && known.detail === null && detail !== null);
  const news = found.filter(isNews);
  const details = new Set(
    news.map(({ detail }) => detail).filter((one): one is ControlDetail => one !== null),
  );
  for (const category of details) {
    const said = news.find(({ detail }) => detail === category);
    const evidence = response.text.slice(said?.start, said?.end);
    const parts = await partsAmong(tx.db, [response.id]);
    // What is new stands in one of the last.
    const part = parts.findLast(({ text }) => text.includes(evidence)) ?? parts.at(-1);
    await openComplaintOnce(tx, {
      id: newId(),
      category,
      residentId: response.residentId,
      conversationId: response.conversationId,
      messageId: part?.messageId ?? null,
      createdAt: now,
      dueAt: dueAt('complaint', now),
    });
  }
}
