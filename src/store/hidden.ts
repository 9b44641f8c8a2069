import { namesOf, officersNamed } from '#domain/named.ts';
import { type OfficerRole, officerRoles } from '#domain/words.ts';
import { among } from './among.ts';
import type { Store } from './db.ts';
import { editsAmong, sentAgain } from './edits.ts';
import { type NamedBy, officersNamedIn } from './naming.ts';
import { allOfficers } from './officers.ts';
import type { ComplaintAboutRow, OfficerRow } from './schema.ts';

type Reading = Pick<Store, 'read' | 'dialect'>;

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
 * hidden until it is read. Null where nothing is hidden. What nobody else could deal with is not: a complaint that nobody
 * sees helps nobody. Nor is what may save a life, unless a person has said that it is about them.
 */
export async function hiddenFrom(
  store: Reading,
  officer: { id: string; role: OfficerRole },
): Promise<Hidden | null> {
  const { read: db } = store;
  const [everybody, marked] = await Promise.all([
    allOfficers(db),
    db
      .selectFrom('complaintAbout')
      .select(['responseId', 'officerId', 'decision'])
      .where('officerId', '=', officer.id)
      .execute(),
  ]);
  const officers = everybody.filter(({ disabledAt }) => disabledAt === null);
  const [own, edits, complaints] = await Promise.all([
    officersNamedIn(store, 'unread', officers),
    officersNamedIn(store, 'unreadEdits', officers),
    officersNamedIn(store, 'complaints', officers),
  ]);
  const unread = await withEdits(store, own, edits);
  const maybe = new Set([
    ...marked.map(({ responseId }) => responseId),
    ...[...unread].filter(([, named]) => named.includes(officer.id)).map(([id]) => id),
  ]);
  const cases = [...complaints].filter(([, named]) => named.includes(officer.id)).map(([id]) => id);
  if (maybe.size === 0 && cases.length === 0) return null;

  const said = cases.length === 0 ? new Map<string, string>() : await answersTo(store, cases);
  const marks = await marksOf(store, [...maybe, ...said.values()]);
  // Whoever a response or a case names, but for those of whom an admin has said that it is not about them: as far as
  // the answer went by then.
  const isCleared = ({ officerId, decision, grown }: Mark) =>
    decision === 'rejected' &&
    officersNamed(grown ?? '', namesOf(everybody.filter(({ id }) => id === officerId)), 'unread').length ===
      0;
  const aboutWhom = (responseId: string | undefined, named: readonly string[]) => {
    const of = marks.get(responseId ?? '') ?? [];
    const not = of.filter(isCleared).map(({ officerId }) => officerId);
    return new Set([...of.map(({ officerId }) => officerId), ...named].filter((id) => !not.includes(id)));
  };
  const hides = (about: ReadonlySet<string>) => about.has(officer.id) && othersAct(officers, officer, about);
  const responses = [...maybe].filter((id) => hides(aboutWhom(id, unread.get(id) ?? [])));
  const named = cases.filter((id) => hides(aboutWhom(said.get(id), complaints.get(id) ?? [])));
  if (responses.length === 0 && named.length === 0) return null;
  const accepted = marked.filter(({ decision }) => decision === 'accepted');
  const decided = new Set(accepted.map(({ responseId }) => responseId));
  return rowsOf(store, officer.id, { responses, decided, named });
}

/**
 * Whether somebody whom it is not about could deal with it. Only an admin can say that it is not about an officer after
 * all: without another admin it is hidden from no admin, or nobody ever could.
 */
function othersAct(
  officers: readonly OfficerRow[],
  { id: officerId, role: own }: { id: string; role: OfficerRole },
  about: ReadonlySet<string>,
): boolean {
  const least = officerRoles.indexOf(own === 'admin' ? 'admin' : 'reviewer');
  return officers.some(
    ({ id, role, password }) =>
      id !== officerId && !about.has(id) && password !== null && officerRoles.indexOf(role) >= least,
  );
}

/** Whom these answers name, in their own words or in what these were changed to. */
async function withEdits({ read, dialect }: Reading, own: NamedBy, edits: NamedBy): Promise<NamedBy> {
  if (edits.size === 0) return own;
  const changed = await sentAgain(read)
    .select(['responseParts.responseId', 'edit.id'])
    .distinct()
    .where(among(dialect, 'edit.id', [...edits.keys()]))
    .execute();
  const all = new Map(own);
  for (const { responseId, id } of changed)
    all.set(responseId, [...new Set([...(all.get(responseId) ?? []), ...(edits.get(id) ?? [])])]);
  return all;
}

