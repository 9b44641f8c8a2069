import type { Db } from './db.ts';

/** Responses that one of these themes was accepted for, and the residents behind them, without what a case holds. */
export function raised(db: Db, themeIds: readonly string[]): Promise<{ responses: number; people: number }> {
  return db
    .selectFrom('codings as coding')
    .innerJoin('responses as response', 'response.id', 'coding.responseId')
    .select(({ fn }) => [
      fn.count<number>('response.id').distinct().as('responses'),
      fn.count<number>('response.residentId').distinct().as('people'),
    ])
    .where('coding.themeId', 'in', themeIds)
    .where('coding.decision', '=', 'accepted')
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .executeTakeFirstOrThrow();
}

/** Of what the list of responses shows for one theme: how many are accepted, and how many only suggested. */
export async function listedOfTheme(
  db: Db,
  themeId: string,
): Promise<{ accepted: number; suggested: number }> {
  const rows = await db
    .selectFrom('codings as coding')
    .innerJoin('responses as response', 'response.id', 'coding.responseId')
    .select(({ fn }) => ['coding.decision', fn.countAll<number>().as('count')])
    .where('coding.themeId', '=', themeId)
    .where('response.abusive', '=', 0)
    .groupBy('coding.decision')
    .execute();
  const of = (decision: string) => rows.find((row) => row.decision === decision)?.count ?? 0;
  return { accepted: of('accepted'), suggested: of('suggested') };
}

/** What a theme was accepted for, the newest first, to be divided: nothing that a case holds or that is marked abusive. */
export function responsesOfTheme(db: Db, themeId: string, limit: number) {
  return db
    .selectFrom('codings as coding')
    .innerJoin('responses as response', 'response.id', 'coding.responseId')
    .select(['response.id', 'response.text', 'response.language'])
    .where('coding.themeId', '=', themeId)
    .where('coding.decision', '=', 'accepted')
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .where('response.abusive', '=', 0)
    .orderBy('response.createdAt', 'desc')
    .orderBy('response.id', 'desc')
    .limit(limit)
    .execute();
}
