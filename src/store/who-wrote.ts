import { sql } from 'kysely';
import type { Db } from './db.ts';

const HOUR = 60 * 60_000;

function ofConsultation(db: Db, consultationId: string) {
  // Replies to an outcome come from people who have been counted before.
  return db
    .selectFrom('responses')
    .where('consultationId', '=', consultationId)
    .where('outcomeId', 'is', null);
}

/** People by the channel that they wrote on: who used two is in both. */
export function peopleByChannel(db: Db, consultationId: string) {
  return ofConsultation(db, consultationId)
    .select(({ fn }) => ['channel', fn.count<number>('residentId').distinct().as('count')])
    .groupBy('channel')
    .orderBy('count', 'desc')
    .orderBy('channel')
    .execute();
}

/** People by the language that they had chosen when they wrote; null where they had not. */
export function peopleByLanguage(db: Db, consultationId: string) {
  return ofConsultation(db, consultationId)
    .select(({ fn }) => ['language', fn.count<number>('residentId').distinct().as('count')])
    .groupBy('language')
    .orderBy('count', 'desc')
    .orderBy('language')
    .execute();
}

/** Responses since a moment, by the hour in which they began; a day in the United Kingdom is whole hours of UTC. */
export function responsesByHour(
  db: Db,
  consultationId: string,
  since: number,
): Promise<{ hour: number; count: number }[]> {
  const hour = sql<number>`"createdAt" - "createdAt" % ${sql.lit(HOUR)}`;
  return ofConsultation(db, consultationId)
    .select(({ fn }) => [hour.as('hour'), fn.countAll<number>().as('count')])
    .where('createdAt', '>=', since)
    .groupBy(hour)
    .execute();
}
