import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { EqualityAnswerRow } from './schema.ts';

const record = prepare<EqualityAnswerRow>()((db, p) =>
  db
    .insertInto('equalityAnswers')
    .values({
      residentId: p('residentId'),
      consultationId: p('consultationId'),
      question: p('question'),
      flowHash: p('flowHash'),
      answer: p('answer'),
      at: p('at'),
    })
    .onConflict((conflict) =>
      conflict.columns(['residentId', 'consultationId', 'question']).doUpdateSet((eb) => ({
        flowHash: eb.ref('excluded.flowHash'),
        answer: eb.ref('excluded.answer'),
        at: eb.ref('excluded.at'),
      })),
    ),
);

/**
 * Keeps what a resident says about themselves, apart from all they say about anything else; the latest answer counts.
 * `question` is the id of the step that asked and `answer` the id of a choice of it, null for "I would rather not say".
 */
export async function recordDescription(tx: Tx, described: EqualityAnswerRow): Promise<void> {
  await tx.change(record, described);
}
