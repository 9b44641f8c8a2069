import { type Theme, themesOf } from './codebook.ts';
import type { Db } from './db.ts';
import { agreedToQuote } from './quoteConsent.ts';
import { isUnthemed } from './responses-read.ts';
import { listedByTheme } from './themes-count.ts';

export interface CountedTheme extends Theme {
  /**
   * Responses that somebody agreed are about it, and those where that is suggested and nobody has said: as the list of
   * responses shows them, without what is marked as abusive.
   */
  accepted: number;
  suggested: number;
  /** Residents behind what was accepted, without what a case holds: abuse too may say something of a theme. */
  people: number;
}

/** The themes in use, those that most responses are about first. */
export async function countedThemes(db: Db, consultationId: string): Promise<CountedTheme[]> {
  const [themes, listed, people] = await Promise.all([
    themesOf(db, consultationId),
    listedByTheme(db, consultationId),
    db
      .selectFrom('codings as coding')
      .innerJoin('responses as response', 'response.id', 'coding.responseId')
      .select(({ fn }) => ['coding.themeId', fn.count<number>('response.residentId').distinct().as('count')])
      .where('coding.consultationId', '=', consultationId)
      .where('coding.decision', '=', 'accepted')
      .where('response.state', '=', 'complete')
      .where('response.held', '=', 0)
      .groupBy('coding.themeId')
      .execute(),
  ]);
  const counted = themes.map((theme) => ({
    ...theme,
    ...(listed.get(theme.id) ?? { accepted: 0, suggested: 0 }),
    people: people.find(({ themeId }) => themeId === theme.id)?.count ?? 0,
  }));
  return counted.sort(
    (one, other) =>
      other.accepted - one.accepted || other.suggested - one.suggested || one.position - other.position,
  );
}

/**
 * The newest evidence that an officer accepted, at most `perTheme` of each theme or of the one `themeId`, and whether its writer `agreed` (1) to
 * be quoted, by their latest word. Nothing that a case holds, that is marked as abusive, or that was written down from a
 * voice note.
 */
export function themeEvidence(db: Db, consultationId: string, perTheme: number, themeId?: string) {
  return db
    .with('evidence', (from) =>
      from
        .selectFrom('codings as coding')
        .innerJoin('responses as response', 'response.id', 'coding.responseId')
        .select([
          'coding.themeId',
          'coding.startAt',
          'coding.endAt',
          'response.id as responseId',
          'response.text',
          'response.language',
        ])
        .select(({ ref }) =>
          agreedToQuote({
            residentId: ref('response.residentId'),
            consultationId: ref('response.consultationId'),
          }).as('agreed'),
        )
        .select(({ fn }) =>
          fn
            .agg<number>('row_number')
            .over((over) =>
              over.partitionBy('coding.themeId').orderBy('response.createdAt', 'desc').orderBy('coding.id'),
            )
            .as('place'),
        )
        .where('coding.consultationId', '=', consultationId)
        .where('coding.decision', '=', 'accepted')
        .$if(themeId !== undefined, (query) => query.where('coding.themeId', '=', themeId ?? ''))
        .where('coding.startAt', 'is not', null)
        .where('coding.endAt', 'is not', null)
        .where('response.state', '=', 'complete')
        .where('response.held', '=', 0)
        .where('response.abusive', '=', 0)
        .where('response.machine', '=', 0),
    )
    .selectFrom('evidence')
    .selectAll()
    .where('place', '<=', perTheme)
    .orderBy('themeId')
    .orderBy('place')
    .execute();
}

/** How many responses are whole, and how many of them have no theme: what the list of responses shows by itself. */
export async function themingCounts(
  db: Db,
  consultationId: string,
): Promise<{ responses: number; unthemed: number }> {
  const complete = db
    .selectFrom('responses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'complete')
    .where('abusive', '=', 0);
  const [all, unthemed] = await Promise.all([
    complete.executeTakeFirstOrThrow(),
    complete.where(isUnthemed).executeTakeFirstOrThrow(),
  ]);
  return { responses: all.count, unthemed: unthemed.count };
}

/** Every consultation, those with the most responses first. `title` is JSON by language. */
export function consultationsHeard(db: Db) {
  return db
    .selectFrom('consultations as consultation')
    .leftJoin('responses as response', 'response.consultationId', 'consultation.id')
    .select(({ fn }) => [
      'consultation.id',
      'consultation.title',
      fn.count<number>('response.id').as('responses'),
    ])
    .groupBy(['consultation.id', 'consultation.title', 'consultation.createdAt'])
    .orderBy('responses', 'desc')
    .orderBy('consultation.createdAt')
    .orderBy('consultation.id')
    .execute();
}
