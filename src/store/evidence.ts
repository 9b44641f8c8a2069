import type { Db, Tx } from './db.ts';

export interface Unmarked {
  codingId: string;
  responseId: string;
  consultationId: string;
  themeId: string;
  text: string;
  question: string;
}

/** Themes that somebody gave a response without saying which of its words speak for them; the newest first. */
export function unmarkedCodings(db: Db, limit: number): Promise<Unmarked[]> {
  return db
    .selectFrom('codings as coding')
    .innerJoin('responses as response', 'response.id', 'coding.responseId')
    .innerJoin('themes as theme', 'theme.id', 'coding.themeId')
    .select(['coding.id as codingId', 'coding.responseId', 'coding.consultationId', 'coding.themeId'])
    .select(['response.text', 'response.stepId as question'])
    .where('coding.decision', '=', 'accepted')
    .where('coding.startAt', 'is', null)
    .where('theme.state', '=', 'active')
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .where('response.outcomeId', 'is', null)
    .where('response.text', '<>', '')
    .orderBy('coding.createdAt', 'desc')
    .orderBy('coding.id', 'desc')
    .limit(limit)
    .execute();
}

/** Says where they are, unless the words have changed since they were read, or somebody has said it meanwhile. */
export async function markEvidence(
  { db }: Tx,
  { codingId, responseId, text }: Unmarked,
  { start, end }: { start: number; end: number },
): Promise<void> {
  await db
    .updateTable('codings')
    .set({ startAt: start, endAt: end })
    .where('id', '=', codingId)
    .where('decision', '=', 'accepted')
    .where('startAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('responses')
          .select('id')
          .where('id', '=', responseId)
          .where('text', '=', text)
          .where('held', '=', 0),
      ),
    )
    .execute();
}
