import { type Kysely, sql } from 'kysely';

interface Stored {
  id: string;
  session: string;
  askedAt: number;
  wakeAt: number | null;
}

/** What conversations keep since they give people time, and easier words to whoever wants them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('residents')
    .addColumn('easy', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('responses')
    .addColumn('abusive', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('deliveries')
    .addColumn('asks', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('addresses').addColumn('doubt', 'text').execute();
  // Hardly anybody is in doubt, and the job that looks for them runs each second.
  await sql`create index "addressesInDoubt" on "addresses" ("lastInboundAt") where "doubt" is not null`.execute(
    db,
  );
  await bringUpSessions(db as Kysely<{ conversations: Stored }>);
}

/** Whoever was in the middle of a conversation goes on in it: its session gets all that a session has since. */
async function bringUpSessions(db: Kysely<{ conversations: Stored }>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('conversations')
      .select(['id', 'session', 'askedAt', 'wakeAt'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute();
    for (const row of rows) {
      await db
        .updateTable('conversations')
        .set({ session: broughtUp(row) })
        .where('id', '=', row.id)
        .execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

function broughtUp({ session, askedAt, wakeAt }: Stored): string {
  const old = JSON.parse(session) as { at: string | null; listening: object | null };
  // A quiet period was the only thing that a timer was for.
  const heardAt = Number(wakeAt ?? askedAt);
  return JSON.stringify({
    path: old.at === null ? [] : [old.at],
    since: Number(askedAt),
    askedAt: Number(askedAt),
    easy: false,
    previous: null,
    probed: null,
    timer: wakeAt === null ? null : 'quiet',
    wakeAt: wakeAt === null ? null : Number(wakeAt),
    later: null,
    reminded: 0,
    reminding: false,
    confirming: false,
    child: false,
    distressed: false,
    ...old,
    listening: old.listening === null ? null : { words: 0, files: 0, heardAt, ...old.listening },
  });
}
