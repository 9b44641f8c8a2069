import type { Theme } from './codebook.ts';
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
  moved?: Moved[];
  /** Drafts of outcomes that named one theme and now name another; `both` where they had named that one too. */
  drafts?: { id: string; both: boolean }[];
  /** The version that an undo undoes. */
  undoes?: number;
}

export type CodebookChange = Omit<CodebookChangeRow, 'detail'> & { detail: ChangeDetail };

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

export async function insertChange(db: Db, change: CodebookChange): Promise<void> {
  await db
    .insertInto('codebookChanges')
    .values({ ...change, detail: JSON.stringify(change.detail) })
    .execute();
}

/** The changes after one version, the newest first. */
export async function changesAfter(
  db: Db,
  consultationId: string,
  version: number,
  limit?: number,
): Promise<ListedChange[]> {
  const rows = await db
    .selectFrom('codebookChanges as change')
    .leftJoin('officers as officer', 'officer.id', 'change.officerId')
    .selectAll('change')
    .select('officer.name as officer')
    .where('change.consultationId', '=', consultationId)
    .where('change.version', '>', version)
    .orderBy('change.version', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
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
