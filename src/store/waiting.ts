import { sql } from 'kysely';
import type { Db } from './db.ts';
import { isUnthemed } from './responses-read.ts';

/** What waits for officers, counted: without what is marked as abusive, as the list that each count leads to. */
export interface Waiting {
  responses: number;
  newResponses: number;
  unthemed: number;
  drafts: number;
  openCases: number;
  urgentCases: number;
}

export async function waiting(db: Db): Promise<Waiting> {
  const count = sql<number>`count(*)`.as('count');
  const complete = db
    .selectFrom('responses')
    .where('state', '=', 'complete')
    .where('abusive', '=', 0)
    .select(count);
  const openCases = db.selectFrom('cases').where('state', '=', 'open').select(count);
  const [all, unread, unthemed, drafts, open, urgent] = await Promise.all([
    complete.executeTakeFirstOrThrow(),
    complete.where('review', '=', 'new').executeTakeFirstOrThrow(),
    complete.where(isUnthemed).executeTakeFirstOrThrow(),
    db.selectFrom('outcomes').where('state', '=', 'draft').select(count).executeTakeFirstOrThrow(),
    openCases.executeTakeFirstOrThrow(),
    openCases.where('kind', 'in', ['safeguarding', 'child']).executeTakeFirstOrThrow(),
  ]);
  return {
    responses: all.count,
    newResponses: unread.count,
    unthemed: unthemed.count,
    drafts: drafts.count,
    openCases: open.count,
    urgentCases: urgent.count,
  };
}

export async function consultationIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('consultations').select('id').execute()).map(({ id }) => id);
}
