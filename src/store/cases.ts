import type { Tx } from './db.ts';
import type { CaseRow } from './schema.ts';

/** Opens a case: something a person must handle. */
export async function openCase(
  tx: Tx,
  opened: Pick<
    CaseRow,
    'id' | 'kind' | 'category' | 'residentId' | 'conversationId' | 'messageId' | 'createdAt' | 'dueAt'
  >,
): Promise<void> {
  await tx.db
    .insertInto('cases')
    .values({ ...opened, state: 'open' })
    .execute();
}
