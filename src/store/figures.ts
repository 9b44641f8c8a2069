import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Throws where the database cannot be read. */
export async function canRead(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

/** Counts for those who run the service: no consultation, person or word in them. */
export async function figures(db: Db) {
  const count = sql<number>`count(*)`.as('count');
  const [deliveries, responses, cases] = await Promise.all([
    db.selectFrom('deliveries').select(['state', count]).groupBy('state').orderBy('state').execute(),
    db.selectFrom('responses').select(['review', count]).groupBy('review').orderBy('review').execute(),
    db.selectFrom('cases').select(['state', count]).groupBy('state').orderBy('state').execute(),
  ]);
  return { deliveries, responses, cases };
}
