import type { NewId } from '#domain/clock.ts';
import type { Tx } from './db.ts';
import { joinedLately, separate } from './separate.ts';

/**
 * WRONG NUMBER: somebody else has this address now, and nothing earlier is theirs. The address itself goes on, with a
 * resident of its own who has said nothing. All that hangs on it stays with the earlier resident, under the id of an
 * address that no longer exists: no query finds it by the address, and no message to them can be sent.
 *
 * Where the address was joined with another one lately, somebody may have joined what was not theirs: then all that was
 * said here goes to nobody who can be reached, and the other address keeps what was said there.
 *
 * Apply it before anything else of its turn. What follows in the turn (the STOP, what we say to it) belongs to the
 * resident whose id it gives back; `messageId`, the message that says so, is moved to them. STOP by address hash stays.
 */
export async function unlinkAddress(
  tx: Tx,
  what: { addressId: string; residentId: string; messageId?: string | null; now: number; newId: NewId },
): Promise<{ residentId: string }> {
  const { addressId, now, newId } = what;
  const residentId = newId();
  const retired = newId();
  await tx.db.insertInto('residents').values({ id: residentId, language: null, createdAt: now }).execute();
  const earlier = (await joinedLately(tx, addressId, now))
    ? await separate(tx, { addressId, residentId: newId(), now })
    : what.residentId;
  await tx.db
    .insertInto('retiredAddresses')
    .values({ id: retired, addressId, residentId: earlier, at: now })
    .execute();
  await tx.db
    .updateTable('deliveries')
    .set({ state: 'cancelled', reason: 'badAddress', settledAt: now })
    .where('addressId', '=', addressId)
    .where('state', '=', 'queued')
    .execute();
  await tx.db
    .updateTable('deliveries')
    .set({ addressId: retired })
    .where('addressId', '=', addressId)
    .execute();
  // No timer will end what they were still saying.
  await tx.db
    .updateTable('responses')
    .set({ state: 'complete', completedAt: now })
    .where('state', '=', 'listening')
    .where('conversationId', 'in', (from) =>
      from.selectFrom('conversations').select('id').where('addressId', '=', addressId),
    )
    .execute();
  await tx.db
    .updateTable('conversations')
    .set({ addressId: retired, wakeAt: null, status: 'ended' })
    .where('addressId', '=', addressId)
    .execute();
  await tx.db
    .updateTable('messages')
    .set({ addressId: retired })
    .where('residentId', '=', earlier)
    .where('addressId', '=', addressId)
    .execute();
  await tx.db
    .updateTable('messages')
    .set({ addressId, residentId })
    .where('id', '=', what.messageId ?? '')
    .execute();
  await tx.db.deleteFrom('addressKeys').where('addressId', '=', addressId).execute();
  await tx.db.deleteFrom('linkCodes').where('addressId', '=', addressId).execute();
  await tx.db
    .updateTable('addresses')
    .set({
      joinedAt: null,
      residentId,
      createdAt: now,
      followUpDeliveryId: null,
      followUpAt: null,
      doubt: null,
    })
    .where('id', '=', addressId)
    .execute();
  return { residentId };
}
