import type { NewId } from '#domain/clock.ts';
import { openCase } from './cases.ts';
import type { Db, Tx } from './db.ts';

const DAY = 24 * 60 * 60 * 1000;
/** UK GDPR, Article 12(3): within a month, and February is the shortest. */
const DECIDED_WITHIN = 28 * DAY;

/** While one of these is open, erasing may be wrong or an offence: docs/decisions/0013-being-forgotten.md. */
const inTheWay = ['safeguarding', 'child', 'complaint', 'data', 'erasure'] as const;

/** Whether a person must decide on an erasure: it may harm somebody, or a law may forbid it, while such a case is open. */
export async function mustBeDecided(db: Db, residentId: string): Promise<boolean> {
  const open = await db
    .selectFrom('cases')
    .select('id')
    .where('residentId', '=', residentId)
    .where('state', '=', 'open')
    .where('kind', 'in', inTheWay)
    .executeTakeFirst();
  return open !== undefined;
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
    consultationId: string | null;
    messageId: string | null;
    now: number;
    newId: NewId;
  },
): Promise<'due' | 'byPerson'> {
  const { residentId, conversationId = null, messageId, now, newId } = request;
  if (!(await mustBeDecided(tx.db, residentId))) {
    await dueErasure(tx, { id: newId(), residentId, requestedAt: now, officerId: null });
    return 'due';
  }
  const asked = await tx.db
    .selectFrom('cases')
    .select('id')
    .where('residentId', '=', residentId)
    .where('kind', '=', 'erasure')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (asked === undefined) {
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

/** Writes that somebody is to be erased; where that is under way already, it goes on. */
export async function dueErasure(
  tx: Tx,
  erasure: { id: string; residentId: string; requestedAt: number; officerId: string | null },
): Promise<void> {
  await tx.db
    .insertInto('erasures')
    .values({ ...erasure, state: 'due' })
    .onConflict((conflict) => conflict.column('residentId').where('state', '=', 'due').doNothing())
    .execute();
}
