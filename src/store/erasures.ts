import { sql } from 'kysely';
import type { NewId } from '#domain/clock.ts';
import type { CaseKind } from '#domain/words.ts';
import { openCase } from './cases.ts';
import type { Db, Tx } from './db.ts';
import { endLinkCodes } from './linkCodes.ts';
import type { ErasureRow } from './schema.ts';
import { holdsLateJoin } from './separate.ts';

const DAY = 24 * 60 * 60 * 1000;
/** UK GDPR, Article 12(3): within a month, and February is the shortest. */
const DECIDED_WITHIN = 28 * DAY;

/** While one of these is open, erasing may harm somebody or a claim of theirs: docs/decisions/0010-being-forgotten.md. */
const harmful = ['safeguarding', 'child', 'complaint'] as const;

/** Whether a person must decide when somebody asks to be forgotten, or is deciding already. */
export async function mustBeDecided(db: Db, residentId: string, now: number): Promise<boolean> {
  if ((await openCases(db, residentId, [...harmful, 'erasure'])).length > 0) return true;
  // Codes are had by tricks: while WRONG NUMBER would take a join apart again, no phone erases the words of another.
  return holdsLateJoin(db, residentId, now);
}

/**
 * What an officer must deal with before they erase somebody, for the words go too. Who has asked for a copy of their
 * data may give it up by asking to be forgotten; an officer may not take it from them (Data Protection Act 2018, s. 173).
 */
export function casesInTheWay(db: Db, residentId: string) {
  return openCases(db, residentId, [...harmful, 'data']);
}

function openCases(db: Db, residentId: string, kinds: readonly CaseKind[]) {
  return db
    .selectFrom('cases')
    .select(['id', 'kind'])
    .where('residentId', '=', residentId)
    .where('state', '=', 'open')
    .where('kind', 'in', kinds)
    .execute();
}

/**
 * Someone asked to be forgotten, and confirmed it where that was needed. `due`: a job does it as soon as what we say
 * to them has left. `byPerson`: a case is open for an officer. Asking again changes nothing.
 */
export async function requestErasure(
  tx: Tx,
  request: {
    residentId: string;
    /** Where it was asked; the officer's page names the consultation by it. */
    conversationId?: string | null;
    messageId: string | null;
    now: number;
    newId: NewId;
  },
): Promise<'due' | 'byPerson'> {
  const { residentId, conversationId = null, messageId, now, newId } = request;
  if (!(await mustBeDecided(tx.db, residentId, now))) {
    await dueErasure(tx, { id: newId(), residentId, requestedAt: now, officerId: null });
    return 'due';
  }
  if ((await openCases(tx.db, residentId, ['erasure'])).length === 0) {
    await openCase(tx, {
      id: newId(),
      kind: 'erasure',
      category: null,
      residentId,
      conversationId,
      messageId,
      createdAt: now,
      dueAt: now + DECIDED_WITHIN,
    });
  }
  return 'byPerson';
}

/** Writes that somebody is to be erased, and that nothing but our last words to them goes out any more. */
export async function dueErasure(
  tx: Tx,
  erasure: Pick<ErasureRow, 'id' | 'residentId' | 'requestedAt' | 'officerId'>,
): Promise<void> {
  const { residentId, requestedAt } = erasure;
  await tx.db
    .insertInto('erasures')
    .values({ ...erasure, state: 'due' })
    .onConflict((conflict) =>
      // Written out: SQLite finds a partial index only where it can read its condition in the query.
      conflict.column('residentId').where('state', '=', sql.lit('due')).doNothing(),
    )
    .execute();
  await tx.db
    .updateTable('deliveries')
    .set({ state: 'cancelled', settledAt: requestedAt })
    .where('residentId', '=', residentId)
    .where('state', '=', 'queued')
    .where('purpose', '!=', 'service')
    .execute();
  await endLinkCodes(tx, residentId);
  await tx.db
    .updateTable('conversations')
    .set({ wakeAt: null })
    .where('residentId', '=', residentId)
    .execute();
}

/** Erasures that are still to be done, the oldest first, and whether something of theirs is still on its way out. */
export async function erasuresDue(db: Db): Promise<(ErasureRow & { sending: number | null })[]> {
  return db
    .selectFrom('erasures')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('deliveries')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('deliveries.residentId', '=', 'erasures.residentId')
        .where('deliveries.state', 'in', ['queued', 'attempting'])
        .as('sending'),
    )
    .where('state', '=', 'due')
    .orderBy('requestedAt')
    .execute();
}

/** Those whose words may still be in the database's files. */
export async function erasuresToScrub(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('erasures').select('id').where('state', '=', 'erased').execute();
  return rows.map(({ id }) => id);
}

export async function markScrubbed(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db.updateTable('erasures').set({ state: 'done' }).where('id', 'in', ids).execute();
}

/**
 * Everyone who has been forgotten, for replaying it on a backup: ids that mean nothing elsewhere. Who was joined with
 * them is among them: an older backup knows both.
 */
export async function forgottenResidents(db: Db): Promise<{ residentId: string; erasedAt: number | null }[]> {
  return db
    .selectFrom('erasures')
    .select(['residentId', 'erasedAt'])
    .where('state', '!=', 'due')
    .unionAll((of) =>
      of
        .selectFrom('joinedResidents as joined')
        .innerJoin('erasures as erasure', 'erasure.residentId', 'joined.intoId')
        .select(['joined.id as residentId', 'erasure.erasedAt'])
        .where('erasure.state', '!=', 'due'),
    )
    .orderBy('erasedAt')
    .execute();
}

/** The ids that somebody had before they were joined. */
export async function joinedInto(db: Db, residentId: string): Promise<string[]> {
  const rows = await db.selectFrom('joinedResidents').select('id').where('intoId', '=', residentId).execute();
  return rows.map(({ id }) => id);
}

/** Which of these residents the database knows: an older backup was put back. */
export async function stillKnown(db: Db, residentIds: readonly string[]): Promise<string[]> {
  const known: string[] = [];
  // A query takes some thousands of values at most.
  for (let from = 0; from < residentIds.length; from += 500) {
    const some = residentIds.slice(from, from + 500);
    const rows = await db.selectFrom('residents').select('id').where('id', 'in', some).execute();
    known.push(...rows.map(({ id }) => id));
  }
  return known;
}

/** Closes the books on one: of what the providers were asked, counts alone remain. */
export async function markErased(
  tx: Tx,
  { id }: Pick<ErasureRow, 'id'>,
  now: number,
): Promise<Pick<ErasureRow, 'removed' | 'left'>> {
  const asked = await tx.db
    .selectFrom('erasureMessages')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('erasureId', '=', id)
    .groupBy('state')
    .execute();
  const counted = (which: string) => asked.find(({ state }) => state === which)?.count ?? 0;
  const counts = { removed: counted('removed'), left: counted('left') };
  await tx.db
    .updateTable('erasures')
    .set({ state: 'erased', erasedAt: now, ...counts })
    .where('id', '=', id)
    .execute();
  await tx.db.deleteFrom('erasureMessages').where('erasureId', '=', id).execute();
  return counts;
}

/** One erasure that nobody else finishes before this turn ends; undefined where it is done. */
export async function lockErasure(tx: Tx, id: string): Promise<ErasureRow | undefined> {
  const query = tx.db.selectFrom('erasures').selectAll().where('id', '=', id).where('state', '=', 'due');
  return (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}
