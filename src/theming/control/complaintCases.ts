import { dueAt } from '#cases/due.ts';
import type { NewId } from '#domain/clock.ts';
import type { ControlDetail } from '#domain/words.ts';
import { openComplaintOnce } from '#store/cases.ts';
import { partsAmong } from '#store/controls.ts';
import type { Tx } from '#store/db.ts';
import type { ControlRow } from '#store/schema.ts';
import type { Control } from './detect.ts';
import type { ReadResponse } from './naming.ts';

/** A complaint about somebody or about data has a case; one that was known before has it already. */
export async function openCases(
  tx: Tx,
  of: {
    response: ReadResponse;
    found: readonly Control[];
    earlier: readonly ControlRow[];
    now: number;
    newId: NewId;
  },
): Promise<void> {
  const { response, found, earlier, now, newId } = of;
  const known = earlier.find(({ code }) => code === 'complaint');
  const isNews = ({ detail, start }: Control) =>
    known === undefined ||
    start >= known.readTo ||
    (known.decision !== 'rejected' && known.detail === null && detail !== null);
  const news = found.filter(isNews);
  const details = new Set(
    news.map(({ detail }) => detail).filter((one): one is ControlDetail => one !== null),
  );
  for (const category of details) {
    const said = news.find(({ detail }) => detail === category);
    const evidence = response.text.slice(said?.start, said?.end);
    const parts = await partsAmong(tx.db, [response.id]);
    // What is new stands in one of the last.
    const part = parts.findLast(({ text }) => text.includes(evidence)) ?? parts.at(-1);
    await openComplaintOnce(tx, {
      id: newId(),
      category,
      residentId: response.residentId,
      conversationId: response.conversationId,
      messageId: part?.messageId ?? null,
      createdAt: now,
      dueAt: dueAt('complaint', now),
    });
  }
}
