import type { Db, Tx } from './db.ts';

export async function setting(db: Db, key: string): Promise<string | null> {
  return (
    (await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst())?.value ?? null
  );
}

/** Keeps the value unless the key has one, and gives back the one that stands. */
export async function settleSetting(tx: Tx, key: string, value: string): Promise<string> {
  await tx.db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await setting(tx.db, key)) ?? value;
}
