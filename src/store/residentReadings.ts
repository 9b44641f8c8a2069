import type { Db } from './db.ts';
import { agreedToQuote } from './quoteConsent.ts';
import type { ResidentReadingRow } from './schema.ts';
import { isToBeForgotten } from './toBeForgotten.ts';

/** What the engine calls words that answer no question of a flow. */
const unasked = ['unprompted', 'afterwards', 'held', 'afterStop'];

export interface Reader {
  officerId: string;
  consultationId: string;
  /** Flow versions whose privacy text says that residents read: what was answered on another one is not theirs to read. */
  versions: readonly string[];
}

/**
 * Responses that resident reviewers may read: whole answers in writing to a question of a version that says so. Nothing
 * held, abusive, typed in by an officer or written down from a voice note, about who is missing or an outcome; nothing
 * that the machine has not read yet, that is a complaint or may be one, or that another reader has left out until an
 * officer has looked; nothing of somebody with a safeguarding or child's case, whatever became of it, of somebody who
 * does not want to be quoted, or who has asked to be forgotten.
 */
function readable(db: Db, { officerId, consultationId, versions }: Reader) {
  return db
    .selectFrom('responses as response')
    .where('response.consultationId', '=', consultationId)
    .where('response.flowHash', 'in', [...versions, ''])
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .where('response.abusive', '=', 0)
    .where('response.machine', '=', 0)
    .where('response.whoElse', '=', 0)
    .where('response.outcomeId', 'is', null)
    .where('response.channel', '<>', 'byHand')
    .where('response.stepId', 'not in', unasked)
    .where('response.text', '<>', '')
    .where('response.themedAt', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('controls')
            .select('controls.id')
            .whereRef('controls.responseId', '=', 'response.id')
            .where('controls.code', '=', 'complaint')
            .where('controls.decision', '<>', 'rejected'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('complaintAbout')
            .select('complaintAbout.officerId')
            .whereRef('complaintAbout.responseId', '=', 'response.id')
            .where('complaintAbout.decision', '<>', 'rejected'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('residentReadings as leftOut')
            .select('leftOut.id')
            .whereRef('leftOut.responseId', '=', 'response.id')
            .where('leftOut.officerId', '<>', officerId)
            .where('leftOut.skipped', '=', 1)
            .where('leftOut.settledAt', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('cases')
            .select('cases.id')
            .whereRef('cases.residentId', '=', 'response.residentId')
            .where('cases.kind', 'in', ['safeguarding', 'child']),
        ),
      ),
    )
    .where(({ not, ref }) => not(isToBeForgotten(ref('response.residentId'))))
    .where(({ eb, fn, ref, val }) => {
      const agreed = agreedToQuote({
        residentId: ref('response.residentId'),
        consultationId: ref('response.consultationId'),
      });
      return eb(fn.coalesce(agreed, val(1)), '=', 1);
    });
}

/** What this reader has not read yet. */
function unread(db: Db, reader: Reader) {
  return readable(db, reader).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('residentReadings as reading')
          .select('reading.id')
          .whereRef('reading.responseId', '=', 'response.id')
          .where('reading.officerId', '=', reader.officerId)
          .where('reading.readAt', 'is not', null),
      ),
    ),
  );
}

