import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';

const byKey = prepare<{ hash: string }>()((db, p) =>
  db
    .selectFrom('addressKeys as key')
    .innerJoin('addresses as address', 'address.id', 'key.addressId')
    .select('address.hash')
    .where('key.hash', '=', p('hash')),
);

const known = prepare<{ hash: string }>()((db, p) =>
  db.selectFrom('addresses').select('hash').where('hash', '=', p('hash')),
);

/** The hash of the address whose sender is known by one of these, the first that is; null where nobody is. */
export async function addressKnownBy(tx: Tx, hashes: readonly string[]): Promise<string | null> {
  for (const hash of hashes) {
    const [found] = [...(await tx.run(known, { hash })), ...(await tx.run(byKey, { hash }))];
    if (found !== undefined) return found.hash;
  }
  return null;
}

const remember = prepare<{ hash: string; addressId: string }>()((db, p) =>
  db
    .insertInto('addressKeys')
    .values({ hash: p('hash'), addressId: p('addressId') })
    .onConflict((conflict) => conflict.column('hash').doNothing()),
);

/** From now on these name the sender at this address too. What names somebody already goes on naming them. */
export async function alsoKnownBy(tx: Tx, addressId: string, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await tx.run(remember, { hash, addressId });
}

const reseal = prepare<{ id: string; sealed: string; keyId: string }>()((db, p) =>
  db
    .updateTable('addresses')
    .set({ sealed: p('sealed'), keyId: p('keyId') })
    .where('id', '=', p('id')),
);

/** The same sender is written to in another way from now on. */
export async function resealAddress(
  tx: Tx,
  address: { id: string; sealed: string; keyId: string },
): Promise<void> {
  await tx.run(reseal, address);
}

/** The hash of the address that this one stands for; itself where it stands for none. */
export async function addressOfKey(db: Db, hash: string): Promise<string> {
  const found = await db
    .selectFrom('addressKeys as key')
    .innerJoin('addresses as address', 'address.id', 'key.addressId')
    .select('address.hash')
    .where('key.hash', '=', hash)
    .executeTakeFirst();
  return found?.hash ?? hash;
}
