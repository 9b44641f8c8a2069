import type { Db } from '#store/db.ts';
import { redactionsOf } from '#store/redactions.ts';
import { groupExamples, type OpenGroup, openGroups } from '#store/themeGroups-read.ts';
import { quotesFrom } from '#web/console/themes/quotes.ts';

export interface ShownGroup extends OpenGroup {
  /** Whether everybody whose words are here agreed to be quoted, by their latest word. */
  mayAllBeQuoted: boolean;
  quotes: ReturnType<typeof quotesFrom>;
}

/** What waits for an officer, each group with its residents' own words. A group that nothing is left of is not shown. */
export async function shownGroups(db: Db, consultationId: string): Promise<ShownGroup[]> {
  const groups = await openGroups(db, consultationId);
  const examples = await groupExamples(
    db,
    groups.map(({ id }) => id),
  );
  const decisions = await redactionsOf(
    db,
    examples.map(({ responseId }) => responseId),
  );
  return groups.map((group) => {
    const own = examples.filter(({ groupId }) => groupId === group.id);
    return {
      ...group,
      mayAllBeQuoted: own.every(({ agreed }) => agreed === 1),
      quotes: quotesFrom(own, decisions),
    };
  });
}
