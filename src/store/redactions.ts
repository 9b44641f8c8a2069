import { createHash } from 'node:crypto';
import { occurrences } from '#domain/occurrences.ts';
import type { Db } from './db.ts';
import type { RedactionRow } from './schema.ts';

/** Says whether the same words still stand where they stood, without keeping them a second time. */
export function wordsHash(responseId: string, words: string): string {
  return createHash('sha256').update(`${responseId}\n${words}`).digest('base64url');
}

/** The words that a decision is about; null where others stand there by now. */
export function wordsOf(
  text: string,
  { responseId, startAt, endAt, wordsHash: hash }: RedactionRow,
): string | null {
  const words = text.slice(startAt, endAt);
  return wordsHash(responseId, words) === hash ? words : null;
}

/** Officers' decisions about these responses, the oldest first. */
export async function redactionsOf(db: Db, responseIds: readonly string[]): Promise<RedactionRow[]> {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom('redactions')
    .selectAll()
    .where('responseId', 'in', responseIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** The texts of this consultation about which officers have decided, with their decisions, the oldest first. */
export async function decidedIn(
  db: Db,
  consultationId: string,
): Promise<{ text: string; decisions: RedactionRow[] }[]> {
  const rows = await db
    .selectFrom('redactions')
    .innerJoin('responses', 'responses.id', 'redactions.responseId')
    .selectAll('redactions')
    .select('responses.text')
    .where('responses.consultationId', '=', consultationId)
    .orderBy('redactions.createdAt')
    .orderBy('redactions.id')
    .execute();
  const byResponse = Map.groupBy(rows, ({ responseId }) => responseId);
  return [...byResponse.values()].map((decisions) => ({ text: decisions[0]?.text ?? '', decisions }));
}

export async function keepRedactions(
  db: Db,
  rows: readonly (Omit<RedactionRow, 'confirmed'> & Partial<Pick<RedactionRow, 'confirmed'>>)[],
): Promise<void> {
  if (rows.length > 0) await db.insertInto('redactions').values(rows).execute();
}

/**
 * The messages of a response have been put in another order: each decision goes to where its words stand now. What
 * stands nowhere any more is no decision about anything.
 */
export async function moveRedactions(
  db: Db,
  responseId: string,
  { before, after }: { before: string; after: string },
): Promise<void> {
  for (const row of await redactionsOf(db, [responseId])) {
    const words = wordsOf(before, row);
    const place = words === null ? null : placeOf(responseId, after, words);
    if (place === null) await db.deleteFrom('redactions').where('id', '=', row.id).execute();
    else await db.updateTable('redactions').set(place).where('id', '=', row.id).execute();
  }
}

/** A rule may hide what hangs on other words ("tel07700900123"), so a part of a word counts where nothing else does. */
function placeOf(
  responseId: string,
  text: string,
  words: string,
): Pick<RedactionRow, 'startAt' | 'endAt' | 'wordsHash'> | null {
  const at = text.indexOf(words);
  const places = occurrences(text, words);
  // As it is written, if it can be: "Will" is a name where "will" is none.
  const same = places.find(({ start, end }) => text.slice(start, end) === words);
  const place = same ?? places[0] ?? (at < 0 ? undefined : { start: at, end: at + words.length });
  if (place === undefined) return null;
  const { start: startAt, end: endAt } = place;
  // They may be written otherwise there.
  return { startAt, endAt, wordsHash: wordsHash(responseId, text.slice(startAt, endAt)) };
}
