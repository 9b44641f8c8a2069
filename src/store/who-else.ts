import type { Db } from './db.ts';

function whoElse(db: Db, consultationId: string) {
  return db
    .selectFrom('responses as response')
    .where('response.consultationId', '=', consultationId)
    .where('response.whoElse', '=', 1)
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0);
}

/** What people said to "Who else should we hear from?", the newest first. Nothing that is held or marked as abusive. */
export function whoElseSaid(db: Db, consultationId: string, page: { limit: number; offset: number }) {
  return whoElse(db, consultationId)
    .leftJoin('reachedOut', 'reachedOut.responseId', 'response.id')
    .leftJoin('officers as officer', 'officer.id', 'reachedOut.officerId')
    .select([
      'response.id',
      'response.text',
      'response.language',
      'response.channel',
      'response.createdAt',
      'reachedOut.at as reachedAt',
      'officer.name as reachedBy',
    ])
    .where('response.abusive', '=', 0)
    .orderBy('response.createdAt', 'desc')
    .orderBy('response.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countWhoElse(
  db: Db,
  consultationId: string,
): Promise<{ said: number; reached: number; invited: number }> {
  const row = await whoElse(db, consultationId)
    .leftJoin('reachedOut', 'reachedOut.responseId', 'response.id')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('response.abusive', '=', 0).as('said'),
      fn.count<number>('reachedOut.responseId').filterWhere('response.abusive', '=', 0).as('reached'),
      fn.count<number>('response.conversationId').distinct().as('invited'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** True where this is news. */
export async function keepReachedOut(
  db: Db,
  reached: { responseId: string; officerId: string; at: number },
): Promise<boolean> {
  const row = await db
    .insertInto('reachedOut')
    .values(reached)
    .onConflict((conflict) => conflict.column('responseId').doNothing())
    .returning('responseId')
    .executeTakeFirst();
  return row !== undefined;
}

/** True where there was something to take back. */
export async function dropReachedOut(db: Db, responseId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('reachedOut')
    .where('responseId', '=', responseId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
