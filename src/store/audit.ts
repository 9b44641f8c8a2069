import type { Db } from './db.ts';

/** Who did what to what, and when. `subject` is "table/id"; `detail` never holds anybody's words or address. */
export interface AuditEntry {
  id: string;
  at: number;
  officerId: string | null;
  action: string;
  subject: string;
  detail: Record<string, string | number | boolean | null>;
}

export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({ ...entry, detail: JSON.stringify(entry.detail) })
    .execute();
}
