import { childWaits } from './cases.ts';
import type { Tx } from './db.ts';

/**
 * Locks every address of whoever sends a code and of whoever got it, before anything else of the turn and in the order
 * of their ids: two phones that join each other at the same moment wait, and neither waits for the other for ever.
 */
export async function lockBoth(tx: Tx, hashes: readonly string[], codeHash: string): Promise<void> {
  if (tx.dialect !== 'postgres') return;
  await tx.db
    .selectFrom('addresses')
    .select('id')
    .where('residentId', 'in', (from) =>
      from
        .selectFrom('addresses as one')
        .select('one.residentId')
        .where(({ or, eb, selectFrom }) =>
          or([
            eb('one.hash', 'in', hashes),
            eb('one.id', 'in', selectFrom('addressKeys').select('addressId').where('hash', 'in', hashes)),
            eb('one.id', 'in', selectFrom('linkCodes').select('addressId').where('codeHash', '=', codeHash)),
          ]),
        ),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Why two residents may not become one by a code alone; null where nothing is in the way. */
export async function inTheWay(
  tx: Tx,
  residentIds: readonly string[],
): Promise<'stopped' | 'byPerson' | null> {
  const addresses = await tx.db
    .selectFrom('addresses as address')
    .leftJoin('optOuts as optOut', 'optOut.addressHash', 'address.hash')
    .select(['address.id', 'optOut.at as stoppedAt'])
    .where('address.residentId', 'in', residentIds)
    .execute();
  if (addresses.some(({ stoppedAt }) => stoppedAt !== null)) return 'stopped';
  const open = await tx.db
    .selectFrom('cases')
    .select('id')
    .where('residentId', 'in', residentIds)
    .where('state', '=', 'open')
    .where('kind', 'in', ['safeguarding', 'child', 'erasure'])
    .executeTakeFirst();
  if (open !== undefined) return 'byPerson';
  for (const { id } of addresses) if (await childWaits(tx, id)) return 'byPerson';
  const leaving = await tx.db
    .selectFrom('erasures')
    .select('id')
    .where('residentId', 'in', residentIds)
    .where('state', '=', 'due')
    .executeTakeFirst();
  return leaving === undefined ? null : 'byPerson';
}
