import { dueAt } from '#cases/due.ts';
import type { NewId } from '#domain/clock.ts';
import { namesOf, officersNamed } from '#domain/named.ts';
import { type ControlDetail, controlCodes } from '#domain/words.ts';
import { openComplaintOnce } from '#store/cases.ts';
import { controlsAmong, partsAmong, reopenControl, suggestAbout, suggestControls } from '#store/controls.ts';
import type { Db, Tx } from '#store/db.ts';
import { allOfficers } from '#store/officers.ts';
import type { ControlRow } from '#store/schema.ts';
import { type Control, controlCodesIn } from './detect.ts';

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
  const since = (await allOfficers(tx.db)).filter(({ id, name }) => !known.has(`${id} ${name}`));
  const late = since.length === 0 ? null : namedIn(responses, controls.codes, since);
  const rows: ControlRow[] = [];
  for (const response of responses) {
    const read = controls.codes.get(response.id) ?? [];
    const named = [
      ...new Set([...(controls.named.get(response.id) ?? []), ...(late?.get(response.id) ?? [])]),
    ];
    const found = named.length === 0 ? read : read.map(aboutPerson);
    const earlier = before.filter(({ responseId }) => responseId === response.id);
    rows.push(...rowsOf(response, found, { now, newId }));
    await reopen(tx, earlier, found);
    await openCases(tx, { response, found, earlier, now, newId });
    await suggestAbout(
      tx,
      named.map((officerId) => ({
        responseId: response.id,
        officerId,
        decision: 'suggested',
        createdAt: now,
        decidedBy: null,
        decidedAt: null,
      })),
    );
  }
  await suggestControls(tx, ids, rows);
}

/** A complaint that names an officer is about a person. */
function aboutPerson(control: Control): Control {
  return control.code === 'complaint' && control.detail === null ? { ...control, detail: 'person' } : control;
}

/** Each code once, with the first sentence that says it; of complaints the one that says what it is about. */
function rowsOf(
  { id: responseId, consultationId }: ReadResponse,
  found: readonly Control[],
  { now, newId }: { now: number; newId: NewId },
): ControlRow[] {
  return controlCodes.flatMap((code) => {
    const said = found.filter((one) => one.code === code);
    const best = said.find(({ detail }) => detail !== null) ?? said[0];
    if (best === undefined) return [];
    const { detail, start, end } = best;
    return {
      id: newId(),
      responseId,
      consultationId,
      code,
      detail,
      source: 'machine',
      decision: 'suggested',
      startAt: start,
      endAt: end,
      officerId: null,
      createdAt: now,
      decidedAt: null,
      handledAt: null,
      handledBy: null,
    };
  });
}

/** Somebody has dealt with one, and the answer has grown by another of its kind. */
async function reopen(tx: Tx, earlier: readonly ControlRow[], found: readonly Control[]): Promise<void> {
  for (const { id, code, decision, handledAt, endAt } of earlier) {
    if (handledAt === null || endAt === null || decision === 'rejected') continue;
    const again = found.find((one) => one.code === code && one.start >= endAt);
    if (again !== undefined) await reopenControl(tx, id, { startAt: again.start, endAt: again.end });
  }
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
  const known = earlier.filter(({ code }) => code === 'complaint').map(({ detail }) => detail);
  const details = new Set(
    found.map(({ detail }) => detail).filter((one): one is ControlDetail => one !== null),
  );
  for (const category of details) {
    if (known.includes(category)) continue;
    const said = found.find(({ detail }) => detail === category);
    const evidence = response.text.slice(said?.start, said?.end);
    const parts = await partsAmong(tx.db, [response.id]);
    const part = parts.find(({ text }) => text.includes(evidence)) ?? parts[0];
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
