import type { Clock, NewId } from '#domain/clock.ts';
import type { CaseKind } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import type { Store } from '#store/db.ts';
import { casesInTheWay, dueErasure, stillKnown } from '#store/erasures.ts';

export type ErasureDecided =
  | { kind: 'due' }
  /** Nobody is known by this id, any more or at all. */
  | { kind: 'unknown' }
  /** These are to be closed first: their words would go too. */
  | { kind: 'inTheWay'; cases: { id: string; kind: CaseKind }[] };

/**
 * An officer has decided that somebody is forgotten; the job does it within seconds. `officerId` is null at the
 * terminal. Their erasure case is closed by it.
 */
export function eraseNow(
  { store, clock, newId }: { store: Store; clock: Clock; newId: NewId },
  decision: { residentId: string; officerId: string | null },
): Promise<ErasureDecided> {
  const { residentId, officerId } = decision;
  return store.turn(async (tx): Promise<ErasureDecided> => {
    if ((await stillKnown(tx.db, [residentId])).length === 0) return { kind: 'unknown' };
    const cases = await casesInTheWay(tx.db, residentId);
    if (cases.length > 0) return { kind: 'inTheWay', cases };
    const id = newId();
    const now = clock.now();
    await dueErasure(tx, { id, residentId, requestedAt: now, officerId });
    await writeAudit(tx.db, {
      id: newId(),
      at: now,
      officerId,
      action: 'resident.erase',
      subject: `erasures/${id}`,
      detail: {},
    });
    return { kind: 'due' };
  });
}
