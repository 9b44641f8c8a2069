import type { Language, Localised } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import type { ThemeRow } from './schema.ts';

/** The columns of a theme that hold JSON, read. */
interface Words {
  name: Localised;
  definition: Localised;
  includes: Localised;
  excludes: Localised;
  /** Things a resident might say that belong here, by language. */
  examples: Partial<Record<Language, string[] | undefined>>;
}

/** A theme as the code uses it. */
export type Theme = Omit<ThemeRow, keyof Words> & Words;

/** The themes that are in use, in the officers' order. */
export async function themesOf(db: Db, consultationId: string): Promise<Theme[]> {
  return (await allThemesOf(db, consultationId)).filter(({ state }) => state === 'active');
}

/** Those that were retired, merged or split too. */
export async function allThemesOf(db: Db, consultationId: string): Promise<Theme[]> {
  const rows = await db
    .selectFrom('themes')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(themeFrom);
}

export async function themeById(db: Db, id: string): Promise<Theme | undefined> {
  const row = await db.selectFrom('themes').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : themeFrom(row);
}

/**
 * The theme that a decision about this one counts for by now: what it was merged into, else itself. Nobody merges or
 * retires it before the turn ends.
 */
export async function themeToDecideOn(tx: Tx, id: string): Promise<Theme | undefined> {
  const query = tx.db.selectFrom('themes').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forShare() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  return row.mergedInto === null ? themeFrom(row) : themeToDecideOn(tx, row.mergedInto);
}

/** Until the turn ends no decision is made about any of these: what is copied from them is all there is. */
export async function lockThemes(tx: Tx, consultationId: string): Promise<void> {
  if (tx.dialect !== 'postgres') return;
  await tx.db
    .selectFrom('themes')
    .select('id')
    .where('consultationId', '=', consultationId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertTheme(db: Db, theme: Theme): Promise<void> {
  await db.insertInto('themes').values(rowFrom(theme)).execute();
}

export async function writeTheme(db: Db, theme: Theme): Promise<void> {
  const { id, createdAt: _, ...columns } = rowFrom(theme);
  await db.updateTable('themes').set(columns).where('id', '=', id).execute();
}

function themeFrom(row: ThemeRow): Theme {
  return {
    ...row,
    name: JSON.parse(row.name) as Localised,
    definition: JSON.parse(row.definition) as Localised,
    includes: JSON.parse(row.includes) as Localised,
    excludes: JSON.parse(row.excludes) as Localised,
    examples: JSON.parse(row.examples) as Theme['examples'],
  };
}

function rowFrom(theme: Theme): ThemeRow {
  return {
    ...theme,
    name: JSON.stringify(theme.name),
    definition: JSON.stringify(theme.definition),
    includes: JSON.stringify(theme.includes),
    excludes: JSON.stringify(theme.excludes),
    examples: JSON.stringify(theme.examples),
  };
}
