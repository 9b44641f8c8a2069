import { sql } from 'kysely';
import { type Names, type Naming, namesOf, officersNamed } from '#domain/named.ts';
import { among } from './among.ts';
import { chunks } from './codings-move.ts';
import type { Db, Store } from './db.ts';

type Reading = Pick<Store, 'read' | 'dialect'>;

/** Answers that no machine has read. What a safeguarding case holds is read by a person, whoever is on duty. */
const unread = (db: Db) =>
  db
    .selectFrom('responses')
    .select(['responses.id as id', 'responses.text as text', 'responses.createdAt as at'])
    .where('responses.themedAt', 'is', null)
    .where('responses.held', '=', 0);

/** Complaints that are cases: what somebody texts to a person is not always an answer. */
const complaints = (db: Db) =>
  db
    .selectFrom('cases')
    .innerJoin('messages', 'messages.id', 'cases.messageId')
    .select(['cases.id as id', 'messages.text as text', 'cases.createdAt as at'])
    .where('cases.kind', '=', 'complaint');

const sources = {
  unread: { said: unread, naming: 'unread' },
  complaints: { said: complaints, naming: 'whole' },
} as const satisfies Record<string, { said: (db: Db) => unknown; naming: Naming }>;

/** Which officers each of these names; what names nobody is not in it. */
export type NamedBy = ReadonlyMap<string, readonly string[]>;

interface Known {
  /** Changes whenever an officer is added or renamed. */
  officers: string;
  /** Changes with what was said. */
  mark: string;
  sizes: ReadonlyMap<string, number>;
  named: NamedBy;
}

const known = new WeakMap<Db, Map<keyof typeof sources, Known>>();

/**
 * Every page of the console asks this, and reading all that is unread for names takes far longer than a page may. So what
 * was found is kept, and only what has come or grown since is read. No words are kept.
 */
export async function officersNamedIn(
  { read: db, dialect }: Reading,
  source: keyof typeof sources,
  officers: readonly { id: string; name: string }[],
): Promise<NamedBy> {
  const kept = known.get(db) ?? new Map<keyof typeof sources, Known>();
  known.set(db, kept);
  const whose = JSON.stringify(officers.map(({ id, name }) => [id, name]));
  const before = kept.get(source);
  const same = before?.officers === whose ? before : undefined;
  const mark = await markOf(db, source);
  if (same?.mark === mark) return same.named;

  const sizes = await sizesOf(db, source);
  const isNew = (id: string) => sizes.get(id) !== same?.sizes.get(id);
  const named = new Map([...(same?.named ?? [])].filter(([id]) => sizes.has(id) && !isNew(id)));
  const names = namesOf(officers);
  for (const some of chunks([...sizes.keys()].filter(isNew))) {
    await readThese({ read: db, dialect }, source, some, names, named);
    // Whoever writes to us meanwhile is let in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  kept.set(source, { officers: whose, mark, sizes, named });
  return named;
}

const size = sql<number>`octet_length("said"."text")`;

async function markOf(db: Db, source: keyof typeof sources): Promise<string> {
  const row = await db
    .selectFrom(sources[source].said(db).as('said'))
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.sum(size).as('bytes'),
      fn.max('said.at').as('newest'),
    ])
    .executeTakeFirst();
  return JSON.stringify(row);
}

async function sizesOf(db: Db, source: keyof typeof sources): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom(sources[source].said(db).as('said'))
    .select(['said.id', size.as('bytes')])
    .execute();
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}

async function readThese(
  { read: db, dialect }: Reading,
  source: keyof typeof sources,
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
