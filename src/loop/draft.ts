import type { NewId } from '#domain/clock.ts';
import type { Localised, OutcomeKind } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import type { Store } from '#store/db.ts';
import { insertOutcome, lockOutcome, rewriteOutcome } from '#store/outcomes.ts';

/** What an officer writes. `youSaid` and `weDid` are by language; a language may be missing. */
export interface OutcomeWords {
  kind: OutcomeKind;
  youSaid: Localised;
  weDid: Localised;
  themeIds: readonly string[];
}

export interface By {
  officerId: string | null;
  now: number;
  newId: NewId;
}

/** Keeps a new outcome that nobody is told of yet. Returns its id. */
export function draftOutcome(
  store: Store,
  outcome: OutcomeWords & By & { consultationId: string },
): Promise<string> {
  const { consultationId, kind, youSaid, weDid, themeIds, officerId, now, newId } = outcome;
  return store.turn(async (tx) => {
    const id = newId();
    await insertOutcome(
      tx,
      {
        id,
        consultationId,
        kind,
        youSaid: JSON.stringify(youSaid),
        weDid: JSON.stringify(weDid),
        state: 'draft',
        createdBy: officerId,
        createdAt: now,
        updatedAt: now,
        publishedAt: null,
        publishedBy: null,
      },
      themeIds,
    );
    await writeAudit(tx.db, {
      id: newId(),
      at: now,
      officerId,
      action: 'outcome.draft',
      subject: `outcomes/${id}`,
      detail: {},
    });
    return id;
  });
}

/**
 * Changes a draft. What people have been told cannot be changed any more: that takes another outcome. `seen` is the
 * draft's `updatedAt` when the officer began to write: what a colleague has written since is not overwritten.
 */
export function reviseOutcome(
  store: Store,
  outcome: OutcomeWords & By & { outcomeId: string; seen?: number | undefined },
): Promise<'revised' | 'published' | 'missing' | 'changed'> {
  const { outcomeId, seen, kind, youSaid, weDid, themeIds, officerId, now, newId } = outcome;
  return store.turn(async (tx) => {
    const found = await lockOutcome(tx, outcomeId);
    if (found === undefined) return 'missing';
    if (found.state === 'published') return 'published';
    if (seen !== undefined && seen !== found.updatedAt) return 'changed';
    await rewriteOutcome(
      tx,
      {
        id: outcomeId,
        kind,
        youSaid: JSON.stringify(youSaid),
        weDid: JSON.stringify(weDid),
        updatedAt: now,
      },
      themeIds,
    );
    await writeAudit(tx.db, {
      id: newId(),
      at: now,
      officerId,
      action: 'outcome.revise',
      subject: `outcomes/${outcomeId}`,
      detail: {},
    });
    return 'revised';
  });
}
