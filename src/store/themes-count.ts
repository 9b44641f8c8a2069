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

/** How many responses have a theme accepted, and how many only suggested. */
interface Listed {
  accepted: number;
  suggested: number;
}

/** What the list of responses shows under one theme. */
const listed = (db: Db) =>
  db
    .selectFrom('codings as coding')
    .innerJoin('responses as response', 'response.id', 'coding.responseId')
    .where('response.abusive', '=', 0)
    .select(({ fn }) => ['coding.themeId', 'coding.decision', fn.countAll<number>().as('count')])
    .groupBy(['coding.themeId', 'coding.decision']);

function inListed(rows: readonly { decision: string; count: number }[]): Listed {
  const of = (decision: string) => rows.find((row) => row.decision === decision)?.count ?? 0;
  return { accepted: of('accepted'), suggested: of('suggested') };
}

/** Of what the list of responses shows for one theme. */
export async function listedOfTheme(db: Db, themeId: string): Promise<Listed> {
  return inListed(await listed(db).where('coding.themeId', '=', themeId).execute());
}

/** The same for each theme of a consultation that has any, by its id. */
export async function listedByTheme(db: Db, consultationId: string): Promise<ReadonlyMap<string, Listed>> {
  const rows = await listed(db).where('coding.consultationId', '=', consultationId).execute();
  return new Map(
    [...Map.groupBy(rows, ({ themeId }) => themeId)].map(([themeId, some]) => [themeId, inListed(some)]),
  );
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
