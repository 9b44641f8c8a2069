import type { Tx } from './db.ts';
import type { Schema } from './schema.ts';

/** Records an answer to a consent question, yes or no; the latest one counts. */
export async function recordConsent(tx: Tx, consent: Schema['consents']): Promise<void> {
  await tx.db.insertInto('consents').values(consent).execute();
}
