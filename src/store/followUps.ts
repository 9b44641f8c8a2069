import type { Db, Tx } from './db.ts';

/** Written in `leftOut` while the deliveries are still being planned. */
const UNFINISHED = 'null';

/** The one follow-up of an outcome: made where there is none, else the one there is. */
export async function followUpOf(
  tx: Tx,
  wanted: { id: string; outcomeId: string; plannedAt: number; plannedBy: string | null },
): Promise<{ id: string; outcomeId: string; planned: number; finished: boolean }> {
  await tx.db
    .insertInto('followUps')
    .values({ ...wanted, planned: 0, leftOut: UNFINISHED })
    .onConflict((conflict) => conflict.column('outcomeId').doNothing())
    .execute();
  const { id, outcomeId, planned, leftOut } = await tx.db
    .selectFrom('followUps')
    .select(['id', 'outcomeId', 'planned', 'leftOut'])
    .where('outcomeId', '=', wanted.outcomeId)
    .executeTakeFirstOrThrow();
  return { id, outcomeId, planned, finished: leftOut !== UNFINISHED };
}

/** Outcomes whose planning something cut short. */
export async function unfinishedFollowUps(db: Db): Promise<{ id: string; outcomeId: string }[]> {
  return db
    .selectFrom('followUps')
    .select(['id', 'outcomeId'])
    .where('leftOut', '=', UNFINISHED)
    .orderBy('id')
    .execute();
}

/** Everyone who hears back has their delivery: from here on nobody is added. Returns how many there are. */
export async function finishFollowUp(tx: Tx, id: string, leftOut: object): Promise<number> {
  const { planned } = await tx.db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.countAll<number>().as('planned'))
    .where('followUpId', '=', id)
    .executeTakeFirstOrThrow();
  await tx.db
    .updateTable('followUps')
    .set({ planned, leftOut: JSON.stringify(leftOut) })
    .where('id', '=', id)
    .where('leftOut', '=', UNFINISHED)
    .execute();
  return planned;
}

/** How many of a follow-up's deliveries are in which state. */
export function followUpProgress(db: Db, outcomeId: string) {
  return db
    .selectFrom('deliveries as delivery')
    .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .select(({ fn }) => ['delivery.state', fn.countAll<number>().as('count')])
    .where('followUp.outcomeId', '=', outcomeId)
    .groupBy('delivery.state')
    .orderBy('delivery.state')
    .execute();
}

export function findFollowUp(db: Db, outcomeId: string) {
  return db.selectFrom('followUps').selectAll().where('outcomeId', '=', outcomeId).executeTakeFirst();
}
