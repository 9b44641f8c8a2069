import type { Desk } from '#review/desk.ts';
import { writeAudit } from '#store/audit.ts';
import { allThemesOf, insertTheme, lockThemes, type Theme, writeTheme } from '#store/codebook.ts';
import {
  type ChangeDetail,
  type CodebookChange,
  changesAfter,
  insertChange,
  type ListedChange,
  lockCodebook,
  markUndone,
  type ThemeThen,
  type Undoing,
} from '#store/codebook-changes.ts';
import type { Tx } from '#store/db.ts';
import { readAgain, readUnthemedAgain } from '#store/retheme.ts';
import { type Clash, clashOf, differing } from './words.ts';

export interface Asked {
  consultationId: string;
  /** null where the command line asks. */
  officerId: string | null;
  /** The version of the codebook that the officer saw when they began; null where nothing depends on it. */
  seen: number | null;
}

/** Why a change cannot be made or undone. */
export type Reason = 'retired' | 'itself' | 'isUndone' | 'isUndo' | 'later' | 'published' | 'inUse';

export type Refusal =
  | { why: 'missing' }
  /** A colleague has changed the same themes since; the newest of their changes first. */
  | { why: 'changed'; changes: ListedChange[]; version: number }
  | { why: 'refused'; reason: Reason }
  /** Another theme in use is called that: no change gives two of them one name. */
  | ({ why: 'sameName' } & Clash);

/** `version`: what the codebook is at by now; the same as before where there was nothing to change. */
export type Changed = { done: true; version: number } | ({ done: false } & Refusal);

/** A codebook that nobody else changes before the turn ends. */
export interface Open {
  tx: Tx;
  at: number;
  /** All of it: those out of use too. */
  themes: Theme[];
}

type Change = { kind: CodebookChange['kind']; detail: ChangeDetail; undoing?: Undoing };

/**
 * One change to a codebook, in one turn: refused where a colleague changed one of `themeIds` (null: any) after what the
 * officer saw, else written with its version, what it takes to undo it, and the audit. What a machine suggested is read
 * again where the themes differ in what it learns from. `work` says what is to change; where its list of themes is empty, nothing is written.
 */
export async function changeCodebook(
  desk: Desk,
  asked: Asked & { themeIds: readonly string[] | null },
  work: (open: Open) => Promise<Change | Refusal>,
): Promise<Changed> {
  const { changed, readsOtherwise } = await desk.store.turn((tx) => changeInTurn(desk, tx, asked, work));
  if (readsOtherwise) await readUnthemedAgain(desk.store, asked.consultationId);
  return changed;
}

/**
 * The same within a turn, which has more to do. Where it `readsOtherwise`, what has no theme is to be read again after
 * the turn.
 */
export async function changeInTurn(
  desk: Desk,
  tx: Tx,
  asked: Asked & { themeIds: readonly string[] | null },
  work: (open: Open) => Promise<Change | Refusal>,
): Promise<{ changed: Changed; readsOtherwise: boolean }> {
  const not = (refusal: Refusal) => ({
    changed: { done: false as const, ...refusal },
    readsOtherwise: false,
  });
  const { consultationId, officerId, seen, themeIds } = asked;
  const version = await lockCodebook(tx, consultationId);
  if (version === undefined) return not({ why: 'missing' });
  const changes = seen === null || seen >= version ? [] : await changesAfter(tx.db, consultationId, seen);
  const clashing = changes.filter((change) => themeIds === null || touches(change, themeIds));
  if (clashing.length > 0) return not({ why: 'changed', changes: clashing, version });
  await lockThemes(tx, consultationId);
  const at = desk.clock.now();
  const themes = await allThemesOf(tx.db, consultationId);
  const change = await unlessClashing(tx, themes, () => work({ tx, at, themes }));
  if ('why' in change) return not(change);
  if (change.detail.themes.length === 0) return { changed: { done: true, version }, readsOtherwise: false };
  const next = { version: version + 1, at, officerId, consultationId };
  const readsOtherwise = await write(desk, tx, {
    id: desk.newId(),
    undoneBy: null,
    undoing: {},
    ...next,
    ...change,
  });
  return { changed: { done: true, version: next.version }, readsOtherwise };
}

class Clashing extends Error {
  readonly clash: Clash;

  constructor(clash: Clash) {
    super();
    this.clash = clash;
  }
}

/** Whatever `work` has moved already is undone where two themes would have one name. */
async function unlessClashing(
  tx: Tx,
  themes: readonly Theme[],
  work: () => Promise<Change | Refusal>,
): Promise<Change | Refusal> {
  try {
    return await tx.savepoint(async () => {
      const change = await work();
      const clash = 'why' in change ? null : clashOf(themes, change.detail.themes);
      if (clash !== null) throw new Clashing(clash);
      return change;
    });
  } catch (error) {
    if (error instanceof Clashing) return { why: 'sameName', ...error.clash };
    throw error;
  }
}

/** Whether a classifier would read anything otherwise from now on. */
async function write(
  desk: Desk,
  { db }: Tx,
  change: CodebookChange & { undoing: Undoing },
): Promise<boolean> {
  const { consultationId, version, kind, officerId, at, detail } = change;
  for (const { id, before, after } of detail.themes) {
    const theme = { ...after, id, consultationId, createdAt: at };
    await (before === null ? insertTheme(db, theme) : writeTheme(db, theme));
  }
  await insertChange(db, change);
  if (detail.undoes !== undefined) await markUndone(db, { consultationId, version: detail.undoes }, version);
  const ids = detail.themes.map(({ id }) => id);
  const subject =
    ids.length === 1 && kind !== 'undo' ? `themes/${ids[0]}` : `consultations/${consultationId}`;
  await writeAudit(db, {
    id: desk.newId(),
    at,
    officerId,
    action: `theme.${kind}`,
    subject,
    detail: { consultationId, version, themes: ids.length },
  });
  const unlike = detail.themes.filter(isReadOtherwise).map(({ id }) => id);
  if (unlike.length === 0) return false;
  // What was decided about one theme may count for another from now on: then both are other than they were.
  await readAgain(db, kind === 'edit' || kind === 'import' ? unlike : ids);
  return true;
}

/** Whether a classifier would read a theme otherwise. From what is out it learns nothing: those are just the wrong words. */
function isReadOtherwise({ before, after }: ChangeDetail['themes'][number]): boolean {
  if (before === null || before.state !== after.state) return true;
  return differing(before, after).some((part) => part !== 'excludes');
}

export function touches({ detail }: Pick<CodebookChange, 'detail'>, themeIds: readonly string[]): boolean {
  return detail.themes.some(({ id }) => themeIds.includes(id));
}

export function thenOf({ id: _, consultationId: __, createdAt: ___, ...then }: Theme): ThemeThen {
  return then;
}

/** What becomes of one theme, as a change keeps it. */
export function becomes(theme: Theme, become: Partial<ThemeThen>): ChangeDetail['themes'][number] {
  const before = thenOf(theme);
  return { id: theme.id, before, after: { ...before, ...become } };
}
