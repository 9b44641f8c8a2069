import type { Localised, OutcomeKind } from '#domain/words.ts';
import type { Db } from '#store/db.ts';
import { listOutcomes, raisedCounts, themesOf, toldCounts } from '#store/outcomes.ts';

/** Under five a count could point at somebody, so it is not said. */
export type PublicCount = number | 'fewer than 5';

/** An outcome as everyone may see it: nothing of any one resident. */
export interface PublishedOutcome {
  id: string;
  consultationId: string;
  /** Of its consultation. */
  title: Localised;
  /** Made-up data, to be shown as such. */
  demo: boolean;
  kind: OutcomeKind;
  youSaid: Localised;
  weDid: Localised;
  themes: Localised[];
  publishedAt: number;
  /** People who raised its themes, and people whom a message about it has reached. */
  raised: PublicCount;
  told: PublicCount;
}

/** What has been published, the newest first. */
export async function publishedOutcomes(db: Db): Promise<PublishedOutcome[]> {
  const rows = await listOutcomes(db, { consultationId: null, published: true });
  const ids = rows.map(({ id }) => id);
  const [themes, raised, told] = await Promise.all([themesOf(db, ids), raisedCounts(db), toldCounts(db)]);
  const named = Map.groupBy(themes, ({ outcomeId }) => outcomeId);
  return rows.map((row) => ({
    id: row.id,
    consultationId: row.consultationId,
    title: JSON.parse(row.title) as Localised,
    demo: row.demo === 1,
    kind: row.kind,
    youSaid: JSON.parse(row.youSaid) as Localised,
    weDid: JSON.parse(row.weDid) as Localised,
    themes: (named.get(row.id) ?? []).map(({ name }) => JSON.parse(name) as Localised),
    publishedAt: row.publishedAt ?? row.updatedAt,
    raised: publicCount(raised, row.id),
    told: publicCount(told, row.id),
  }));
}

function publicCount(counts: readonly { outcomeId: string; count: number }[], id: string): PublicCount {
  const count = counts.find(({ outcomeId }) => outcomeId === id)?.count ?? 0;
  return count < 5 ? 'fewer than 5' : count;
}
