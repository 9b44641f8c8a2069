import type { NewId } from '#domain/clock.ts';
import { controlCodes } from '#domain/words.ts';
import {
  clearedOf,
  controlsAmong,
  controlsReadTo,
  decideControl,
  reopenControl,
  suggestAbout,
  suggestAboutAgain,
  suggestControls,
} from '#store/controls.ts';
import type { Db, Tx } from '#store/db.ts';
import { editsAmong } from '#store/edits.ts';
import { allOfficers } from '#store/officers.ts';
import type { ControlRow } from '#store/schema.ts';
import { openCases } from './complaintCases.ts';
import { type Control, controlCodesIn } from './detect.ts';
import { type Edited, type NamedLater, openCasesForEdits, readEdits, reopenForEdits } from './edited.ts';
import {
  aboutPerson,
  isNamedFrom,
  isTurnedDown,
  namedIn,
  namedSince,
  type Officer,
  type ReadResponse,
} from './naming.ts';

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
