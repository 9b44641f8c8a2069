import { sql } from 'kysely';
import { isWordToo, partsOfName } from '#domain/names.ts';
import { type OfficerRole, officerRoles } from '#domain/words.ts';
import type { Db } from './db.ts';
import { allOfficers } from './officers.ts';

/** What one officer must not see: the rows of a complaint about them, by the tables' ids. */
export interface Hidden {
  officerId: string;
  responses: readonly string[];
  messages: readonly string[];
  cases: readonly string[];
  residents: readonly string[];
  conversations: readonly string[];
}

/**
 * Complaints about this officer, and what may be one: an answer that nobody has read and that has their name in it is
 * hidden until it is read. Null where nothing is hidden, or where nobody else could deal with it: a complaint that
 * nobody sees helps nobody.
 */
export async function hiddenFrom(
  db: Db,
  officer: { id: string; name: string; role: OfficerRole },
): Promise<Hidden | null> {
  const marked = await db
    .selectFrom('complaintAbout')
    .select(['responseId', 'decision'])
    .where('officerId', '=', officer.id)
    .execute();
  const about = marked.filter(({ decision }) => decision !== 'rejected').map(({ responseId }) => responseId);
  const cleared = new Set(
    marked.filter(({ decision }) => decision === 'rejected').map(({ responseId }) => responseId),
  );
  const unread = (await unreadNaming(db, officer.name)).filter((id) => !cleared.has(id));
  const ids = [...new Set([...about, ...unread])];
  const named = await casesNaming(db, officer.name, cleared);
  if (ids.length === 0 && named.length === 0) return null;
  if (!(await somebodyElseActs(db, officer.id))) return null;
  return rowsOf(db, officer.id, ids, named);
}

async function somebodyElseActs(db: Db, officerId: string): Promise<boolean> {
  const officers = await allOfficers(db);
  return officers.some(
    ({ id, role, password, disabledAt }) =>
      id !== officerId &&
      disabledAt === null &&
      password !== null &&
      officerRoles.indexOf(role) >= officerRoles.indexOf('reviewer'),
  );
}

/** A condition for each way of naming an officer: either name where it is no word as well, or all of it. */
function waysOf(name: string): string[][] {
  const parts = partsOfName(name);
  const alone = parts.filter((part) => !isWordToo(part)).map((part) => [part]);
  return alone.length === parts.length ? alone : [...alone, parts];
}

const holds = (column: 'responses.text' | 'messages.text', parts: readonly string[]) =>
  sql<boolean>`(${sql.join(
    parts.map((part) => sql`lower(${sql.ref(column)}) like ${`%${part}%`}`),
    sql` and `,
  )})`;

async function unreadNaming(db: Db, name: string): Promise<string[]> {
  const ways = waysOf(name);
  if (ways.length === 0) return [];
  const rows = await db
    .selectFrom('responses')
    .select('id')
    .where('themedAt', 'is', null)
    .where(({ or }) => or(ways.map((parts) => holds('responses.text', parts))))
    .execute();
  return rows.map(({ id }) => id);
}

/** Cases whose own words have their whole name in them: what somebody texts to a person is not always an answer. */
async function casesNaming(db: Db, name: string, cleared: ReadonlySet<string>): Promise<string[]> {
  const parts = partsOfName(name);
  if (parts.length === 0) return [];
  const rows = await db
    .selectFrom('cases')
    .innerJoin('messages', 'messages.id', 'cases.messageId')
    .leftJoin('responseParts', 'responseParts.messageId', 'messages.id')
    .select(['cases.id', 'responseParts.responseId'])
    .where(holds('messages.text', parts))
    .execute();
  return rows.filter(({ responseId }) => !cleared.has(responseId ?? '')).map(({ id }) => id);
}

/** All that leads to these answers: their messages, what was sent about them, and cases that would show their words. */
async function rowsOf(db: Db, officerId: string, ids: string[], named: string[]): Promise<Hidden> {
  const responses = await db
    .selectFrom('responses')
    .select(['id', 'residentId', 'conversationId'])
    .where('id', 'in', orNone(ids))
    .execute();
  const residents = [...new Set(responses.map(({ residentId }) => residentId))];
  const conversations = [...new Set(responses.map(({ conversationId }) => conversationId ?? ''))];
  const parts = await db
    .selectFrom('responseParts')
    .select('messageId')
    .where('responseId', 'in', orNone(ids))
    .execute();
  const messages = parts.map(({ messageId }) => messageId);
  const cases = await db
    .selectFrom('cases')
    .select('id')
    .where(({ or, and, eb }) =>
      or([
        eb('messageId', 'in', orNone(messages)),
        // A copy of somebody's data has all their words in it.
        and([
          eb('residentId', 'in', orNone(residents)),
          eb('kind', 'in', ['complaint', 'data', 'erasure'] as const),
        ]),
      ]),
    )
    .execute();
  const hiddenCases = [...new Set([...cases.map(({ id }) => id), ...named])];
  return { officerId, responses: ids, messages, cases: hiddenCases, residents, conversations };
}

function orNone(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [''] : ids;
}
