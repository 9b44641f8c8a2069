import type { Db } from './db.ts';
import { agreedToQuote } from './quoteConsent.ts';
import { isUnthemed } from './responses-read.ts';
import type { ThemeGroupRow } from './schema.ts';

export interface OpenGroup extends Omit<ThemeGroupRow, 'telling'> {
  telling: string[];
  /** Responses in it that no theme explains even now, and the residents behind them. */
  responses: number;
  people: number;
}

/** A member that still counts: of what residents suggest every response, else those that have no theme yet. */
function counting(db: Db) {
  return db
    .selectFrom('themeGroups as group')
    .innerJoin('themeGroupMembers as member', 'member.groupId', 'group.id')
    .innerJoin('responses as response', 'response.id', 'member.responseId')
    .where('group.state', 'in', ['offered', 'suggestedByResident'])
    .where('response.held', '=', 0)
    .where('response.abusive', '=', 0)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('group.state', '=', 'suggestedByResident'),
        eb('response.id', 'in', selectFrom('responses').select('responses.id').where(isUnthemed)),
      ]),
    );
}

/** What waits for an officer, that with the most different texts first: a campaign's copies put nothing on top. */
export async function openGroups(db: Db, consultationId: string): Promise<OpenGroup[]> {
  const rows = await counting(db)
    .where('group.consultationId', '=', consultationId)
    .selectAll('group')
    .select(({ fn }) => [
      fn.countAll<number>().as('responses'),
      fn.count<number>('response.residentId').distinct().as('people'),
    ])
    .groupBy('group.id')
    .orderBy('group.size', 'desc')
    .orderBy('group.createdAt')
    .orderBy('group.id')
    .execute();
  return rows.map((row) => ({ ...row, telling: JSON.parse(row.telling) as string[] }));
}

/** How many wait, by consultation; those without any are left out. */
export function countOpenGroups(db: Db): Promise<{ consultationId: string; count: number }[]> {
  return counting(db)
    .select(({ fn }) => ['group.consultationId', fn.count<number>('group.id').distinct().as('count')])
    .groupBy('group.consultationId')
    .orderBy('count', 'desc')
    .orderBy('group.consultationId')
    .execute();
}

/** What officers have said is no theme, the latest first. */
export async function setAside(db: Db, consultationId: string, limit: number) {
  const rows = await db
    .selectFrom('themeGroups')
    .select(['id', 'telling', 'draftedName', 'size', 'decidedAt'])
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'dismissed')
    .orderBy('decidedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, telling: JSON.parse(row.telling) as string[] }));
}

/**
 * Words that stand for each group, and whether their writer `agreed` (1) to be quoted, by their latest word. Nothing that
 * a case holds, that is marked as abusive, or that was written down from a voice note: things may have changed since.
 */
export function groupExamples(db: Db, groupIds: readonly string[]) {
  return db
    .selectFrom('themeGroupMembers as member')
    .innerJoin('responses as response', 'response.id', 'member.responseId')
    .select([
      'member.groupId',
      'member.startAt',
      'member.endAt',
      'response.id as responseId',
      'response.text',
      'response.language',
    ])
    .select(({ ref }) =>
      agreedToQuote({
        residentId: ref('response.residentId'),
        consultationId: ref('response.consultationId'),
      }).as('agreed'),
    )
    .where('member.groupId', 'in', [...groupIds, ''])
    .where('member.example', '=', 1)
    .where('response.state', '=', 'complete')
    .where('response.held', '=', 0)
    .where('response.abusive', '=', 0)
    .where('response.machine', '=', 0)
    .where('response.outcomeId', 'is', null)
    .where('response.whoElse', '=', 0)
    .orderBy('response.createdAt')
    .orderBy('response.id')
    .execute();
}
