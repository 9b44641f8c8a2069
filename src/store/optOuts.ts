import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';

/** STOP and START, kept by address hash: what remains of a person who has been erased, and only that. */

const optOutAll = prepare<{ residentId: string; now: number }>()((db, p) =>
  db
    .insertInto('optOuts')
    .columns(['addressHash', 'channel', 'at'])
    .expression((from) =>
      from
        .selectFrom('addresses')
        .select((of) => ['hash', 'channel', of.cast<number>(of.val(p('now')), 'bigint').as('at')])
        .where('residentId', '=', p('residentId')),
    )
    .onConflict((conflict) => conflict.column('addressHash').doNothing()),
);

const cancelQueued = prepare<{ residentId: string; now: number }>()((db, p) =>
  db
    .updateTable('deliveries')
    .set({ state: 'cancelled', reason: 'optedOut', settledAt: p('now') })
    .where('residentId', '=', p('residentId'))
    .where('addressId', 'in', (from) =>
      from.selectFrom('addresses').select('id').where('residentId', '=', p('residentId')),
    )
    .where('state', '=', 'queued')
    .where('purpose', '!=', 'service'),
);

/** Nothing but service goes to any of their addresses from now on. What is already on its way cannot be called back. */
export async function stopResident(tx: Tx, residentId: string, now: number): Promise<void> {
  await tx.run(optOutAll, { residentId, now });
  await tx.run(cancelQueued, { residentId, now });
}

const start = prepare<{ addressHash: string }>()((db, p) =>
  db.deleteFrom('optOuts').where('addressHash', '=', p('addressHash')).returning('addressHash'),
);

/** Restores this one address. False where it had not stopped. */
export async function startAddress(tx: Tx, addressHash: string): Promise<boolean> {
  return (await tx.run(start, { addressHash })).length > 0;
}

const stopped = prepare<{ addressHash: string }>()((db, p) =>
  db.selectFrom('optOuts').select('at').where('addressHash', '=', p('addressHash')),
);

export async function isStopped(tx: Tx, addressHash: string): Promise<boolean> {
  return (await tx.run(stopped, { addressHash })).length > 0;
}

const carry = prepare<{ addressId: string; to: string }>()((db, p) =>
  db
    .insertInto('optOuts')
    .columns(['addressHash', 'channel', 'at'])
    .expression((from) =>
      from
        .selectFrom('addresses as address')
        .innerJoin('optOuts as optOut', 'optOut.addressHash', 'address.hash')
        .select((of) => [of.cast<string>(of.val(p('to')), 'text').as('hash'), 'optOut.channel', 'optOut.at'])
        .where('address.id', '=', p('addressId')),
    )
    .onConflict((conflict) => conflict.column('addressHash').doNothing()),
);

/** Before an address changes: who said STOP on the old one said it for the new one, which is told apart by another hash. */
export async function carryStop(tx: Tx, addressId: string, to: string): Promise<void> {
  await tx.run(carry, { addressId, to });
}
