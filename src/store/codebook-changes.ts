import { allThemesOf, type Theme } from './codebook.ts';
import type { Db, Tx } from './db.ts';
import type { CodebookChangeRow, CodingRow } from './schema.ts';

/** A theme as one change met or left it. */
export type ThemeThen = Omit<Theme, 'id' | 'consultationId' | 'createdAt'>;

/** What was decided for one theme counts for another too: copies, so that the theme they came from keeps its own. */
export interface Moved {
  fromId: string;
  toId: string;
  /** Codings that were made. */
  created: string[];
  /** Codings that were there and said less, as they were before; of whose response the coding itself still says. */
  replaced: Omit<CodingRow, 'responseId'>[];
}

export interface ChangeDetail {
  /** `before` is null for a theme that the change made. */
  themes: { id: string; before: ThemeThen | null; after: ThemeThen }[];
  /** The version that an undo undoes. */
  undoes?: number;
}

/** What it takes to undo a change, besides the themes as they were. */
export interface Undoing {
  moved?: Moved[];
  /** Drafts of outcomes that named one theme and now name another; `both` where they had named that one too. */
  drafts?: { id: string; both: boolean }[];
  /** Codings of the theme that was split whose responses had been reviewed and went back to be decided. */
  reopened?: string[];
}

export type CodebookChange = Omit<CodebookChangeRow, 'detail' | 'undoing'> & { detail: ChangeDetail };

/** What is kept of a change; officers' names stand beside it on the screen. */
export type ListedChange = CodebookChange & { officer: string | null };

/** 0 for a codebook that stands as it was seeded. */
export async function codebookVersion(db: Db, consultationId: string): Promise<number> {
  const row = await db
    .selectFrom('codebookChanges')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('consultationId', '=', consultationId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Until the turn ends nobody else changes this codebook. Its version; undefined where there is no such consultation. */
export async function lockCodebook(tx: Tx, consultationId: string): Promise<number | undefined> {
  const query = tx.db.selectFrom('consultations').select('id').where('id', '=', consultationId);
  const found = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return found === undefined ? undefined : codebookVersion(tx.db, consultationId);
}

export async function insertChange(db: Db, change: CodebookChange & { undoing: Undoing }): Promise<void> {
  const { detail, undoing } = change;
  await db
    .insertInto('codebookChanges')
    .values({ ...change, detail: JSON.stringify(detail), undoing: JSON.stringify(undoing) })
    .execute();
}

/** What it takes to undo one change; empty where that needs nothing. */
export async function undoingOf(db: Db, id: string): Promise<Undoing> {
  const row = await db
    .selectFrom('codebookChanges')
    .select('undoing')
    .where('id', '=', id)
    .executeTakeFirst();
  return JSON.parse(row?.undoing ?? '{}') as Undoing;
}

/** The changes after one version, the newest first. */
export function changesAfter(
  db: Db,
  consultationId: string,
  version: number,
  limit?: number,
): Promise<ListedChange[]> {
  return listed(db, consultationId, (query) =>
    query.where('change.version', '>', version).$if(limit !== undefined, (some) => some.limit(limit ?? 0)),
  );
}

/** The newest changes of one theme. */
export function changesOfTheme(
  db: Db,
  { consultationId, id }: Pick<Theme, 'consultationId' | 'id'>,
  limit: number,
): Promise<ListedChange[]> {
  // As JSON has the id of a theme that a change touches; where another was merged into it, it stands otherwise.
  const named = `%"id":${JSON.stringify(id)}%`;
  return listed(db, consultationId, (query) => query.where('change.detail', 'like', named).limit(limit));
}

/** The codebook as officers list it: what is in use, and what went out of use otherwise than by undoing what made it. */
export async function listedThemes(db: Db, consultationId: string): Promise<Theme[]> {
  const [themes, unmade] = await Promise.all([
    allThemesOf(db, consultationId),
    unmadeThemes(db, consultationId),
  ]);
  return themes.filter(({ id }) => !unmade.has(id));
}

/**
 * Themes whose making was undone: they are kept because a key is never given twice, and history tells of them. One that
 * was taken into use again since is a theme like any other.
 */
export async function unmadeThemes(db: Db, consultationId: string): Promise<ReadonlySet<string>> {
  const undone = await listed(db, consultationId, (query) =>
    query.where('change.undoneBy', 'is not', null).where('change.kind', 'in', ['add', 'split', 'import']),
  );
  const made = undone.flatMap(({ detail, undoneBy }) =>
    detail.themes.filter(({ before }) => before === null).map(({ id }) => ({ id, undoneBy: undoneBy ?? 0 })),
  );
  if (made.length === 0) return new Set();
  const first = Math.min(...made.map(({ undoneBy }) => undoneBy));
  const back = await listed(db, consultationId, (query) =>
    query
      .where('change.version', '>', first)
      .where('change.undoneBy', 'is', null)
      .where('change.kind', 'in', ['restore', 'import']),
  );
  const isBack = ({ id, undoneBy }: (typeof made)[number]) =>
    back.some(({ version, detail }) => version > undoneBy && detail.themes.some((theme) => theme.id === id));
  return new Set(made.filter((one) => !isBack(one)).map(({ id }) => id));
}

const selected = (db: Db, consultationId: string) =>
  db
    .selectFrom('codebookChanges as change')
    .leftJoin('officers as officer', 'officer.id', 'change.officerId')
    .select(['change.id', 'change.consultationId', 'change.version', 'change.kind', 'change.officerId'])
    .select(['change.at', 'change.detail', 'change.undoneBy', 'officer.name as officer'])
    .where('change.consultationId', '=', consultationId)
    .orderBy('change.version', 'desc');

async function listed(
  db: Db,
  consultationId: string,
  which: (query: ReturnType<typeof selected>) => ReturnType<typeof selected>,
): Promise<ListedChange[]> {
  const rows = await which(selected(db, consultationId)).execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as ChangeDetail }));
}

export async function markUndone(
  db: Db,
  { consultationId, version }: Pick<CodebookChange, 'consultationId' | 'version'>,
  undoneBy: number,
): Promise<void> {
  await db
    .updateTable('codebookChanges')
    .set({ undoneBy })
    .where('consultationId', '=', consultationId)
    .where('version', '=', version)
    .execute();
}
