import { sql } from 'kysely';
import { type Names, type Naming, namesOf, officersNamed } from '#domain/named.ts';
import { among } from './among.ts';
import { chunks } from './codings-move.ts';
import type { Db, Store } from './db.ts';
import { sentAgain } from './edits.ts';
import { evenly, type Span, wholeSpan } from './spans.ts';

type Reading = Pick<Store, 'read' | 'dialect'>;

/** Answers that no machine has read. What a safeguarding case holds is read by a person, whoever is on duty. */
const unread = (db: Db) =>
  db
    .selectFrom('responses')
    .select(['responses.id as id', 'responses.text as text', 'responses.createdAt as at'])
    .where('responses.themedAt', 'is', null)
    .where('responses.held', '=', 0);

/** What messages of such an answer were changed to once it was whole, by the message. */
const unreadEdits = (db: Db) =>
  sentAgain(db)
    .innerJoin('responses', 'responses.id', 'responseParts.responseId')
    .select(['edit.id as id', 'edit.text as text', 'edit.receivedAt as at'])
    .distinct()
    .where('responses.themedAt', 'is', null)
    .where('responses.held', '=', 0);

/** Complaints that are cases: what somebody texts to a person is not always an answer. */
const complaints = (db: Db) =>
  db
    .selectFrom('cases')
    .innerJoin('messages', 'messages.id', 'cases.messageId')
    .select(['cases.id as id', 'messages.text as text', 'cases.createdAt as at'])
    .where('cases.kind', '=', 'complaint');

/** `inParts`: there are many, and an index by when they were made. */
const sources = {
  unread: { said: unread, naming: 'unread', inParts: true },
  unreadEdits: { said: unreadEdits, naming: 'unread', inParts: false },
  complaints: { said: complaints, naming: 'whole', inParts: false },
} as const satisfies Record<string, { said: (db: Db) => unknown; naming: Naming; inParts: boolean }>;

type Source = keyof typeof sources;

/** Which officers each of these names; what names nobody is not in it. */
export type NamedBy = ReadonlyMap<string, readonly string[]>;

interface Known {
  /** Changes whenever an officer is added or renamed. */
  officers: string;
  spans: readonly Span<Size>[];
  named: NamedBy;
}

interface Size {
  id: string;
  bytes: number;
  at: number;
}

interface Look {
  officers: string;
  found: Promise<NamedBy>;
}

interface Kept {
  known: Known | null;
  /** The last that was begun or is to be begun. */
  last: Look | null;
  /** It has not begun: whoever asks meanwhile shares it. */
  next: Look | null;
}

const kept = new WeakMap<Db, Record<Source, Kept>>();
const nothing = (): Kept => ({ known: null, last: null, next: null });

/**
 * Every page of the console asks this, and reading all that is unread for names takes far longer than a page may. So what
 * was found is kept, and only what has come or grown since is read. No words are kept. Those who ask while somebody looks
 * wait for one more look, all of them for the same: it sees whatever was there when they asked.
 */
export function officersNamedIn(
  store: Reading,
  source: Source,
  officers: readonly { id: string; name: string }[],
): Promise<NamedBy> {
  const all = kept.get(store.read) ?? {
    unread: nothing(),
    unreadEdits: nothing(),
    complaints: nothing(),
  };
  kept.set(store.read, all);
  const of = all[source];
  const whose = JSON.stringify(officers.map(({ id, name }) => [id, name]));
  if (of.next?.officers === whose) return of.next.found;
  const before = of.last?.found.catch(() => null) ?? Promise.resolve();
  const found = before.then(async () => {
    if (of.next === look) of.next = null;
    const known = of.known?.officers === whose ? of.known : { officers: whose, spans: [], named: new Map() };
    of.known = await lookAgain(store, source, known, namesOf(officers));
    return of.known.named;
  });
  const look: Look = { officers: whose, found };
  of.last = look;
  of.next = look;
  return found;
}

/** What is known, and what has changed since: only the spans of time are listed in which anything has. */
async function lookAgain(store: Reading, source: Source, known: Known, names: Names): Promise<Known> {
  const marks = known.spans.length === 0 ? [] : await marksOf(store, source, known.spans);
  const before = known.spans.length === 0 ? [wholeSpan<Size>()] : known.spans;
  const same = before.map(({ rows }, at) => marks[at] === markOf(rows));
  if (!same.includes(false)) return known;
  const spans: Span<Size>[] = [];
  const named = new Map(known.named);
  const fresh: string[] = [];
  for (const [at, span] of before.entries()) {
    if (same[at]) {
      spans.push(span);
      continue;
    }
    const rows = await sizesIn(store.read, source, span);
    const sizes = new Map(span.rows.map(({ id, bytes }) => [id, bytes]));
    const isKnown = new Set(rows.filter(({ id, bytes }) => sizes.get(id) === bytes).map(({ id }) => id));
    for (const id of sizes.keys()) if (!isKnown.has(id)) named.delete(id);
    for (const { id } of rows) if (!isKnown.has(id)) fresh.push(id);
    spans.push({ ...span, rows });
  }
  for (const some of chunks(fresh)) {
    await readThese(store, source, some, names, named);
    // Whoever writes to us meanwhile is let in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...known, spans: sources[source].inParts ? evenly(spans) : spans, named };
}

const size = sql<number>`octet_length("said"."text")`;
/** When they were made, so that one which came in the place of another is noticed. */
const PRIME = 65_521;

function markOf(rows: readonly Size[]): string {
  let [bytes, times] = [0, 0];
  for (const row of rows) {
    bytes += row.bytes;
    times += row.at % PRIME;
  }
  return `${rows.length} ${bytes} ${times}`;
}

/** The marks of these spans as the database has them now: in one query, which looks at each row once. */
async function marksOf(
  { read: db, dialect }: Reading,
  source: Source,
  spans: readonly Span<Size>[],
): Promise<string[]> {
  const span =
    dialect === 'postgres'
      ? sql`unnest(${spans.map(({ from }) => from)}::bigint[], ${spans.map(({ to }) => to)}::bigint[])
          with ordinality as "span" ("from", "to", "place")`
      : sql`(select "value" ->> 0 as "from", "value" ->> 1 as "to", "key" as "place"
          from json_each(${JSON.stringify(spans.map(({ from, to }) => [from, to]))})) as "span"`;
  const { rows } = await sql<{ mark: string }>`
    select (
      select count(*) || ' ' || coalesce(sum(${size}), 0) || ' ' || coalesce(sum("said"."at" % ${sql.lit(PRIME)}), 0)
      from ${sources[source].said(db)} as "said"
      where "said"."at" >= "span"."from" and "said"."at" < "span"."to"
    ) as "mark"
    from ${span}
    order by "span"."place"`.execute(db);
  return rows.map(({ mark }) => mark);
}

function sizesIn(db: Db, source: Source, { from, to }: Span<Size>): Promise<Size[]> {
  return db
    .selectFrom(sources[source].said(db).as('said'))
    .select(['said.id', 'said.at', size.as('bytes')])
    .where('said.at', '>=', from)
    .where('said.at', '<', to)
    .execute();
}

async function readThese(
  { read: db, dialect }: Reading,
  source: Source,
  ids: readonly string[],
  names: Names,
  named: Map<string, readonly string[]>,
): Promise<void> {
  const rows = await db
    .selectFrom(sources[source].said(db).as('said'))
    .select(['said.id', 'said.text'])
    .where(among(dialect, 'said.id', ids))
    .execute();
  for (const { id, text } of rows) {
    const officers = officersNamed(text, names, sources[source].naming);
    if (officers.length > 0) named.set(id, officers);
  }
}
