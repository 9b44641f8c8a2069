import { quoteFrom } from '#loop/quote.ts';
import type { Db } from '#store/db.ts';
import { redactionsOf } from '#store/redactions.ts';
import { groupExamples, type OpenGroup, openGroups } from '#store/themeGroups-read.ts';
import { unquotable } from '#theming/redact/hiddenIn.ts';

const LONGEST_QUOTE = 240;

export interface ShownGroup extends OpenGroup {
  /** Whether everybody whose words are here agreed to be quoted, by their latest word. */
  mayAllBeQuoted: boolean;
  quotes: { words: string; before: boolean; after: boolean; responseId: string; language: string | null }[];
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
      quotes: own.flatMap(({ text, startAt, endAt, responseId, language }) => {
        const quote = quoteFrom(
          text,
          { startAt, endAt },
          LONGEST_QUOTE,
          unquotable({ id: responseId, text }, decisions),
        );
        return quote === null ? [] : [{ ...quote, responseId, language }];
      }),
    };
  });
}
