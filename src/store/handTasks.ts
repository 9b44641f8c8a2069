import { sql } from 'kysely';
import type { HandWay } from '#domain/by-hand.ts';
import type { Day } from '#domain/day.ts';
import type { Db, Tx } from './db.ts';

/** Whose it is while it is being done, and for how long: then a colleague may take it. */
export interface Taker {
  officerId: string;
  /** What was taken before this is free again, ms. */
  since: number;
}

/** Follow-ups that wait to be told by hand, and that may still be told. Names no one and holds no address. */
function waiting(db: Db, way: HandWay, day: Day) {
  return (
    db
      .selectFrom('deliveries as delivery')
      .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
      .innerJoin('outcomes as outcome', 'outcome.id', 'followUp.outcomeId')
      .innerJoin('addresses as address', 'address.id', 'delivery.addressId')
      .leftJoin('residents as resident', 'resident.id', 'delivery.residentId')
      .leftJoin('handTasks as task', 'task.deliveryId', 'delivery.id')
      .where('delivery.state', '=', sql.lit('queued'))
      .where('delivery.channel', '=', 'byHand')
      .where('delivery.account', '=', way)
      .whereRef('address.residentId', '=', 'delivery.residentId')
      // Asked anew each time: consent may have been taken back since it was planned.
      .where(({ eb, selectFrom, fn }) =>
        eb(
          fn.coalesce(
            selectFrom('consents as consent')
              .select('consent.granted')
              .whereRef('consent.residentId', '=', 'delivery.residentId')
              .whereRef('consent.consultationId', '=', 'outcome.consultationId')
              .where('consent.kind', '=', 'hearBack')
              .orderBy('consent.at', 'desc')
              .orderBy('consent.id', 'desc')
              .limit(1),
            sql<number>`0`,
          ),
          '=',
          1,
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('optOuts')
              .select('optOuts.addressHash')
              .whereRef('optOuts.addressHash', '=', 'address.hash'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('holds as hold')
              .select('hold.consultationId')
              .whereRef('hold.consultationId', '=', 'outcome.consultationId')
              .where('hold.firstDay', '<=', day)
              .where('hold.lastDay', '>=', day),
          ),
        ),
      )
  );
}

const shown = [
  'delivery.id',
  'delivery.createdAt',
  'outcome.id as outcomeId',
  'outcome.weDid',
  'resident.language',
  'task.tries',
  'task.triedAt',
  'task.takenBy',
  'task.takenAt',
] as const;

/** The longest waiting first, those that nobody answered last. */
export function handTasks(db: Db, way: HandWay, day: Day) {
  return waiting(db, way, day)
    .select(shown)
    .orderBy(({ fn, lit }) => fn.coalesce('task.triedAt', lit(0)))
    .orderBy('delivery.createdAt')
    .orderBy('delivery.id')
    .limit(500)
    .execute();
}

export type HandTask = Awaited<ReturnType<typeof handTasks>>[number];

/** How many wait, of both kinds. */
export async function countHandTasks(db: Db, day: Day): Promise<Record<HandWay, number>> {
  const count = async (way: HandWay) => {
    const counted = waiting(db, way, day).select(sql<number>`count(*)`.as('count'));
    return Number((await counted.executeTakeFirstOrThrow()).count);
  };
  const [phone, post] = await Promise.all([count('phone'), count('post')]);
  return { phone, post };
}

/** All that is needed to do one of them; undefined where it is not to be done (any more). */
export function handTask(db: Db, way: HandWay, day: Day, id: string) {
  return waiting(db, way, day)
    .innerJoin('consultations as consultation', 'consultation.id', 'outcome.consultationId')
    .select(shown)
    .select([
      'consultation.title',
      'delivery.body',
      'delivery.residentId',
      'delivery.addressId',
      'address.sealed',
      'address.keyId',
      'outcome.consultationId',
    ])
    .where('delivery.id', '=', id)
    .executeTakeFirst();
}

