import type { Tx } from './db.ts';
import type { AddressRow } from './schema.ts';

/** Keeps a code's keyed hash until `expiresAt` (ms). An address has one code: a new one ends the one before. */
export async function keepLinkCode(
  tx: Tx,
  code: { codeHash: string; addressId: string; expiresAt: number; now: number },
): Promise<void> {
  const { codeHash, addressId, expiresAt, now } = code;
  await tx.db
    .deleteFrom('linkCodes')
    .where(({ or, eb }) => or([eb('addressId', '=', addressId), eb('expiresAt', '<=', now)]))
    .execute();
  await tx.db.insertInto('linkCodes').values({ codeHash, addressId, expiresAt }).execute();
}

/** The address that a code was given to; undefined where it was never given, is used or is too old. */
export async function addressOfCode(tx: Tx, codeHash: string, now: number): Promise<AddressRow | undefined> {
  return tx.db
    .selectFrom('linkCodes as code')
    .innerJoin('addresses as address', 'address.id', 'code.addressId')
    .selectAll('address')
    .where('code.codeHash', '=', codeHash)
    .where('code.expiresAt', '>', now)
    .executeTakeFirst();
}

/** It has served. */
export async function spendLinkCode(tx: Tx, codeHash: string): Promise<void> {
  await tx.db.deleteFrom('linkCodes').where('codeHash', '=', codeHash).execute();
}

/** How many wrong codes came from this address since `after` (ms). */
export async function wrongCodes(tx: Tx, addressId: string, after: number): Promise<number> {
  const found = await tx.db
    .selectFrom('linkTries')
    .select('count')
    .where('addressId', '=', addressId)
    .where('since', '>', after)
    .executeTakeFirst();
  return found?.count ?? 0;
}

/** One more wrong code; what was counted before `after` (ms) is forgotten. */
export async function countWrongCode(
  tx: Tx,
  { addressId, now, after }: { addressId: string; now: number; after: number },
): Promise<void> {
  const count = (await wrongCodes(tx, addressId, after)) + 1;
  const begins = count === 1 ? { since: now } : {};
  await tx.db
    .insertInto('linkTries')
    .values({ addressId, since: now, count })
    .onConflict((conflict) => conflict.column('addressId').doUpdateSet({ count, ...begins }))
    .execute();
}

/** Of somebody who is to be forgotten no code is of any use any more. */
export async function endLinkCodes(tx: Tx, residentId: string): Promise<void> {
  for (const table of ['linkCodes', 'linkTries'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('addressId', 'in', (from) =>
        from.selectFrom('addresses').select('id').where('residentId', '=', residentId),
      )
      .execute();
  }
}
