import type { Localised } from '#domain/words.ts';
import type { Db } from './db.ts';
import type { ThemeRow } from './schema.ts';

/** A theme as the code uses it: the JSON columns read. */
export interface Theme extends Omit<ThemeRow, 'name' | 'definition' | 'examples'> {
  name: Localised;
  definition: Localised;
  /** Things a resident might say that belong here, by language. */
  examples: { en?: string[]; cy?: string[] };
}

/** The themes that are in use, in the officers' order. */
export async function themesOf(db: Db, consultationId: string): Promise<Theme[]> {
  const rows = await db
    .selectFrom('themes')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'active')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(themeFrom);
}

export async function themeById(db: Db, id: string): Promise<Theme | undefined> {
  const row = await db.selectFrom('themes').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : themeFrom(row);
}

export async function insertTheme(db: Db, theme: Theme): Promise<void> {
  await db
    .insertInto('themes')
    .values({
      ...theme,
      name: JSON.stringify(theme.name),
      definition: JSON.stringify(theme.definition),
      examples: JSON.stringify(theme.examples),
    })
    .execute();
}

function themeFrom(row: ThemeRow): Theme {
  return {
    ...row,
    name: JSON.parse(row.name) as Localised,
    definition: JSON.parse(row.definition) as Localised,
    examples: JSON.parse(row.examples) as Theme['examples'],
  };
}
