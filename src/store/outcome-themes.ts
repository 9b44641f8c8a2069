import type { Db, Tx } from './db.ts';
import { lockOutcome } from './outcomes.ts';

/** Outcomes that name one of these themes, and which of them. */
export function outcomesNaming(db: Db, themeIds: readonly string[]) {
  return db
    .selectFrom('outcomeThemes as link')
    .innerJoin('outcomes as outcome', 'outcome.id', 'link.outcomeId')
    .select(['outcome.id', 'outcome.state', 'outcome.weDid', 'outcome.createdAt', 'outcome.publishedAt'])
    .select('link.themeId')
    .where('link.themeId', 'in', themeIds)
    .orderBy('outcome.createdAt')
    .orderBy('outcome.id')
    .execute();
}

/** Those of them that nobody has been told of; none is published or rewritten before the turn ends. */
export async function lockDrafts(tx: Tx, themeIds: readonly string[]) {
  const drafts = (await outcomesNaming(tx.db, themeIds)).filter(({ state }) => state === 'draft');
  const locked = [];
  for (const draft of drafts) {
    const outcome = await lockOutcome(tx, draft.id);
    if (outcome?.state === 'draft') locked.push({ ...draft, updatedAt: outcome.updatedAt });
  }
  return locked;
}

/** A draft names other themes from now on. Whoever has it open to publish it is shown it again. */
export async function renameInDraft(
  tx: Tx,
  outcomeId: string,
  { add = [], drop = [], at }: { add?: readonly string[]; drop?: readonly string[]; at: number },
): Promise<void> {
  if (drop.length > 0)
    await tx.db
      .deleteFrom('outcomeThemes')
      .where('outcomeId', '=', outcomeId)
      .where('themeId', 'in', drop)
      .execute();
  if (add.length > 0)
    await tx.db
      .insertInto('outcomeThemes')
      .values(add.map((themeId) => ({ outcomeId, themeId })))
      .onConflict((conflict) => conflict.columns(['outcomeId', 'themeId']).doNothing())
      .execute();
  await tx.db.updateTable('outcomes').set({ updatedAt: at }).where('id', '=', outcomeId).execute();
}

/** Whether an outcome about one of these was published since. */
export async function publishedSince(db: Db, themeIds: readonly string[], since: number): Promise<boolean> {
  const named = await outcomesNaming(db, themeIds);
  return named.some(({ publishedAt }) => publishedAt !== null && publishedAt >= since);
}

/** Everyone whom a follow-up about one of these themes has reached. */
export async function heardAbout(db: Db, themeIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('deliveries as delivery')
    .innerJoin('followUps as followUp', 'followUp.id', 'delivery.followUpId')
    .innerJoin('outcomeThemes as link', 'link.outcomeId', 'followUp.outcomeId')
    .select('delivery.residentId')
    .where('link.themeId', 'in', themeIds)
    .where('delivery.state', 'in', ['accepted', 'sent', 'delivered', 'read'])
    .distinct()
    .execute();
  return new Set(rows.map(({ residentId }) => residentId));
}
