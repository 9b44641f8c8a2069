import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { ResponseRow } from './schema.ts';

type Heard = Omit<ResponseRow, 'review' | 'themedAt' | 'reviewedAt' | 'reviewedBy'>;

// A second message finds the response there and is joined to it by a line break. What is whole stays whole.
const hearPart = prepare<Heard>()((db, p) =>
  db
    .insertInto('responses')
    .values({
      id: p('id'),
      consultationId: p('consultationId'),
      conversationId: p('conversationId'),
      residentId: p('residentId'),
      flowHash: p('flowHash'),
      stepId: p('stepId'),
      outcomeId: p('outcomeId'),
      channel: p('channel'),
      language: p('language'),
      text: p('text'),
      state: p('state'),
      review: 'new',
      late: p('late'),
      held: p('held'),
      createdAt: p('createdAt'),
      completedAt: p('completedAt'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        text: eb('responses.text', '||', eb(eb.val('\n'), '||', eb.ref('excluded.text'))),
        state: eb
          .case()
          .when('excluded.state', '=', 'complete')
          .then(eb.ref('excluded.state'))
          .else(eb.ref('responses.state'))
          .end(),
        completedAt: eb.fn.coalesce('excluded.completedAt', 'responses.completedAt'),
        held: eb
          .case()
          .when('excluded.held', '=', 1)
          .then(eb.lit(1))
          .else(eb.ref('responses.held'))
          .end() as never,
      })),
    ),
);

const part = prepare<{ responseId: string; messageId: string; position: number }>()((db, p) =>
  db
    .insertInto('responseParts')
    .values({ responseId: p('responseId'), messageId: p('messageId'), position: p('position') }),
);

/**
 * Adds a message to a response, which it begins if it is the first, and which is whole with it where `state` says so.
 * Words are kept whole and in order.
 */
export async function hearMessage(tx: Tx, heard: Heard, messageId: string, position: number): Promise<void> {
  await tx.run(hearPart, heard);
  await tx.run(part, { responseId: heard.id, messageId, position });
}

const completed = prepare<{ id: string; now: number }>()((db, p) =>
  db
    .updateTable('responses')
    .set({ state: 'complete', completedAt: p('now') })
    .where('id', '=', p('id')),
);

export async function completeResponse(tx: Tx, id: string, now: number): Promise<void> {
  await tx.run(completed, { id, now });
}
