import type { Desk } from '#review/desk.ts';
import {
  type CodebookChange,
  changesAfter,
  type Moved,
  type Undoing,
  undoingOf,
} from '#store/codebook-changes.ts';
import { acceptedFor, codingsOfTheme, deleteCodings, rewriteCodings } from '#store/codings-move.ts';
import { lockDrafts, publishedSince, renameInDraft } from '#store/outcome-themes.ts';
import { stayReviewed } from '#store/retheme.ts';
import type { CodingRow } from '#store/schema.ts';
import {
  type Asked,
  type Changed,
  changeCodebook,
  type Open,
  type Reason,
  thenOf,
  touches,
} from './change.ts';
import { copyDecisions } from './copyDecisions.ts';

type WholeChange = CodebookChange & { undoing: Undoing };

/**
 * Undoes the latest change, or an earlier one whose themes nobody has changed since. What officers decided about
 * responses meanwhile is kept: it goes with the theme that it was about. Refused where people have been told of it.
 */
export function undoChange(
  desk: Desk,
  { version, ...asked }: Omit<Asked, 'seen'> & { version: number },
): Promise<Changed> {
  return changeCodebook(desk, { ...asked, seen: null, themeIds: null }, async (open) => {
    const changes = await changesAfter(open.tx.db, asked.consultationId, version - 1);
    const change = changes.find((one) => one.version === version);
    if (change === undefined) return { why: 'missing' };
    const undoing = await undoingOf(open.tx.db, change.id);
    const reason = await whyNot(open, { ...change, undoing }, changes);
    if (reason !== null) return { why: 'refused', reason };
    if (change.kind === 'merge') await takeApart(open, { ...change, undoing });
    if (change.kind === 'split') await putTogether(desk, open, { ...change, undoing });
    const themes = change.detail.themes.flatMap(({ id, before }) => {
      const now = open.themes.find((theme) => theme.id === id);
      if (now === undefined) return [];
      // What it made goes out of use and keeps its key: a key is never given twice. No list has it from then on.
      const after = before ?? { ...thenOf(now), state: 'retired' as const };
      return [{ id, before: thenOf(now), after }];
    });
    return { kind: 'undo', detail: { themes, undoes: version } };
  });
}

/** Why a change cannot be undone; null where it can. `changes` are all that came after it, and may hold it. */
async function whyNot(
  { tx }: Open,
  change: WholeChange,
  changes: readonly CodebookChange[],
): Promise<Reason | null> {
  const standing = standingReason(change, changes);
  if (standing !== null) return standing;
  const { detail, undoing, kind, at } = change;
  const made = detail.themes.filter(({ before }) => before === null).map(({ id }) => id);
  const told =
    kind === 'merge' ? (undoing.moved ?? []).map(({ toId }) => toId) : kind === 'split' ? made : [];
  if (told.length > 0) {
    // Nobody publishes one of them between this look and the end of the turn.
    await lockDrafts(tx, told);
    if (await publishedSince(tx.db, told, at)) return 'published';
  }
  if (kind !== 'split' && (await acceptedFor(tx.db, made)) > 0) return 'inUse';
  return null;
}

/** As far as the list of changes alone says: for the history, which offers to undo what can be undone. */
export function standingReason(change: CodebookChange, changes: readonly CodebookChange[]): Reason | null {
  if (change.undoneBy !== null) return 'isUndone';
  if (change.kind === 'undo') return 'isUndo';
  const ids = change.detail.themes.map(({ id }) => id);
  const later = changes.some(
    (other) =>
      other.version > change.version &&
      other.undoneBy === null &&
      other.kind !== 'undo' &&
      touches(other, ids),
  );
  return later ? 'later' : null;
}

/** The copies go; what was decided on one of them since is kept by the theme that it came from. */
async function takeApart({ tx, at }: Open, { undoing, at: mergedAt }: WholeChange): Promise<void> {
  for (const moved of undoing.moved ?? []) {
    await takeBack(tx, moved);
    const drafts = await lockDrafts(tx, [moved.toId]);
    for (const draft of drafts) {
      const renamed = undoing.drafts?.find(({ id }) => id === draft.id);
      const writtenSince = draft.createdAt >= mergedAt;
      // Written about both, or before the merge about the other alone.
      if (renamed === undefined && !writtenSince) continue;
      const untouched = renamed?.both === false && draft.updatedAt === mergedAt;
      await renameInDraft(tx, draft.id, { add: [moved.fromId], drop: untouched ? [moved.toId] : [], at });
    }
  }
}

async function takeBack(tx: Open['tx'], { fromId, toId, created, replaced }: Moved): Promise<void> {
  const own = new Map((await codingsOfTheme(tx.db, fromId)).map((coding) => [coding.responseId, coding]));
  const copies = new Map((await codingsOfTheme(tx.db, toId)).map((coding) => [coding.id, coding]));
  const were = new Map(replaced.map((coding) => [coding.id, coding]));
  const origins: CodingRow[] = [];
  for (const id of [...created, ...were.keys()]) {
    const copy = copies.get(id);
    const origin = own.get(copy?.responseId ?? '');
    if (copy === undefined || origin === undefined || !decidedSince(copy, [origin, were.get(id)])) continue;
    const { decision, officerId, decidedAt } = copy;
    origins.push({ ...origin, decision, officerId, decidedAt });
  }
  const restored: CodingRow[] = [];
  for (const before of replaced) {
    const now = copies.get(before.id);
    const origin = own.get(now?.responseId ?? '');
    // Gone with the resident who was forgotten, or decided on since by somebody who saw both themes as one.
    if (now === undefined || (origin !== undefined && decidedSince(now, [origin, before]))) continue;
    restored.push({ ...before, responseId: now.responseId });
  }
  await rewriteCodings(tx, origins);
  await deleteCodings(tx.db, created);
  await rewriteCodings(tx, restored);
}

/** Whether an officer has decided on a copy after it was made: it is then like neither of those that it was made of. */
function decidedSince(
  copy: CodingRow,
  madeOf: readonly (Pick<CodingRow, 'decision' | 'decidedAt'> | undefined)[],
): boolean {
  return !madeOf.some((one) => one?.decision === copy.decision && one.decidedAt === copy.decidedAt);
}

/** The parts become one again: what was accepted for one of them since counts for the whole. */
async function putTogether(
  desk: Desk,
  { tx, at }: Open,
  { undoing, at: splitAt }: WholeChange,
): Promise<void> {
  const parts = undoing.moved ?? [];
  for (const { fromId, toId } of parts)
    await copyDecisions(tx, { fromId: toId, toId: fromId, at, newId: desk.newId });
  await stayReviewed(tx.db, undoing.reopened ?? [], splitAt);
  const whole = parts[0]?.fromId;
  if (whole === undefined) return;
  const ids = parts.map(({ toId }) => toId);
  for (const { id } of await lockDrafts(tx, ids))
    await renameInDraft(tx, id, { add: [whole], drop: ids, at });
}
