import type { ConsentKind } from '#domain/words.ts';
import type { Db } from './db.ts';

/** Their latest word; an unclear one was recorded as no, and none at all is no. */
export async function agreed(
  db: Db,
  { residentId, consultationId }: { residentId: string; consultationId: string },
  kind: ConsentKind,
): Promise<boolean> {
  const latest = await db
    .selectFrom('consents')
    .select('granted')
    .where('residentId', '=', residentId)
    .where('consultationId', '=', consultationId)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return latest?.granted === 1;
}
