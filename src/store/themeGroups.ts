import type { Db, Tx } from './db.ts';
import type { ThemeGroupMemberRow, ThemeGroupRow } from './schema.ts';

/** A query takes some thousands of values at most. */
const AT_ONCE = 500;

export async function insertGroup(
  db: Db,
  group: ThemeGroupRow,
  members: Omit<ThemeGroupMemberRow, 'groupId'>[],
): Promise<void> {
  await db.insertInto('themeGroups').values(group).execute();
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const some = members.slice(from, from + AT_ONCE).map((member) => ({ groupId: group.id, ...member }));
    await db.insertInto('themeGroupMembers').values(some).execute();
  }
}

/** Takes away what was found before and nobody has decided on. */
export async function dropOffered(db: Db, consultationId: string): Promise<void> {
  const offered = db
    .selectFrom('themeGroups')
    .select('id')
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'offered');
  await db.deleteFrom('themeGroupMembers').where('groupId', 'in', offered).execute();
  await db
    .deleteFrom('themeGroups')
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'offered')
    .execute();
}

export function groupById(db: Db, id: string): Promise<ThemeGroupRow | undefined> {
  return db.selectFrom('themeGroups').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same for whoever is about to decide on it: nobody else does before this turn ends. */
export function lockGroup(tx: Tx, id: string): Promise<ThemeGroupRow | undefined> {
  const query = tx.db.selectFrom('themeGroups').selectAll().where('id', '=', id);
  return (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

export async function decideGroup(
  db: Db,
  id: string,
  change: Pick<ThemeGroupRow, 'state' | 'decidedBy' | 'decidedAt'> & { themeId?: string },
): Promise<void> {
  await db.updateTable('themeGroups').set(change).where('id', '=', id).execute();
}

/** Members to which a theme may be suggested: answers that are whole, and that no case holds. */
export function membersToCode(db: Db, groupId: string) {
  return db
    .selectFrom('themeGroupMembers as member')
    .innerJoin('responses as response', 'response.id', 'member.responseId')
    .select(['member.responseId', 'member.startAt', 'member.endAt'])
    .where('member.groupId', '=', groupId)
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .where('response.whoElse', '=', 0)
    .execute();
}

/** What officers have said is no theme, with all of its members: it is not to come back. */
export async function dismissedGroups(
  db: Db,
  consultationId: string,
): Promise<{ ids: string[]; telling: string[] }[]> {
  const rows = await db
    .selectFrom('themeGroups as group')
    .innerJoin('themeGroupMembers as member', 'member.groupId', 'group.id')
    .select(['group.id', 'group.telling', 'member.responseId'])
    .where('group.consultationId', '=', consultationId)
    .where('group.state', '=', 'dismissed')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((members) => ({
    ids: members.map(({ responseId }) => responseId),
    telling: JSON.parse(members[0]?.telling ?? '[]') as string[],
  }));
}
