import type { Day, Days } from '#domain/day.ts';
import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';

/**
 * The pre-election periods of a consultation, as its flow says now: what the newest version says holds for outcomes
 * and follow-ups that older versions led to.
 */
export async function keepHolds(
  tx: Tx,
  consultationId: string,
  holds: readonly { from: Day; until: Day }[],
): Promise<void> {
  await tx.db.deleteFrom('holds').where('consultationId', '=', consultationId).execute();
  if (holds.length === 0) return;
  const rows = holds.map(({ from, until }) => ({ consultationId, firstDay: from, lastDay: until }));
  await tx.db
    .insertInto('holds')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The hold of each consultation that has one on this day; of several, the one that ends last. */
export async function holdsOn(db: Db, day: Day): Promise<Map<string, Days>> {
  const rows = await db
    .selectFrom('holds')
    .selectAll()
    .where('firstDay', '<=', day)
    .where('lastDay', '>=', day)
    .orderBy('lastDay')
    .execute();
  return new Map(
    rows.map(({ consultationId, firstDay, lastDay }) => [consultationId, { firstDay, lastDay }]),
  );
}

const anyOn = prepare<{ day: Day }>()((db, p) =>
  db
    .selectFrom('holds')
    .select('consultationId')
    .where('firstDay', '<=', p('day'))
    .where('lastDay', '>=', p('day'))
    .limit(1),
);

/** Whether any consultation is held on this day. */
export async function isAnyHeld(tx: Tx, day: Day): Promise<boolean> {
  return (await tx.run(anyOn, { day })).length > 0;
}

/** When a follow-up was queued, and all the holds of its consultation. */
export async function holdsOver(tx: Tx, deliveryId: string): Promise<{ createdAt: number; holds: Days[] }> {
  const rows = await tx.db
    .selectFrom('deliveries as delivery')
    .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .innerJoin('outcomes as outcome', 'outcome.id', 'followUp.outcomeId')
    .innerJoin('holds as hold', 'hold.consultationId', 'outcome.consultationId')
    .select(['delivery.createdAt', 'hold.firstDay', 'hold.lastDay'])
    .where('delivery.id', '=', deliveryId)
    .execute();
  return { createdAt: rows[0]?.createdAt ?? 0, holds: rows };
}
