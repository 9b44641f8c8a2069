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

/** Its provider never took it: it goes again, as after a connection that was refused. */
export async function queueAgain(
  tx: Tx,
  lost: { id: string; attemptId: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('deliveries')
    .set({ state: 'queued', notBefore: lost.now, settledAt: null, code: null, millipence: 0, lookUps: 0 })
    .where('id', '=', lost.id)
    .where('state', '=', 'unknown')
    .where('attemptId', '=', lost.attemptId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
