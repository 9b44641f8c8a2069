import type { Db } from './db.ts';

/** Console sessions, found by the hash of their id: who reads the database cannot take a session over. */

export async function consoleSession(db: Db, idHash: string, now: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('consoleSessions')
    .select('data')
    .where('idHash', '=', idHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.data;
}

export async function saveConsoleSession(
  db: Db,
  session: { idHash: string; data: string; expiresAt: number },
): Promise<void> {
  await db
    .insertInto('consoleSessions')
    .values(session)
    .onConflict((on) => on.column('idHash').doUpdateSet({ data: session.data, expiresAt: session.expiresAt }))
    .execute();
}

/** Only moves the end: a session that was destroyed meanwhile stays destroyed. */
export async function extendConsoleSession(db: Db, idHash: string, expiresAt: number): Promise<void> {
  await db.updateTable('consoleSessions').set({ expiresAt }).where('idHash', '=', idHash).execute();
}

export async function deleteConsoleSession(db: Db, idHash: string): Promise<void> {
  await db.deleteFrom('consoleSessions').where('idHash', '=', idHash).execute();
}

export async function deleteExpiredConsoleSessions(db: Db, now: number): Promise<void> {
  await db.deleteFrom('consoleSessions').where('expiresAt', '<=', now).execute();
}
