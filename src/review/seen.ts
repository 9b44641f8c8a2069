import { createHash } from 'node:crypto';
import type { Db } from '#store/db.ts';
import { saidAmong } from '#store/edits.ts';

/** The officer decides on words that have grown since they had them before them. Nothing is written. */
export class AnswerGrown extends Error {}

/**
 * Which words of these responses somebody sees, in short: forms carry it, so that nobody decides on words that came
 * afterwards. It changes with each message and each edit.
 */
export async function seenAmong(
  db: Db,
  responses: readonly { id: string; text: string }[],
): Promise<ReadonlyMap<string, string>> {
  const said = await saidAmong(
    db,
    responses.map(({ id }) => id),
  );
  return new Map(
    responses.map(({ id, text }) => {
      const messages = said.filter(({ responseId }) => responseId === id).map(({ messageId }) => messageId);
      const all = JSON.stringify([id, text, messages.sort()]);
      return [id, createHash('sha256').update(all).digest('base64url').slice(0, 16)];
    }),
  );
}

/** Throws where it is not what they saw; `seen` undefined where no page was involved. */
export async function sameAsSeen(
  db: Db,
  response: { id: string; text: string },
  seen: string | undefined,
): Promise<void> {
  if (seen === undefined) return;
  if ((await seenAmong(db, [response])).get(response.id) !== seen) throw new AnswerGrown();
}
