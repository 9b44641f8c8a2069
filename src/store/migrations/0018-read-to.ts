import { type Kysely, sql } from 'kysely';

/**
 * How far a response had been read when something was decided about it: what comes later is heard anew. And the price and
 * the host that somebody agreed to for a run of a language model.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['controls', 'complaintAbout']) {
    await db.schema
      .alterTable(table)
      .addColumn('readTo', 'bigint', (column) => column.notNull().defaultTo(sql.lit(0)))
      .execute();
    // What was decided before was decided about all that had been said by then.
    await sql`
      update ${sql.table(table)} set "readTo" =
        coalesce((select length("text") from "responses" where "responses"."id" = "responseId"), 0)
    `.execute(db);
  }
  await db.schema.alterTable('modelRuns').addColumn('host', 'text').execute();
  await db.schema.alterTable('modelRuns').addColumn('price', 'text').execute();
}
