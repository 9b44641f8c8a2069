import type { NewId } from '#domain/clock.ts';
import type { Moved } from '#store/codebook-changes.ts';
import { codingsOfTheme, insertCodings, rewriteCodings } from '#store/codings-move.ts';
import type { Tx } from '#store/db.ts';
import type { CodingRow } from '#store/schema.ts';

export interface Copying {
  fromId: string;
  toId: string;
  at: number;
  newId: NewId;
  /** Only for these responses; all of them where it is left out. */
  only?: ReadonlySet<string>;
}

/**
 * What was decided about one theme counts for another from now on. They are copies: the theme that they come from keeps
 * its own, so that what was published about it stays true, and undoing has only to take the copies away. A response that
 * has both keeps one coding: the stronger, with the evidence of either.
 */
export async function copyDecisions(tx: Tx, { fromId, toId, at, newId, only }: Copying): Promise<Moved> {
  const there = new Map((await codingsOfTheme(tx.db, toId)).map((coding) => [coding.responseId, coding]));
  const created: CodingRow[] = [];
  const rewritten: CodingRow[] = [];
  const replaced: Moved['replaced'] = [];
  for (const coding of await codingsOfTheme(tx.db, fromId)) {
    if (only?.has(coding.responseId) === false) continue;
    const known = there.get(coding.responseId);
    if (known === undefined) {
      created.push({ ...coding, id: newId(), themeId: toId, movedAt: at });
      continue;
    }
    const joined = join(known, { ...coding, movedAt: at });
    if (joined === known) continue;
    const { responseId: _, ...before } = known;
    replaced.push(before);
    rewritten.push(joined);
  }
  await rewriteCodings(tx, rewritten);
  await insertCodings(tx.db, created);
  return { fromId, toId, created: created.map(({ id }) => id), replaced };
}

const decisions = ['suggested', 'rejected', 'accepted'];

/** `known` itself where it says all that the other does. */
function join(known: CodingRow, other: CodingRow): CodingRow {
  const wins = strength(other) > strength(known);
  const [stronger, weaker] = wins ? [other, known] : [known, other];
  const { startAt, endAt } = stronger.startAt === null ? weaker : stronger;
  if (!wins && startAt === known.startAt && endAt === known.endAt) return known;
  return { ...stronger, id: known.id, themeId: known.themeId, startAt, endAt };
}

/** Accepted over rejected over suggested; then what an officer said over what only a machine did. */
function strength({ decision, officerId, source }: CodingRow): number {
  return 2 * decisions.indexOf(decision) + (officerId !== null || source === 'officer' ? 1 : 0);
}
