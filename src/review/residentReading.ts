import { writeAudit } from '#store/audit.ts';
import { themesOf } from '#store/codebook.ts';
import { suggestCodings } from '#store/codings.ts';
import type { Db } from '#store/db.ts';
import {
  beginReading,
  finishReading,
  keepResidentCodings,
  mayRead,
  nextToRead,
  type Reader,
  readingOf,
} from '#store/residentReadings.ts';
import { responseById } from '#store/responses-read.ts';
import type { ResidentReadingRow, ResponseRow } from '#store/schema.ts';
import { insertGroup } from '#store/themeGroups.ts';
import type { Desk } from './desk.ts';

/** What a resident reviewer says of a response. */
interface Said {
  themeIds: readonly string[];
  /** A theme that the codebook does not have. */
  suggestion: { name: string; why: string } | null;
}

/** It may be taken out of their sight while it is chosen: then another one is. */
const TRIES = 3;

/**
 * The next response for this reader, and the id under which they answer. That they were shown it is written down. The
 * machine's suggestions are no part of it: whoever reads second must not be led by who read first. Choosing looks
 * through all that there is to read, so it is done before the turn, which others wait for.
 */
export async function readNext(
  desk: Desk,
  reader: Reader,
): Promise<{ readingId: string; response: ResponseRow } | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next = await nextToRead(desk.store.read, reader);
    if (next === undefined) return null;
    const begun = await begin(desk, reader, next.id);
    if (begun !== null) return begun;
  }
  return null;
}

function begin(
  desk: Desk,
  reader: Reader,
  responseId: string,
): Promise<{ readingId: string; response: ResponseRow } | null> {
  return desk.store.turn(async ({ db }) => {
    const response = (await mayRead(db, reader, responseId)) ? await responseById(db, responseId) : undefined;
    if (response === undefined) return null;
    const { officerId, consultationId } = reader;
    const { id } = await beginReading(db, {
      ...{ id: desk.newId(), responseId, officerId, consultationId },
      shownAt: desk.clock.now(),
    });
    return { readingId: id, response };
  });
}

/** The response of a reading that they may still answer. */
export async function readAgain(db: Db, reader: Reader, readingId: string): Promise<ResponseRow | undefined> {
  const reading = await readingOf(db, readingId, reader);
  return reading === undefined || reading.readAt !== null ? undefined : responseById(db, reading.responseId);
}

/** They have read it. What they say is for officers to decide on. False where they may not read it any more. */
export function codeAsResident(
  desk: Desk,
  reader: Reader,
  { readingId, ...said }: Said & { readingId: string },
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const reading = await readingOf(db, readingId, reader);
    if (reading === undefined) return false;
    const at = desk.clock.now();
    if (!(await finishReading(db, readingId, { readAt: at, skipped: 0 }))) return true;
    const themes = await themesOf(db, reading.consultationId);
    const themeIds = themes.map(({ id }) => id).filter((id) => said.themeIds.includes(id));
    await code(desk, db, reading, themeIds);
    if (said.suggestion !== null) await suggest(desk, db, reading, said.suggestion);
    await writeAudit(db, {
      ...{ id: desk.newId(), at, officerId: reader.officerId, action: 'response.readByResident' },
      subject: `responses/${reading.responseId}`,
      detail: { themes: themeIds.length, suggests: said.suggestion !== null },
    });
    return true;
  });
}

/**
 * They leave it out, because it shows who somebody is: no other resident reviewer is shown it until an officer has
 * looked. False where it is not theirs.
 */
export function leaveOut(desk: Desk, reader: Reader, readingId: string): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const reading = await readingOf(db, readingId, reader);
    if (reading === undefined) return false;
    const at = desk.clock.now();
    if (!(await finishReading(db, readingId, { readAt: at, skipped: 1 }))) return true;
    await writeAudit(db, {
      ...{ id: desk.newId(), at, officerId: reader.officerId, action: 'response.leftOutByResident' },
      ...{ subject: `responses/${reading.responseId}`, detail: {} },
    });
    return true;
  });
}

/** Kept as what this reader said; and a suggestion for officers where the response had none for that theme. */
async function code(
  desk: Desk,
  db: Db,
  { id: readingId, responseId, consultationId }: ResidentReadingRow,
  themeIds: string[],
): Promise<void> {
  const at = desk.clock.now();
  await keepResidentCodings(
    db,
    themeIds.map((themeId) => ({ readingId, responseId, themeId, at })),
  );
  await suggestCodings(
    db,
    themeIds.map((themeId) => ({
      ...{ id: desk.newId(), responseId, themeId, consultationId },
      ...{ source: 'resident' as const, decision: 'suggested' as const },
      ...{ startAt: null, endAt: null, confidence: null, officerId: null, createdAt: at, decidedAt: null },
    })),
  );
}

async function suggest(
  desk: Desk,
  db: Db,
  { responseId, consultationId, officerId }: ResidentReadingRow,
  { name, why }: { name: string; why: string },
): Promise<void> {
  await insertGroup(
    db,
    {
      ...{ id: desk.newId(), consultationId, run: null, telling: '[]', size: 1 },
      ...{ state: 'suggestedByResident', themeId: null, draftedName: name, draftedDefinition: why },
      ...{ suggestedBy: officerId, createdAt: desk.clock.now(), decidedBy: null, decidedAt: null },
    },
    [{ responseId, startAt: null, endAt: null, example: 1 }],
  );
}
