import type { Db } from './db.ts';
import type { OfficerRow } from './schema.ts';

/** Officers and their one-time sign-in links. E-mail addresses are stored trimmed and in lower case. */

export async function officerById(db: Db, id: string): Promise<OfficerRow | undefined> {
  return db.selectFrom('officers').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function officerByEmail(db: Db, email: string): Promise<OfficerRow | undefined> {
  return db.selectFrom('officers').selectAll().where('email', '=', email).executeTakeFirst();
}

export async function allOfficers(db: Db): Promise<OfficerRow[]> {
  return db.selectFrom('officers').selectAll().orderBy('name').orderBy('id').execute();
}

/** Of everybody who has ever signed in here, those who have left too. */
export async function officerNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('officers').select('name').execute();
  return rows.map(({ name }) => name);
}

/** Whether someone can sign in and add the others. */
export async function hasWorkingAdmin(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('officers')
    .select('id')
    .where('role', '=', 'admin')
    .where('password', 'is not', null)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertOfficer(
  db: Db,
  officer: Omit<OfficerRow, 'namedTo'> & Partial<Pick<OfficerRow, 'namedTo'>>,
): Promise<void> {
  await db.insertInto('officers').values(officer).execute();
}

export async function updateOfficer(
  db: Db,
  id: string,
  change: Partial<Pick<OfficerRow, 'name' | 'role' | 'password' | 'disabledAt' | 'namedTo'>>,
): Promise<void> {
  await db.updateTable('officers').set(change).where('id', '=', id).execute();
}

/** For whose names answers that were there before them are still to be read. */
export function officersNamedLater(db: Db): Promise<{ id: string }[]> {
  return db.selectFrom('officers').select('id').where('namedTo', 'is not', null).orderBy('id').execute();
}

/** Read as far as this; nothing changes where somebody else has read on meanwhile, or has to begin anew. */
export async function readForName(
  db: Db,
  { id, name, namedTo }: Pick<OfficerRow, 'id' | 'name' | 'namedTo'>,
  to: string | null,
): Promise<void> {
  await db
    .updateTable('officers')
    .set({ namedTo: to })
    .where('id', '=', id)
    .where('name', '=', name)
    .where('namedTo', '=', namedTo)
    .execute();
}

export interface SignInLinkRow {
  tokenHash: string;
  officerId: string | null;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
}

/** A new link makes the earlier ones for the same person worthless, and forgets those long expired. */
export async function insertSignInLink(db: Db, link: SignInLinkRow): Promise<void> {
  await db
    .deleteFrom('signInLinks')
    .where('usedAt', 'is', null)
    .where('officerId', link.officerId === null ? 'is' : '=', link.officerId)
    .execute();
  await db.insertInto('signInLinks').values(link).execute();
}

export async function signInLink(db: Db, tokenHash: string): Promise<SignInLinkRow | undefined> {
  return db.selectFrom('signInLinks').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

/** True for the one caller that uses the link; false where it was used before. */
export async function spendSignInLink(db: Db, tokenHash: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('signInLinks')
    .set({ usedAt: at })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
