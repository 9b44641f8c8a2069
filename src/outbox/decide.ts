import type { Clock, NewId } from '#domain/clock.ts';
import { writeAudit } from '#store/audit.ts';
import type { Store, Tx } from '#store/db.ts';
import { leaveAlone, queueAgain } from '#store/lost.ts';
import { MOST_LOOK_UPS } from './reconcile.ts';

/** What is sent again at night still goes out in the morning, and what waited for a decision is news all the same. */
const TO_GO_OUT_MS = 3 * 24 * 60 * 60_000;

export interface Deciding {
  store: Store;
  clock: Clock;
  newId: NewId;
}

/** A message of which nobody knows whether it arrived, after the attempt that the officer saw. */
export interface Decision {
  deliveryId: string;
  attemptId: string;
  officerId: string;
}

/** An officer would rather have it arrive twice than never. False where it has been decided or found since. */
export function sendAgain(deciding: Deciding, { deliveryId: id, attemptId, officerId }: Decision) {
  const now = deciding.clock.now();
  return deciding.store.turn(async (tx) => {
    if (!(await queueAgain(tx, { id, attemptId, now, charged: true, keepUntil: now + TO_GO_OUT_MS })))
      return false;
    await note(tx, deciding, { id, officerId, action: 'delivery.again' });
    return true;
  });
}

/** An officer would rather have it never arrive than twice: nobody asks its provider any more, and nothing is sent. */
export function leaveIt(deciding: Deciding, { deliveryId: id, attemptId, officerId }: Decision) {
  return deciding.store.turn(async (tx) => {
    if (!(await leaveAlone(tx, { id, attemptId, lookUps: MOST_LOOK_UPS }))) return false;
    await note(tx, deciding, { id, officerId, action: 'delivery.leave' });
    return true;
  });
}

function note(
  tx: Tx,
  { clock, newId }: Deciding,
  { id, officerId, action }: { id: string; officerId: string; action: string },
) {
  const subject = `deliveries/${id}`;
  return writeAudit(tx.db, { id: newId(), at: clock.now(), officerId, action, subject, detail: {} });
}
