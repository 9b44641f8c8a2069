import type { NewId } from '#domain/clock.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { NoticeRow } from './schema.ts';

const insert = prepare<NoticeRow>()((db, p) =>
  db.insertInto('notices').values({
    id: p('id'),
    residentId: p('residentId'),
    consultationId: p('consultationId'),
    notice: p('notice'),
    privacyHash: p('privacyHash'),
    flowHash: p('flowHash'),
    at: p('at'),
  }),
);

/** Records which privacy words somebody was shown. UK GDPR, Article 13: when their data is taken. */
export async function recordNotice(
  tx: Tx,
  { newId, ...notice }: Omit<NoticeRow, 'id'> & { newId: NewId },
): Promise<void> {
  await tx.run(insert, { ...notice, id: newId() });
}