export async function countToRead(db: Db, reader: Reader): Promise<number> {
  const row = await unread(db, reader)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countRead(
  db: Db,
  { officerId, consultationId }: Omit<Reader, 'versions'>,
): Promise<number> {
  const row = await db
    .selectFrom('residentReadings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('officerId', '=', officerId)
    .where('consultationId', '=', consultationId)
    .where('readAt', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The one that was begun, else that which the fewest resident reviewers have seen; undefined where all are read. */
export async function nextToRead(db: Db, reader: Reader): Promise<{ id: string } | undefined> {
  const begun = await readable(db, reader)
    .innerJoin('residentReadings as mine', 'mine.responseId', 'response.id')
    .select('response.id')
    .where('mine.officerId', '=', reader.officerId)
    .where('mine.readAt', 'is', null)
    .orderBy('mine.shownAt')
    .orderBy('response.id')
    .limit(1)
    .executeTakeFirst();
  if (begun !== undefined) return begun;
  return unread(db, reader)
    .leftJoin(
      ({ selectFrom }) =>
        selectFrom('residentReadings')
          .select(({ fn }) => ['residentReadings.responseId', fn.countAll<number>().as('count')])
          .where('residentReadings.consultationId', '=', reader.consultationId)
          .groupBy('residentReadings.responseId')
          .as('seen'),
      (join) => join.onRef('seen.responseId', '=', 'response.id'),
    )
    .select('response.id')
    .orderBy(({ fn, val }) => fn.coalesce('seen.count', val(0)))
    .orderBy('response.createdAt')
    .orderBy('response.id')
    .limit(1)
    .executeTakeFirst();
}

/** Whether it is still theirs to read. */
export async function mayRead(db: Db, reader: Reader, responseId: string): Promise<boolean> {
  const row = await unread(db, reader)
    .select('response.id')
    .where('response.id', '=', responseId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that they were shown it: the same row however often the page is loaded. */
export async function beginReading(
  db: Db,
  reading: Pick<ResidentReadingRow, 'id' | 'responseId' | 'consultationId' | 'officerId' | 'shownAt'>,
): Promise<{ id: string }> {
  return db
    .insertInto('residentReadings')
    .values({ ...reading, readAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['responseId', 'officerId'])
        .doUpdateSet((eb) => ({ shownAt: eb.ref('residentReadings.shownAt') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** What they were shown and may still read; undefined where somebody has taken it out of their sight since. */
export async function readingOf(db: Db, id: string, reader: Reader): Promise<ResidentReadingRow | undefined> {
  const reading = await db
    .selectFrom('residentReadings')
    .selectAll()
    .where('id', '=', id)
    .where('officerId', '=', reader.officerId)
    .where('consultationId', '=', reader.consultationId)
    .executeTakeFirst();
  if (reading === undefined) return undefined;
  const row = await readable(db, reader)
    .select('response.id')
    .where('response.id', '=', reading.responseId)
    .executeTakeFirst();
  return row === undefined ? undefined : reading;
}

/** True where this is news. */
export async function finishReading(
  db: Db,
  id: string,
  done: Pick<ResidentReadingRow, 'readAt' | 'skipped'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('residentReadings')
    .set(done)
    .where('id', '=', id)
    .where('readAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Responses that a resident reviewer left out and no officer has looked at since, by when they were left out. */
export async function leftOut(db: Db): Promise<{ count: number; first: string | null }> {
  const rows = await db
    .selectFrom('residentReadings')
    .select(({ fn }) => ['responseId', fn.min('readAt').as('at')])
    .where('skipped', '=', 1)
    .where('settledAt', 'is', null)
    .groupBy('responseId')
    .orderBy('at')
    .orderBy('responseId')
    .execute();
  return { count: rows.length, first: rows[0]?.responseId ?? null };
}

/** Whether this response waits for an officer to look at what shows who somebody is. */
export async function isLeftOut(db: Db, responseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('residentReadings')
    .select('id')
    .where('responseId', '=', responseId)
    .where('skipped', '=', 1)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** An officer has looked: others may read it again. True where that is news. */
export async function settleLeftOut(
  db: Db,
  responseId: string,
  by: { settledAt: number; settledBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('residentReadings')
    .set(by)
    .where('responseId', '=', responseId)
    .where('skipped', '=', 1)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function keepResidentCodings(
  db: Db,
  codings: { readingId: string; responseId: string; themeId: string; at: number }[],
): Promise<void> {
  if (codings.length > 0) await db.insertInto('residentCodings').values(codings).execute();
}

/** By how many resident reviewers each theme of a response was ticked. */
export function residentCodingsOf(db: Db, responseId: string): Promise<{ themeId: string; count: number }[]> {
  return db
    .selectFrom('residentCodings')
    .select(({ fn }) => ['themeId', fn.countAll<number>().as('count')])
    .where('responseId', '=', responseId)
    .groupBy('themeId')
    .execute();
}

/** The flow versions that anybody has answered on. */
export async function versionsAnswered(db: Db, consultationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('responses')
    .select('flowHash')
    .distinct()
    .where('consultationId', '=', consultationId)
    .execute();
  return rows.map(({ flowHash }) => flowHash);
}
