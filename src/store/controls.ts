import { type ControlCode, controlCodes } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import { editsAmong } from './edits.ts';
import type { ComplaintAboutRow, ControlRow } from './schema.ts';

/** All control codes of these responses, decided or not. */
export async function controlsAmong(db: Db, responseIds: string[]): Promise<ControlRow[]> {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom('controls')
    .selectAll()
    .where('responseId', 'in', responseIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function controlById(db: Db, id: string): Promise<ControlRow | undefined> {
  return db.selectFrom('controls').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * What a machine has just read in these responses, in place of what it had read before. What an officer has decided,
 * added or dealt with stands; but "don't know" that an officer agreed to and that has grown into an answer is one.
 */
export async function suggestControls(tx: Tx, responseIds: string[], controls: ControlRow[]): Promise<void> {
  if (responseIds.length === 0) return;
  for (const code of controlCodes) {
    const found = controls.filter((one) => one.code === code).map(({ responseId }) => responseId);
    const gone = responseIds.filter((id) => !found.includes(id));
    if (gone.length === 0) continue;
    await tx.db
      .deleteFrom('controls')
      .where('responseId', 'in', gone)
      .where('code', '=', code)
      .where('source', '=', 'machine')
      .where(({ and, eb }) =>
        code === 'notAnAnswer'
          ? eb('decision', '<>', 'rejected')
          : and([eb('decision', '=', 'suggested'), eb('handledAt', 'is', null)]),
      )
      .execute();
  }
  if (controls.length === 0) return;
  // One that is read again keeps its id: an officer may have it open.
  await tx.db
    .insertInto('controls')
    .values(controls)
    .onConflict((on) =>
      on
        .columns(['responseId', 'code'])
        .doUpdateSet((eb) => ({
          detail: eb.ref('excluded.detail'),
          startAt: eb.ref('excluded.startAt'),
          endAt: eb.ref('excluded.endAt'),
          readTo: eb.ref('excluded.readTo'),
        }))
        .where('controls.source', '=', 'machine')
        .where('controls.decision', '=', 'suggested')
        .where('controls.handledAt', 'is', null),
    )
    .execute();
}

/** What was dealt with waits again, and what was turned down is suggested again: they have said it once more since. */
export async function reopenControl(
  tx: Tx,
  { id, decision }: Pick<ControlRow, 'id' | 'decision'>,
  found: Pick<ControlRow, 'detail' | 'startAt' | 'endAt' | 'readTo'>,
): Promise<void> {
  const afresh = { decision: 'suggested', officerId: null, decidedAt: null } as const;
  await tx.db
    .updateTable('controls')
    .set({ ...found, ...(decision === 'rejected' ? afresh : {}), handledAt: null, handledBy: null })
    .where('id', '=', id)
    .execute();
}

/** What an officer has decided stands, and has now been read for as far as `readTo`. */
export async function controlsReadTo(tx: Tx, responseId: string, readTo: number): Promise<void> {
  await tx.db
    .updateTable('controls')
    .set({ readTo })
    .where('responseId', '=', responseId)
    .where('readTo', '<', readTo)
    .execute();
}

/** The words of this response have moved: only what stands before the first that did is known to have been read. */
export async function readOnlyTo(
  db: Db,
  responseId: string,
  { before, after }: { before: string; after: string },
): Promise<void> {
  let readTo = 0;
  while (readTo < before.length && before[readTo] === after[readTo]) readTo += 1;
  for (const table of ['controls', 'complaintAbout'] as const)
    await db
      .updateTable(table)
      .set({ readTo })
      .where('responseId', '=', responseId)
      .where('readTo', '>', readTo)
      .execute();
}

/** An officer's own code: one that was suggested or rejected before becomes accepted, and waits. */
export async function acceptControl(db: Db, control: ControlRow): Promise<void> {
  const { decision, detail, officerId, decidedAt, readTo } = control;
  await db
    .insertInto('controls')
    .values(control)
    .onConflict((on) =>
      on
        .columns(['responseId', 'code'])
        .doUpdateSet({ decision, detail, officerId, decidedAt, readTo, handledAt: null, handledBy: null }),
    )
    .execute();
}

export async function decideControl(
  db: Db,
  id: string,
  change: Pick<ControlRow, 'decision' | 'officerId' | 'decidedAt' | 'readTo'> &
    Partial<Pick<ControlRow, 'detail'>>,
): Promise<void> {
  await db.updateTable('controls').set(change).where('id', '=', id).execute();
}

export async function handleControl(
  db: Db,
  id: string,
  by: { officerId: string; at: number; readTo: number },
): Promise<void> {
  await db
    .updateTable('controls')
    .set({ handledAt: by.at, handledBy: by.officerId, readTo: by.readTo })
    .where('id', '=', id)
    .execute();
}

/** Whom a complaint is about, or may be, with their names. */
export function aboutWhom(db: Db, responseId: string) {
  return db
    .selectFrom('complaintAbout')
    .innerJoin('officers', 'officers.id', 'complaintAbout.officerId')
    .selectAll('complaintAbout')
    .select('officers.name')
    .where('complaintAbout.responseId', '=', responseId)
    .orderBy('officers.name')
    .execute();
}

/** A machine has found these names. What somebody has said about the same officer already stands. */
export async function suggestAbout(tx: Tx, rows: ComplaintAboutRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto('complaintAbout')
    .values(rows)
    .onConflict((on) => on.columns(['responseId', 'officerId']).doNothing())
    .execute();
}

/** Of whom somebody has said that these are not about them, with their names as they are now. */
export async function clearedOf(tx: Tx, responseIds: readonly string[]) {
  if (responseIds.length === 0) return [];
  return tx.db
    .selectFrom('complaintAbout')
    .innerJoin('officers', 'officers.id', 'complaintAbout.officerId')
    .select(['complaintAbout.responseId', 'complaintAbout.readTo', 'complaintAbout.decidedAt'])
    .select(['officers.id', 'officers.name'])
    .where('complaintAbout.responseId', 'in', responseIds)
    .where('complaintAbout.decision', '=', 'rejected')
    .execute();
}

/** It may be about them after all: their name has come once more. */
export async function suggestAboutAgain(
  tx: Tx,
  { responseId, officerId, readTo }: Pick<ComplaintAboutRow, 'responseId' | 'officerId' | 'readTo'>,
): Promise<void> {
  await tx.db
    .updateTable('complaintAbout')
    .set({ decision: 'suggested', decidedBy: null, decidedAt: null, readTo })
    .where('responseId', '=', responseId)
    .where('officerId', '=', officerId)
    .execute();
}

export async function decideAbout(db: Db, row: ComplaintAboutRow): Promise<void> {
  const { decision, decidedBy, decidedAt, readTo } = row;
  await db
    .insertInto('complaintAbout')
    .values(row)
    .onConflict((on) =>
      on.columns(['responseId', 'officerId']).doUpdateSet({ decision, decidedBy, decidedAt, readTo }),
    )
    .execute();
}

/** The messages of these responses, in the order in which they were written. */
export async function partsAmong(
  db: Db,
  responseIds: string[],
): Promise<{ responseId: string; messageId: string; text: string }[]> {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom('responseParts')
    .innerJoin('messages', 'messages.id', 'responseParts.messageId')
    .select(['responseParts.responseId', 'responseParts.messageId', 'messages.text'])
    .where('responseParts.responseId', 'in', responseIds)
    .orderBy('responseParts.position')
    .execute();
}

interface SaidInAll {
  id: string;
  text: string;
  /** What its messages were changed to once it was whole. */
  edits: string[];
}

/** What the newest complaints say. */
export async function complaintTexts(db: Db, limit: number): Promise<SaidInAll[]> {
  const rows = await db
    .selectFrom('controls')
    .innerJoin('responses', 'responses.id', 'controls.responseId')
    .select(['responses.id', 'responses.text'])
    .where('controls.code', '=', 'complaint')
    .where('controls.decision', '<>', 'rejected')
    .orderBy('controls.createdAt', 'desc')
    .limit(limit)
    .execute();
  return withEdits(db, rows);
}

/** Answers that a machine has read, by id, after this one; `complains` where it may be a complaint. */
export async function answersRead(
  db: Db,
  after: string,
  limit: number,
): Promise<(SaidInAll & { complains: boolean })[]> {
  const rows = await db
    .selectFrom('responses')
    .leftJoin('controls', (join) =>
      join
        .onRef('controls.responseId', '=', 'responses.id')
        .on('controls.code', '=', 'complaint')
        .on('controls.decision', '<>', 'rejected'),
    )
    .select(['responses.id', 'responses.text', 'controls.id as complaint'])
    .where('responses.id', '>', after)
    .where('responses.themedAt', 'is not', null)
    .orderBy('responses.id')
    .limit(limit)
    .execute();
  const read = rows.map(({ id, text, complaint }) => ({ id, text, complains: complaint !== null }));
  return withEdits(db, read);
}

async function withEdits<Row extends { id: string }>(
  db: Db,
  rows: readonly Row[],
): Promise<(Row & { edits: string[] })[]> {
  const edits = Map.groupBy(
    await editsAmong(
      db,
      rows.map(({ id }) => id),
    ),
    ({ responseId }) => responseId,
  );
  return rows.map((row) => ({ ...row, edits: (edits.get(row.id) ?? []).map(({ text }) => text) }));
}

/** Reads it anew: what it was taken for, it is not. */
export async function readAgain(db: Db, responseId: string): Promise<void> {
  await db.updateTable('responses').set({ themedAt: null }).where('id', '=', responseId).execute();
}

/** A code in the queue, with what was said. */
export type Queued = Awaited<ReturnType<typeof queueOf>>[number];

export interface QueueFilter {
  code: ControlCode;
  consultation: string | null;
}

/** Codes that wait for somebody: not rejected, not dealt with, in answers that nothing holds back. */
function waitingControls(db: Db, consultation: string | null) {
  return db
    .selectFrom('controls')
    .innerJoin('responses', 'responses.id', 'controls.responseId')
    .where('controls.decision', '<>', 'rejected')
    .where('controls.handledAt', 'is', null)
    .where('responses.held', '=', 0)
    .where('responses.state', '=', 'complete')
    .$if(consultation !== null, (query) => query.where('controls.consultationId', '=', consultation ?? ''));
}

/** Oldest first. */
export function queueOf(db: Db, filter: QueueFilter, page: { limit: number; offset: number }) {
  return waitingControls(db, filter.consultation)
    .innerJoin('consultations', 'consultations.id', 'controls.consultationId')
    .select([
      'controls.id',
      'controls.responseId',
      'controls.code',
      'controls.detail',
      'controls.decision',
      'controls.startAt',
      'controls.endAt',
      'consultations.title',
      'responses.text',
      'responses.language',
      'responses.channel',
      'responses.createdAt',
      'responses.abusive',
    ])
    .where('controls.code', '=', filter.code)
    .orderBy('responses.createdAt')
    .orderBy('controls.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countQueue(
  db: Db,
  consultation: string | null,
): Promise<ReadonlyMap<ControlCode, number>> {
  const rows = await waitingControls(db, consultation)
    .select(({ fn }) => ['controls.code', fn.countAll<number>().as('count')])
    .groupBy('controls.code')
    .execute();
  return new Map(rows.map(({ code, count }) => [code, count]));
}
