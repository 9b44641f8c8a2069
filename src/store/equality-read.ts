import { sql } from 'kysely';
import type { Db } from './db.ts';

/** How many people gave one answer to one question about themselves. */
export interface Described {
  question: string;
  answer: string;
  count: number;
}

/**
 * What people said about themselves, counted in whole tens of people, the first to answer first: of 27 who answered,
 * 20. So the figures of a question only ever change by ten people at once, and whoever looks before and after one
 * person has answered learns nothing of them (disclosure by differencing). Who would rather not say is not counted.
 * No row of one person leaves this file.
 * Counts may still be small: review/disclosure.ts says which may be shown.
 */
export async function describedInTens(db: Db, consultationId: string): Promise<Described[]> {
  return db
    .with('placed', (from) =>
      from
        .selectFrom('equalityAnswers')
        .select(['question', 'answer'])
        .select(({ fn }) => [
          fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('question').orderBy('at').orderBy('residentId'))
            .as('place'),
          fn
            .countAll<number>()
            .over((over) => over.partitionBy('question'))
            .as('people'),
        ])
        .where('consultationId', '=', consultationId)
        .where('answer', 'is not', null)
        .$narrowType<{ answer: string }>(),
    )
    .selectFrom('placed')
    .select(({ fn }) => ['question', 'answer', fn.countAll<number>().as('count')])
    .where(sql<boolean>`"place" <= "people" - "people" % 10`)
    .groupBy(['question', 'answer'])
    .execute();
}

/** The flow versions in which anybody described themselves, the newest first. */
export async function versionsDescribed(db: Db, consultationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('flowVersions as version')
    .select('version.hash')
    .where('version.hash', 'in', (answers) =>
      answers.selectFrom('equalityAnswers').select('flowHash').where('consultationId', '=', consultationId),
    )
    .orderBy('version.createdAt', 'desc')
    .execute();
  return rows.map(({ hash }) => hash);
}

export function areaShares(db: Db, consultationId: string) {
  return db
    .selectFrom('areaShares')
    .select(['question', 'answer', 'percent'])
    .where('consultationId', '=', consultationId)
    .execute();
}

/** Puts these shares in the place of what there was for the question. */
export async function keepAreaShares(
  db: Db,
  of: { consultationId: string; question: string },
  shares: readonly { answer: string; percent: number }[],
): Promise<void> {
  const { consultationId, question } = of;
  await db
    .deleteFrom('areaShares')
    .where('consultationId', '=', consultationId)
    .where('question', '=', question)
    .execute();
  const rows = shares.map((share) => ({ consultationId, question, ...share }));
  if (rows.length > 0) await db.insertInto('areaShares').values(rows).execute();
}
