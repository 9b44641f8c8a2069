import { sql } from 'kysely';
import type { ChannelName } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';

/** What asking a provider about a lost attempt needs. */
export type Lost = Awaited<ReturnType<typeof lostDeliveries>>[number];

/** Attempts of which nobody knows what became, and of which a provider has been asked fewer than `mostLookUps` times. */
export function lostDeliveries(
  db: Db,
  which: { channels: readonly ChannelName[]; since: number; mostLookUps: number },
) {
  return db
    .selectFrom('deliveries as lost')
    .innerJoin('addresses as address', 'address.id', 'lost.addressId')
    .select([
      'lost.id',
      'lost.addressId',
      'lost.channel',
      'lost.account',
      'lost.body',
      'lost.attemptId',
      'lost.attemptedAt',
      'lost.templateRef',
      'lost.lookUps',
      'address.sealed',
      'address.keyId',
    ])
    .where('lost.state', '=', sql.lit('unknown'))
    .where('lost.channel', 'in', which.channels)
    .where('lost.attemptedAt', '>=', which.since)
    .where('lost.lookUps', '<', which.mostLookUps)
    .orderBy('lost.attemptedAt')
    .limit(50)
    .execute();
}

/** That its provider says that it never took it. Returns how often it has said so of this attempt. */
export async function countDenial(tx: Tx, lost: { id: string; attemptId: string }): Promise<number> {
  const row = await tx.db
    .updateTable('deliveries')
    .set(({ eb }) => ({ denials: eb('denials', '+', 1) }))
    .where('id', '=', lost.id)
    .where('state', '=', 'unknown')
    .where('attemptId', '=', lost.attemptId)
    .returning('denials')
    .executeTakeFirst();
  return Number(row?.denials ?? 0);
}

/** That its provider is being asked, written before it is. False where another process has done so. */
export async function countLookUp(tx: Tx, lost: Pick<Lost, 'id' | 'lookUps'>, to: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('deliveries')
    .set({ lookUps: to })
    .where('id', '=', lost.id)
    .where('state', '=', 'unknown')
    .where('lookUps', '=', lost.lookUps)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * It goes again, as after a connection that was refused: its provider never took it, or an officer says so. False where
 * it is known by now what became of that attempt. `charged`: the lost attempt may have
 * been paid for. `keepUntil`: it is not too old before then, ms.
 */
export async function queueAgain(
  tx: Tx,
  lost: { id: string; attemptId: string; now: number; charged: boolean; keepUntil?: number },
): Promise<boolean> {
  const { id, attemptId, now, charged, keepUntil } = lost;
  const { numUpdatedRows } = await tx.db
    .updateTable('deliveries')
    .set({ state: 'queued', notBefore: now, settledAt: null, code: null, lookUps: 0, denials: 0 })
    .$if(!charged, (query) => query.set({ millipence: 0 }))
    .$if(keepUntil !== undefined, (query) =>
      query.set(({ eb }) => ({
        expiresAt: eb
          .case()
          .when('expiresAt', '<', keepUntil ?? 0)
          .then(keepUntil ?? 0)
          .else(eb.ref('expiresAt'))
          .end(),
      })),
    )
    .where('id', '=', id)
    .where('state', '=', 'unknown')
    .where('attemptId', '=', attemptId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** It stays as it is: nobody is asked about it any more. False where it is known by now what became of that attempt. */
export async function leaveAlone(
  tx: Tx,
  { id, attemptId, lookUps }: { id: string; attemptId: string; lookUps: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('deliveries')
    .set({ lookUps })
    .where('id', '=', id)
    .where('state', '=', 'unknown')
    .where('attemptId', '=', attemptId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A message with its latest attempt, for deciding about it; undefined where there is none. */
export function attemptedDelivery(db: Db, id: string) {
  return db
    .selectFrom('deliveries')
    .select(['id', 'channel', 'purpose', 'state', 'attemptId', 'attemptedAt', 'createdAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Which of these an officer has decided to leave as they are. */
export async function leftAlone(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const subjects = ids.map((id) => `deliveries/${id}`);
  const rows = await db
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', 'delivery.leave')
    .where('subject', 'in', subjects)
    .execute();
  return new Set(rows.map(({ subject }) => subject.slice('deliveries/'.length)));
}
