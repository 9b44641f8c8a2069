import { type NewCoding, suggestCodings } from '#store/codings.ts';
import type { Db } from '#store/db.ts';
import { dropSuggestions } from '#store/responses-change.ts';
import { stillUndecided, type Undecided } from '#store/undecided.ts';

/**
 * Puts these suggestions in the place of earlier ones. A response that somebody has decided on, that a case holds or
 * whose words have changed since it was read stays as it is. Gives the ids of those that were replaced.
 */
export async function replaceSuggestions(
  db: Db,
  read: readonly Undecided[],
  suggestions: ReadonlyMap<string, readonly NewCoding[]>,
): Promise<Set<string>> {
  const textOf = new Map(read.map(({ id, text }) => [id, text]));
  const open = (await stillUndecided(db, [...suggestions.keys()])).filter(
    ({ id, text }) => textOf.get(id) === text,
  );
  for (const { id } of open) {
    await dropSuggestions(db, id);
    await suggestCodings(db, [...(suggestions.get(id) ?? [])]);
  }
  return new Set(open.map(({ id }) => id));
}
