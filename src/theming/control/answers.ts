import { controlsAmong } from '#store/controls.ts';
import type { Db } from '#store/db.ts';
import type { Controls } from './read.ts';

/**
 * Which of these may have a theme: a reply to an outcome belongs to it, who is missing is no theme, and what answers
 * nothing has none, unless an officer says that it is an answer.
 */
export async function answersAmong(
  db: Db,
  responses: readonly { id: string; outcomeId: string | null; whoElse: number }[],
  controls: Controls,
): Promise<Set<string>> {
  const decided = await controlsAmong(
    db,
    responses.map(({ id }) => id),
  );
  const isAnswer = (id: string) =>
    decided.some(
      ({ responseId, code, decision }) =>
        responseId === id && code === 'notAnAnswer' && decision === 'rejected',
    ) || !controls.codes.get(id)?.some(({ code }) => code === 'notAnAnswer');
  return new Set(
    responses
      .filter(({ id, outcomeId, whoElse }) => outcomeId === null && whoElse === 0 && isAnswer(id))
      .map(({ id }) => id),
  );
}
