import type { OutcomeKind } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import type { OutcomeRow } from './schema.ts';

export async function insertOutcome(tx: Tx, outcome: OutcomeRow, themeIds: readonly string[]): Promise<void> {
  await tx.db.insertInto('outcomes').values(outcome).execute();
  await setThemes(tx, outcome.id, themeIds);
}

/** A draft's words and themes; the caller has made sure that it is one. */
export async function rewriteOutcome(
  tx: Tx,
  { id, ...change }: { id: string; kind: OutcomeKind; youSaid: string; weDid: string; updatedAt: number },
  themeIds: readonly string[],
): Promise<void> {
  await tx.db.updateTable('outcomes').set(change).where('id', '=', id).execute();
  await tx.db.deleteFrom('outcomeThemes').where('outcomeId', '=', id).execute();
  await setThemes(tx, id, themeIds);
}

async function setThemes(tx: Tx, outcomeId: string, themeIds: readonly string[]): Promise<void> {
  const rows = [...new Set(themeIds)].map((themeId) => ({ outcomeId, themeId }));
  if (rows.length > 0) await tx.db.insertInto('outcomeThemes').values(rows).execute();
}

/** An outcome that nobody else changes before this turn ends. */
export async function lockOutcome(tx: Tx, id: string): Promise<OutcomeRow | undefined> {
  const query = tx.db.selectFrom('outcomes').selectAll().where('id', '=', id);
  return (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

export async function markPublished(
  tx: Tx,
  id: string,
  by: { publishedAt: number; publishedBy: string | null },
): Promise<void> {
  await tx.db
    .updateTable('outcomes')
    .set({ ...by, state: 'published', updatedAt: by.publishedAt })
    .where('id', '=', id)
    .execute();
}

export function findOutcome(db: Db, id: string): Promise<OutcomeRow | undefined> {
  return db.selectFrom('outcomes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first, with the title of their consultation and how many people were planned to hear. */
export function listOutcomes(db: Db, which: { consultationId: string | null; published: boolean }) {
  const { consultationId, published } = which;
  return db
    .selectFrom('outcomes as outcome')
    .innerJoin('consultations as consultation', 'consultation.id', 'outcome.consultationId')
    .leftJoin('followUps as followUp', 'followUp.outcomeId', 'outcome.id')
    .selectAll('outcome')
    .select(['consultation.title', 'consultation.demo', 'followUp.planned'])
    .$if(consultationId !== null, (query) => query.where('outcome.consultationId', '=', consultationId ?? ''))
    .$if(published, (query) => query.where('outcome.state', '=', 'published'))
    .orderBy((by) => by.fn.coalesce('outcome.publishedAt', 'outcome.createdAt'), 'desc')
    .orderBy('outcome.id', 'desc')
    .execute();
}

/** The themes of these outcomes, in the codebook's order. Names are JSON by language. */
export async function themesOf(db: Db, outcomeIds: readonly string[]) {
  if (outcomeIds.length === 0) return [];
  return db
    .selectFrom('outcomeThemes as link')
    .innerJoin('themes as theme', 'theme.id', 'link.themeId')
    .select(['link.outcomeId', 'theme.id', 'theme.key', 'theme.name'])
    .where('link.outcomeId', 'in', outcomeIds)
    .orderBy('theme.position')
    .orderBy('theme.id')
    .execute();
}

/** What residents answered to its follow-up. Held ones are for the case's own page. */
export function repliesTo(db: Db, outcomeId: string) {
  return db
    .selectFrom('responses')
    .select([
      'id',
      'residentId',
      'text',
      'channel',
      'language',
      'state',
      'review',
      'held',
      'abusive',
      'createdAt',
    ])
    .where('outcomeId', '=', outcomeId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** How many people were told of each published outcome, as far as their providers took it. */
export function toldCounts(db: Db) {
  return db
    .selectFrom('deliveries as delivery')
    .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .select(({ fn }) => [
      'followUp.outcomeId',
      fn.count<number>('delivery.residentId').distinct().as('count'),
    ])
    .where('delivery.state', 'in', reached)
    .groupBy('followUp.outcomeId')
    .execute();
}

/** How many people raised what each published outcome is about. */
export function raisedCounts(db: Db) {
  return (
    db
      .selectFrom('outcomes as outcome')
      .innerJoin('outcomeThemes as link', 'link.outcomeId', 'outcome.id')
      .innerJoin('codings as coding', 'coding.themeId', 'link.themeId')
      .innerJoin('responses as response', 'response.id', 'coding.responseId')
      .select(({ fn }) => [
        'outcome.id as outcomeId',
        fn.count<number>('response.residentId').distinct().as('count'),
      ])
      .where('outcome.state', '=', 'published')
      .where('coding.decision', '=', 'accepted')
      // Whom a merge has brought since were never told of it: a published outcome keeps its meaning.
      .where(({ or, eb, ref }) =>
        or([eb('coding.movedAt', 'is', null), eb('coding.movedAt', '<=', ref('outcome.publishedAt'))]),
      )
      .where('response.state', '=', 'complete')
      .where('response.held', '=', 0)
      .groupBy('outcome.id')
      .execute()
  );
}

/** Everyone in this consultation whom at least one follow-up has reached. */
export async function heardBack(db: Db, consultationId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('deliveries as delivery')
    .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .innerJoin('outcomes as outcome', 'outcome.id', 'followUp.outcomeId')
    .select('delivery.residentId')
    .where('outcome.consultationId', '=', consultationId)
    .where('delivery.state', 'in', reached)
    .distinct()
    .execute();
  return new Set(rows.map(({ residentId }) => residentId));
}

const reached = ['accepted', 'sent', 'delivered', 'read'] as const;
