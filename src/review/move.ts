import type { Flow } from '#flow/schema.ts';
import { writeAudit } from '#store/audit.ts';
import { flowByHash } from '#store/consultations.ts';
import { dropSuggestions, moveToStep } from '#store/responses-change.ts';
import { responseById } from '#store/responses-read.ts';
import type { ResponseRow } from '#store/schema.ts';
import type { Decided, Desk } from './desk.ts';

/** A question that somebody may have meant to answer. */
export type Listened = Extract<Flow['steps'][number], { kind: 'open' | 'whoElse' }>;

/**
 * The other questions of its flow version that this response may answer: SMS has no threads, so an answer can land
 * under the wrong one. None while somebody is still writing, and none for a reply to an outcome.
 */
export function otherQuestions(flow: Flow | undefined, response: ResponseRow): Listened[] {
  if (response.state !== 'complete' || response.outcomeId !== null) return [];
  const steps = flow?.steps ?? [];
  return steps.filter(
    (step): step is Listened =>
      (step.kind === 'open' || step.kind === 'whoElse') && step.id !== response.stepId,
  );
}

/**
 * The officer says that it answers another question. Its words, its messages and what officers decided about its
 * themes stay, because they are about the words; what a machine suggested and nobody decided on goes, and it is read
 * again. False where there is no such response or no such question.
 */
export function move(
  desk: Desk,
  { responseId, stepId, officerId }: Decided & { stepId: string },
): Promise<boolean> {
  return desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response === undefined) return false;
    const version = await flowByHash(db, response.flowHash);
    const to = otherQuestions(version?.flow, response).find(({ id }) => id === stepId);
    if (to === undefined) return false;
    await moveToStep(db, responseId, { stepId, whoElse: to.kind === 'whoElse' });
    const dropped = await dropSuggestions(db, responseId);
    await writeAudit(db, {
      id: desk.newId(),
      at: desk.clock.now(),
      officerId,
      action: 'response.moved',
      subject: `responses/${responseId}`,
      detail: { from: response.stepId, to: stepId, suggestionsDropped: dropped },
    });
    return true;
  });
}
