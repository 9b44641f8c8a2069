import { sql } from 'kysely';
import type { MessageBody } from '#domain/choices.ts';
import type { ChannelName, DeliveryState, Purpose, Reason } from '#domain/words.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { DeliveryRow } from './schema.ts';

/** One message that is to go out. Times in ms. */
export interface NewDelivery {
  id: string;
  followUpId: string | null;
  conversationId: string | null;
  residentId: string;
  addressId: string;
  channel: ChannelName;
  /** Our side: the number or bot that it goes out from. */
  account: string;
  purpose: Purpose;
  body: MessageBody;
  /** It asks a question: until it is sent, nobody can have seen that. */
  asks?: boolean;
  /** Not sent before this. */
  notBefore: number;
  /** Not sent after this; null where it is never too late. */
  expiresAt: number | null;
  createdAt: number;
}

type NewRow = Omit<NewDelivery, 'body' | 'asks'> & { body: string; asks: 0 | 1 };

type Build = Parameters<Parameters<ReturnType<typeof prepare<NewRow>>>[0]>;

const insert = (...[db, p]: Build) =>
  db.insertInto('deliveries').values({
    id: p('id'),
    followUpId: p('followUpId'),
    conversationId: p('conversationId'),
    residentId: p('residentId'),
    addressId: p('addressId'),
    channel: p('channel'),
    account: p('account'),
    purpose: p('purpose'),
    state: 'queued',
    body: p('body'),
    asks: p('asks'),
    attempts: 0,
    notBefore: p('notBefore'),
    expiresAt: p('expiresAt'),
    createdAt: p('createdAt'),
  });
const insertReply = prepare<NewRow>()(insert);
const insertFollowUp = prepare<NewRow>()((db, p) =>
  insert(db, p)
    .onConflict((conflict) =>
      conflict.columns(['followUpId', 'residentId']).where('followUpId', 'is not', null).doNothing(),
    )
    .returning('id'),
);

/** Puts it in the ledger; the outbox sends it after the commit. False where this follow-up already has one for them. */
export async function queueDelivery(tx: Tx, delivery: NewDelivery): Promise<boolean> {
  const row = {
    ...delivery,
    body: JSON.stringify(delivery.body),
    asks: delivery.asks === true ? 1 : 0,
  } as const;
  if (row.followUpId !== null) return (await tx.run(insertFollowUp, row)).length > 0;
  await tx.run(insertReply, row);
  return true;
}

/** What becomes of a delivery after an attempt or a receipt. */
export type Settled = {
  state: DeliveryState;
  reason: Reason | null;
  code: string | null;
  providerId: string | null;
  notBefore: number;
  settledAt: number | null;
};

const settle = prepare<Settled & { id: string }>()((db, p) =>
  db
    .updateTable('deliveries')
    .set({
      state: p('state'),
      reason: p('reason'),
      code: p('code'),
      providerId: p('providerId'),
      notBefore: p('notBefore'),
      settledAt: p('settledAt'),
      leaseUntil: null,
    })
    .where('id', '=', p('id')),
);

export async function settleDelivery(tx: Tx, id: string, settled: Settled): Promise<void> {
  await tx.run(settle, { id, ...settled });
}

/** What settling needs to know of a delivery. */
export type Standing = Pick<
  DeliveryRow,
  | 'id'
  | 'residentId'
  | 'addressId'
  | 'channel'
  | 'purpose'
  | 'state'
  | 'reason'
  | 'code'
  | 'attemptId'
  | 'attempts'
  | 'providerId'
  | 'notBefore'
  | 'expiresAt'
  | 'settledAt'
>;

const columns = [
  'id',
  'residentId',
  'addressId',
  'channel',
  'purpose',
  'state',
  'reason',
  'code',
  'attemptId',
  'attempts',
  'providerId',
  'notBefore',
  'expiresAt',
  'settledAt',
] as const;

const byId = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('deliveries').select(columns).where('id', '=', p('id')),
);
const byIdLocked = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('deliveries').select(columns).where('id', '=', p('id')).forUpdate(),
);
const lockAddress = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('addresses').select('id').where('id', '=', p('id')).forUpdate(),
);

/**
 * A delivery that nobody else changes before this turn ends. The address is locked first, as a resident's own
 * turn does it, so that the two never wait for each other.
 */
export async function lockDelivery(
  tx: Tx,
  { id, addressId }: { id: string; addressId: string },
): Promise<Standing | undefined> {
  if (tx.dialect === 'postgres') await tx.run(lockAddress, { id: addressId });
  return (await tx.run(tx.dialect === 'postgres' ? byIdLocked : byId, { id }))[0];
}

const byAttempt = prepare<{ channel: ChannelName; attemptId: string }>()((db, p) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'addressId'])
    .where('attemptId', '=', p('attemptId'))
    .where('channel', '=', p('channel')),
);
const byProviderId = prepare<{ channel: ChannelName; providerId: string }>()((db, p) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'addressId'])
    .where('providerId', '=', p('providerId'))
    .where('channel', '=', p('channel')),
);

/** The delivery that a receipt is about, if it is known yet. */
export async function findDelivery(
  tx: Tx,
  channel: ChannelName,
  by: { attemptId: string | null; providerId: string },
): Promise<{ id: string; addressId: string } | undefined> {
  const [found] = by.attemptId === null ? [] : await tx.run(byAttempt, { channel, attemptId: by.attemptId });
  return found ?? (await tx.run(byProviderId, { channel, providerId: by.providerId }))[0];
}

/** Nobody answers for these attempts any more. `future` catches those made under a clock that was ahead. */
export async function lapsedDeliveries(
  tx: Tx,
  times: { now: number; future: number },
): Promise<{ id: string; addressId: string; attemptId: string | null }[]> {
  return tx.db
    .selectFrom('deliveries')
    .select(['id', 'addressId', 'attemptId'])
    .where('state', '=', sql.lit('attempting'))
    .where((is) => is.or([is('leaseUntil', '<=', times.now), is('leaseUntil', '>', times.future)]))
    .orderBy('addressId')
    .execute();
}

const recall = prepare<{ conversationId: string; now: number }>()((db, p) =>
  db
    .updateTable('deliveries')
    .set({ state: 'cancelled', settledAt: p('now') })
    .where('addressId', 'in', (from) =>
      from.selectFrom('conversations').select('addressId').where('id', '=', p('conversationId')),
    )
    .where('conversationId', '=', p('conversationId'))
    .where('state', '=', 'queued')
    .where('purpose', '=', 'reminder'),
);

/** The resident has written: a reminder that is still to go out is not needed any more. */
export async function recallReminders(tx: Tx, conversationId: string, now: number): Promise<void> {
  await tx.run(recall, { conversationId, now });
}
