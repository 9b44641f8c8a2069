import { namesOf, officersNamed } from '#domain/named.ts';
import { complaintTexts, suggestAbout } from '#store/controls.ts';
import type { Tx } from '#store/db.ts';

/** The newest complaints: no more are read in the turn that adds an officer. */
const MOST = 1000;

/**
 * Complaints that were read before this officer was here, or had this name: what names them is hidden from them, as if it
 * had come afterwards, until an admin has decided.
 */
export async function suggestEarlier(
  tx: Tx,
  officer: { id: string; name: string },
  now: number,
): Promise<void> {
  const names = namesOf([officer]);
  const named = (await complaintTexts(tx.db, MOST)).filter(
    ({ text }) => officersNamed(text, names, 'complaint').length > 0,
  );
  await suggestAbout(
    tx,
    named.map(({ id, text }) => ({
      ...{ responseId: id, officerId: officer.id, decision: 'suggested' },
      ...{ createdAt: now, decidedBy: null, decidedAt: null, readTo: text.length },
    })),
  );
}