/** Whom a call was or is to, whatever has become of it since: what they said must have somewhere to go. */
export function handCall(db: Db, id: string) {
  return db
    .selectFrom('deliveries as delivery')
    .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .innerJoin('outcomes as outcome', 'outcome.id', 'followUp.outcomeId')
    .innerJoin('handTasks as task', 'task.deliveryId', 'delivery.id')
    .leftJoin('residents as resident', 'resident.id', 'delivery.residentId')
    .select([
      'delivery.id',
      'delivery.residentId',
      'delivery.addressId',
      'outcome.id as outcomeId',
      'outcome.consultationId',
      'resident.language',
    ])
    .where('delivery.id', '=', id)
    .where('delivery.channel', '=', 'byHand')
    .where('delivery.account', '=', 'phone')
    .executeTakeFirst();
}

/** True for the one officer who has it now: it was free, or theirs, or taken too long ago. */
export async function takeHandTask(
  { db }: Tx,
  deliveryId: string,
  { officerId, since }: Taker,
  now: number,
): Promise<boolean> {
  const taken = { takenBy: officerId, takenAt: now };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('handTasks')
    .values({ deliveryId, ...taken, tries: 0 })
    .onConflict((conflict) =>
      conflict
        .column('deliveryId')
        .doUpdateSet(taken)
        .where(({ or, eb }) =>
          or([
            eb('handTasks.takenBy', 'is', null),
            eb('handTasks.takenBy', '=', officerId),
            eb('handTasks.takenAt', '<=', since),
          ]),
        ),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Free for anybody again. `tried`: nobody answered. */
export async function leaveHandTask({ db }: Tx, deliveryId: string, tried: number | null): Promise<void> {
  await db
    .updateTable('handTasks')
    .set((of) => ({
      takenBy: null,
      takenAt: null,
      ...(tried === null ? {} : { tries: of('tries', '+', 1), triedAt: tried }),
    }))
    .where('deliveryId', '=', deliveryId)
    .execute();
}

export async function finishHandTask(
  { db }: Tx,
  deliveryId: string,
  by: { officerId: string; now: number },
): Promise<void> {
  await db
    .updateTable('handTasks')
    .set({ doneBy: by.officerId, doneAt: by.now, takenBy: null, takenAt: null })
    .where('deliveryId', '=', deliveryId)
    .execute();
}

/** What this officer has ticked as done since then, and what it was. */
export function handTasksDone(db: Db, officerId: string, since: number) {
  return db
    .selectFrom('handTasks as task')
    .innerJoin('deliveries as delivery', 'delivery.id', 'task.deliveryId')
    .select(['delivery.id', 'delivery.account', 'delivery.state', 'delivery.residentId', 'task.doneAt'])
    .where('task.doneBy', '=', officerId)
    .where('task.doneAt', '>=', since)
    .where('delivery.channel', '=', 'byHand')
    .orderBy('task.doneAt', 'desc')
    .execute();
}

/** Back among what waits: it was ticked by mistake. */
export async function reopenHandTask({ db }: Tx, deliveryId: string): Promise<void> {
  await db
    .updateTable('handTasks')
    .set({ doneBy: null, doneAt: null })
    .where('deliveryId', '=', deliveryId)
    .execute();
  await db
    .updateTable('deliveries')
    .set({ state: 'queued', reason: null, settledAt: null, attemptedAt: null, attempts: 0 })
    .where('id', '=', deliveryId)
    .execute();
}

/** What became of one that somebody has done: the ledger says it like of any other. */
export async function settleHandDelivery(
  { db }: Tx,
  id: string,
  settled: {
    state: 'sent' | 'delivered' | 'rejected';
    reason: 'badAddress' | null;
    now: number;
  },
): Promise<void> {
  const { state, reason, now } = settled;
  await db
    .updateTable('deliveries')
    .set((of) => ({
      state,
      reason,
      settledAt: now,
      attemptedAt: now,
      attempts: of('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}
