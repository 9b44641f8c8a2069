import type { Clock, NewId } from '#domain/clock.ts';
import { writeAudit } from '#store/audit.ts';
import type { Db, Store } from '#store/db.ts';
import { responseById, setReviewed } from '#store/responses-read.ts';
import { lookAgain } from './look.ts';
import { sameAsSeen } from './seen.ts';

/** What every decision needs. */
export interface Desk {
  store: Store;
  clock: Clock;
  newId: NewId;
}

/** One decision about one response, by one officer. */
export interface Decided {
  responseId: string;
  officerId: string;
  /** When they opened its page; left out where nobody did. */
  openedAt?: number | undefined;
  /** Which words they saw: see seen.ts. Left out where nobody saw a page. */
  seen?: string | undefined;
}

/**
 * Writes the decision into the audit. A response that was reviewed before counts as reviewed again, so that the
 * classifier notices what changed.
 */
export async function record(
  desk: Desk,
  db: Db,
  decided: Decided & { action: string; at: number; themeId: string },
): Promise<void> {
  const { responseId, officerId, openedAt, seen, action, at, themeId } = decided;
  const response = await responseById(db, responseId);
  if (response !== undefined) await sameAsSeen(db, response, seen);
  if (response?.review === 'reviewed') {
    await setReviewed(db, responseId, { officerId, at });
    await lookAgain(desk, db, response, { officerId, at, openedAt });
  }
  await writeAudit(db, {
    id: desk.newId(),
    at,
    officerId,
    action,
    subject: `responses/${responseId}`,
    detail: { themeId },
  });
}
