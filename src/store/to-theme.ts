import { codebookVersion } from './codebook-changes.ts';
import type { Db, Tx } from './db.ts';
import { isNoAnswer } from './responses-read.ts';
import type { ResponseRow } from './schema.ts';

/** What was said, and the step that asked. */
interface Asked {
  text: string;
  question: string;
}

type Pending = Asked &
  Pick<ResponseRow, 'id' | 'consultationId' | 'residentId' | 'conversationId' | 'outcomeId' | 'whoElse'>;

/**
 * Whole responses that no machine has read yet, oldest first. What a case holds back stays out until released. What is
 * marked as abusive is read: who threatens a planner over a bus stop has still said something about the bus stop. Its
 * words are quoted to nobody.
 */
export async function responsesToTheme(db: Db, limit: number): Promise<Pending[]> {
  return db
    .selectFrom('responses')
    .select(['id', 'consultationId', 'residentId', 'conversationId', 'text', 'outcomeId', 'whoElse'])
    .select('stepId as question')
    .where('state', '=', 'complete')
    .where('themedAt', 'is', null)
    .where('held', '=', 0)
    .orderBy('completedAt')
    .limit(limit)
    .execute();
}

/** Those of them that are still as they were read: nothing was added, no case holds them, and nobody was forgotten. */
export async function stillPending<T extends { id: string; text: string }>(
  tx: Tx,
  read: readonly T[],
): Promise<T[]> {
  const query = tx.db
    .selectFrom('responses')
    .select(['id', 'text'])
    .where(
      'id',
      'in',
      read.map(({ id }) => id),
    )
    .where('state', '=', 'complete')
    .where('themedAt', 'is', null)
    .where('held', '=', 0)
    .orderBy('id');
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  return read.filter(({ id, text }) => texts.get(id) === text);
}

export async function markThemed(tx: Tx, ids: string[], now: number): Promise<void> {
  await tx.db.updateTable('responses').set({ themedAt: now }).where('id', 'in', ids).execute();
}

/**
 * What officers have decided: each reviewed response with the themes they accepted, none included. With `since`, ms, only
 * what was reviewed from then on.
 */
export async function decidedResponses(
  db: Db,
  consultationId: string,
  since = 0,
): Promise<(Asked & { themeIds: string[] })[]> {
  const rows = await db
    .selectFrom('responses')
    .leftJoin('codings', (join) =>
      join.onRef('codings.responseId', '=', 'responses.id').on('codings.decision', '=', 'accepted'),
    )
    .select(['responses.id', 'responses.text', 'responses.stepId as question', 'codings.themeId'])
    .where('responses.consultationId', '=', consultationId)
    .where('responses.review', '=', 'reviewed')
    .where('responses.reviewedAt', '>=', since)
    .where('responses.held', '=', 0)
    .where('responses.whoElse', '=', 0)
    .where((builder) => builder.not(isNoAnswer(builder)))
    .orderBy('responses.id')
    .execute();
  const decided = new Map<string, Asked & { themeIds: string[] }>();
  for (const { id, text, question, themeId } of rows) {
    const found = decided.get(id) ?? { text, question, themeIds: [] };
    if (themeId !== null) found.themeIds.push(themeId);
    decided.set(id, found);
  }
  return [...decided.values()];
}

/** The latest whole responses that no officer has decided on. */
export function undecidedTexts(db: Db, consultationId: string, limit: number): Promise<Asked[]> {
  return db
    .selectFrom('responses')
    .select(['text', 'stepId as question'])
    .where('consultationId', '=', consultationId)
    .where('review', '=', 'new')
    .where('state', '=', 'complete')
    .where('held', '=', 0)
    .where('whoElse', '=', 0)
    .where((builder) => builder.not(isNoAnswer(builder)))
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute();
}

/** Changes whenever an officer decides or the codebook changes, so that a classifier knows it is out of date. */
export async function lessonMark(db: Db, consultationId: string): Promise<string> {
  const decided = await db
    .selectFrom('responses')
    .where('consultationId', '=', consultationId)
    .where('review', '=', 'reviewed')
    .where('held', '=', 0)
    .select((of) => [of.fn.countAll<number>().as('count'), of.fn.max('reviewedAt').as('latest')])
    .executeTakeFirst();
  const themes = await db
    .selectFrom('themes')
    .where('consultationId', '=', consultationId)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  const version = await codebookVersion(db, consultationId);
  return [decided?.count, decided?.latest, themes?.count, version].join(' ');
}
