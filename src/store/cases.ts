import type { ControlDetail } from '#domain/words.ts';
import { planAlert } from './alerts.ts';
import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { CaseRow } from './schema.ts';

/** Opens a case: something a person must handle. Where somebody must act at once, the lead's alert is due in the same turn. */
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
  if (opened.kind === 'safeguarding' || opened.kind === 'child')
    await planAlert(tx, { caseId: opened.id, round: 1, to: 'lead', dueAt: opened.createdAt });
}

/** The same, unless one of this kind is open for the conversation already. */
export async function openCaseOnce(tx: Tx, opened: Parameters<typeof openCase>[1]): Promise<void> {
  // Two files of one conversation may be fetched in the same moment: the second looks once the first is done.
  if (tx.dialect === 'postgres' && opened.conversationId !== null)
    await tx.db
      .selectFrom('conversations')
      .select('id')
      .where('id', '=', opened.conversationId)
      .forUpdate()
      .execute();
  const open = await tx.db
    .selectFrom('cases')
    .select('id')
    .where('conversationId', '=', opened.conversationId)
    .where('kind', '=', opened.kind)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (open === undefined) await openCase(tx, opened);
}

/**
 * A complaint is opened once for what it is about: while one of the conversation is open, another about the same is the
 * same case.
 */
export async function openComplaintOnce(
  tx: Tx,
  opened: Omit<Parameters<typeof openCase>[1], 'kind' | 'category'> & { category: ControlDetail },
): Promise<void> {
  const open = await tx.db
    .selectFrom('cases')
    .select('id')
    .where('conversationId', '=', opened.conversationId)
    .where('kind', '=', 'complaint')
    .where('category', '=', opened.category)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (open === undefined) await openCase(tx, { ...opened, kind: 'complaint' });
}

/** Whether a complaint of this kind was open in this conversation at some time after `at`. */
export async function complaintSince(
  db: Db,
  { conversationId, category, at }: { conversationId: string | null; category: ControlDetail; at: number },
): Promise<boolean> {
  const known = await db
    .selectFrom('cases')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('kind', '=', 'complaint')
    .where('category', '=', category)
    .where(({ or, eb }) => or([eb('state', '=', 'open'), eb('closedAt', '>=', at)]))
    .executeTakeFirst();
  return known !== undefined;
}

const childAt = prepare<{ addressId: string }>()((db, p) =>
  db
    .selectFrom('conversations as conversation')
    .innerJoin('cases as case', 'case.conversationId', 'conversation.id')
    .select('case.id')
    .where('conversation.addressId', '=', p('addressId'))
    .where('case.kind', '=', 'child')
    .where('case.state', '=', 'open')
    .limit(1),
);

/** Whether somebody at this address said that they are a child, and no person has decided yet. */
export async function childWaits(tx: Tx, addressId: string): Promise<boolean> {
  return (await tx.run(childAt, { addressId })).length > 0;
}

/** Whether somebody in this conversation may be in danger or is a child, and no person has decided yet. */
export async function isHeld(db: Db, conversationId: string): Promise<boolean> {
  const open = await db
    .selectFrom('cases')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('kind', 'in', ['safeguarding', 'child'])
    .where('state', '=', 'open')
    .executeTakeFirst();
  return open !== undefined;
}
