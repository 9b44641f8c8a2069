import { latestFlow } from '#store/consultations.ts';
import type { Db } from '#store/db.ts';

/** What each step of a consultation asks, in one language: a short answer may mean nothing without it. */
export async function asksOf(db: Db, consultationId: string): Promise<ReadonlyMap<string, string>> {
  const version = await latestFlow(db, consultationId);
  return new Map(
    (version?.flow.steps ?? []).flatMap((step) =>
      'ask' in step ? [[step.id, step.ask.en ?? Object.values(step.ask)[0] ?? ''] as const] : [],
    ),
  );
}
