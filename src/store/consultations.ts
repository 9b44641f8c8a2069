import type { FlowVersion } from '#flow/schema.ts';
import { flowSchema } from '#flow/schema.ts';
import type { Db, Tx } from './db.ts';
import { keepHolds } from './holds.ts';

/** What threads under follow-ups are called among the flow versions. */
export const followUpFlow = 'follow-up';

/** Keeps a flow version whole, with its consultation and what holds it, and seeds the codebook the first time only. */
export async function keepFlow(
  tx: Tx,
  version: FlowVersion,
  now: number,
  newId: () => string,
): Promise<void> {
  const { flow } = version;
  const { db } = tx;
  const isNew = await db
    .insertInto('consultations')
    .values({ id: flow.id, title: JSON.stringify(flow.title), demo: 0, createdAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  await keepVersion(tx, version, flow.id, now);
  await keepHolds(tx, flow.id, flow.frame.holds);
  if (isNew === undefined || flow.codebook.length === 0) return;
  await db
    .insertInto('themes')
    .values(
      flow.codebook.map((theme, position) => ({
        id: newId(),
        consultationId: flow.id,
        key: theme.id,
        name: JSON.stringify(theme.name),
        definition: JSON.stringify(theme.definition),
        includes: JSON.stringify(theme.includes ?? {}),
        excludes: JSON.stringify(theme.excludes ?? {}),
        examples: JSON.stringify(theme.examples),
        mergedInto: null,
        state: 'active' as const,
        position,
        createdAt: now,
      })),
    )
    .execute();
}

/** Keeps one version; `flowId` is followUpFlow for one that no file holds. */
export async function keepVersion(tx: Tx, version: FlowVersion, flowId: string, now: number): Promise<void> {
  const { flow, hash } = version;
  await tx.db
    .insertInto('flowVersions')
    .values({ hash, flowId, consultationId: flow.id, body: JSON.stringify(flow), createdAt: now })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** The newest version of a consultation whose file is no longer there. */
export async function latestFlow(db: Db, consultationId: string): Promise<FlowVersion | null> {
  const row = await db
    .selectFrom('flowVersions')
    .select('hash')
    .where('consultationId', '=', consultationId)
    .where('flowId', '!=', followUpFlow)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : flowByHash(db, row.hash);
}

export async function flowByHash(db: Db, hash: string): Promise<FlowVersion | null> {
  const row = await db.selectFrom('flowVersions').select('body').where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? null : { hash, flow: flowSchema.parse(JSON.parse(row.body)) };
}

export async function isDemo(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('consultations').select('id').where('demo', '=', 1).executeTakeFirst()) !== undefined
  );
}
