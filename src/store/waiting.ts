import { sql } from 'kysely';
import type { ControlCode } from '#domain/words.ts';
import { countQueue } from './controls.ts';
import type { Db } from './db.ts';
import { isSuggestedSince, isUnthemed } from './responses-read.ts';

/** What waits for officers, counted: without what is marked as abusive, as the list that each count leads to. */
export interface Waiting {
  responses: number;
  newResponses: number;
  /** Reviewed, with a theme that was suggested since. */
  suggestedSince: number;
  unthemed: number;
  drafts: number;
  openCases: number;
  urgentCases: number;
  /** Questions, repairs and the like: what asks something of somebody. */
  queue: number;
}

/** They ask nothing of anybody. */
const idle: ReadonlySet<ControlCode> = new Set(['gratitude', 'notAnAnswer']);

export async function waiting(db: Db): Promise<Waiting> {
  const count = sql<number>`count(*)`.as('count');
  const complete = db
    .selectFrom('responses')
    .where('state', '=', 'complete')
    .where('abusive', '=', 0)
    .select(count);
  const openCases = db.selectFrom('cases').where('state', '=', 'open').select(count);
  const [all, unread, again, unthemed, drafts, open, urgent, queue] = await Promise.all([
    complete.executeTakeFirstOrThrow(),
    complete.where('review', '=', 'new').executeTakeFirstOrThrow(),
    complete.where(isSuggestedSince).executeTakeFirstOrThrow(),
    complete.where(isUnthemed).executeTakeFirstOrThrow(),
    db.selectFrom('outcomes').where('state', '=', 'draft').select(count).executeTakeFirstOrThrow(),
    openCases.executeTakeFirstOrThrow(),
    openCases.where('kind', 'in', ['safeguarding', 'child']).executeTakeFirstOrThrow(),
    countQueue(db, null),
  ]);
  return {
    responses: all.count,
    newResponses: unread.count,
    suggestedSince: again.count,
    unthemed: unthemed.count,
    drafts: drafts.count,
    openCases: open.count,
    urgentCases: urgent.count,
    queue: [...queue].reduce((sum, [code, count]) => (idle.has(code) ? sum : sum + count), 0),
  };
}

export async function consultationIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('consultations').select('id').execute()).map(({ id }) => id);
}