/** By case: the response that its message is part of, or has changed. */
async function answersTo({ read, dialect }: Reading, cases: string[]): Promise<Map<string, string>> {
  const [parts, edits] = await Promise.all([
    read
      .selectFrom('cases')
      .innerJoin('responseParts', 'responseParts.messageId', 'cases.messageId')
      .select(['cases.id', 'responseParts.responseId'])
      .where(among(dialect, 'cases.id', cases))
      .execute(),
    sentAgain(read)
      .innerJoin('cases', 'cases.messageId', 'edit.id')
      .select(['cases.id', 'responseParts.responseId'])
      .where(among(dialect, 'cases.id', cases))
      .execute(),
  ]);
  return new Map([...edits, ...parts].map(({ id, responseId }) => [id, responseId]));
}

interface Mark extends Pick<ComplaintAboutRow, 'responseId' | 'officerId' | 'decision'> {
  /** What has come since, where no machine has read it yet. */
  grown: string | null;
}

async function marksOf({ read, dialect }: Reading, ids: string[]): Promise<Map<string, Mark[]>> {
  const rows = await read
    .selectFrom('complaintAbout as mark')
    .leftJoin('responses as unread', (join) =>
      join
        .onRef('unread.id', '=', 'mark.responseId')
        .on('unread.themedAt', 'is', null)
        .on('unread.held', '=', 0)
        .on('mark.decision', '=', 'rejected'),
    )
    .select(['mark.responseId', 'mark.officerId', 'mark.decision', 'mark.readTo', 'mark.decidedAt'])
    .select('unread.text')
    .where(among(dialect, 'mark.responseId', ids))
    .execute();
  const waiting = rows.filter(({ text }) => text !== null).map(({ responseId }) => responseId);
  const edits = await editsAmong(read, [...new Set(waiting)]);
  const marks = rows.map(({ readTo, text, decidedAt, ...mark }) => {
    const later = edits.filter(
      ({ responseId, at }) => responseId === mark.responseId && at > (decidedAt ?? 0),
    );
    const grown = text === null ? null : [text.slice(readTo), ...later.map((edit) => edit.text)].join('\n');
    return { ...mark, grown };
  });
  return Map.groupBy(marks, ({ responseId }) => responseId);
}

/** Whoever is on duty sees these, whatever name is in them. */
const urgentKinds = ['safeguarding', 'child'] as const;

/** All that leads to these answers: their messages, what was sent about them, and cases that would show their words. */
async function rowsOf(
  { read, dialect }: Reading,
  officerId: string,
  { responses: ids, decided, named }: { responses: string[]; decided: ReadonlySet<string>; named: string[] },
): Promise<Hidden> {
  const [responses, own, edits] = await Promise.all([
    read
      .selectFrom('responses')
      .select(['residentId', 'conversationId'])
      .where(among(dialect, 'id', ids))
      .execute(),
    read
      .selectFrom('responseParts')
      .select(['messageId', 'responseId'])
      .where(among(dialect, 'responseId', ids))
      .execute(),
    sentAgain(read)
      .select(['edit.id as messageId', 'responseParts.responseId'])
      .distinct()
      .where(among(dialect, 'responseParts.responseId', ids))
      .execute(),
  ]);
  const parts = [...own, ...edits];
  const residents = [...new Set(responses.map(({ residentId }) => residentId))];
  const conversations = [...new Set(responses.map(({ conversationId }) => conversationId))];
  const messages = new Set(parts.map(({ messageId }) => messageId));
  const cases = await read
    .selectFrom('cases')
    .select(['id', 'kind', 'messageId', 'residentId'])
    .where(({ or, and, eb }) =>
      or([
        among(dialect, 'messageId', [...messages]),
        // A copy of somebody's data has all their words in it.
        and([
          among(dialect, 'residentId', residents),
          eb('kind', 'in', ['complaint', 'data', 'erasure', ...urgentKinds] as const),
        ]),
      ]),
    )
    .execute();
  const byPerson = new Set(
    parts.filter(({ responseId }) => decided.has(responseId)).map(({ messageId }) => messageId),
  );
  const urgent = cases.filter(
    ({ kind, messageId }) => urgentKinds.some((one) => one === kind) && !byPerson.has(messageId ?? ''),
  );
  for (const { messageId } of urgent) messages.delete(messageId ?? '');
  const hidden = cases.filter((one) => !urgent.includes(one)).map(({ id }) => id);
  // Whether somebody in danger was sent a signpost must be seen too.
  const helped = new Set(urgent.map(({ residentId }) => residentId));
  return {
    ...{ officerId, responses: ids, messages: [...messages], cases: [...new Set([...hidden, ...named])] },
    residents: residents.filter((id) => !helped.has(id)),
    ...{ conversations: conversations.filter((id) => id !== null) },
  };
}
