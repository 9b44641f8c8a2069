import { readOnlyTo } from './controls.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import { moveRedactions } from './redactions.ts';
import type { ResponseRow } from './schema.ts';

type Heard = Omit<ResponseRow, 'review' | 'machine' | 'themedAt' | 'reviewedAt' | 'reviewedBy'>;

// A second message finds the response there and is joined to it by a line break. What is whole stays whole, and is
// themed and read again, because it says more now.
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
      whoElse: p('whoElse'),
      abusive: p('abusive'),
      createdAt: p('createdAt'),
      completedAt: p('completedAt'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        // A photo has no words, and what is heard twice is not said twice.
        text: eb
          .case()
          .when('excluded.text', '=', '')
          .then(eb.ref('responses.text'))
          .when('responses.text', '=', '')
          .then(eb.ref('excluded.text'))
          .else(eb('responses.text', '||', eb(eb.val('\n'), '||', eb.ref('excluded.text'))))
          .end(),
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
        abusive: eb
          .case()
          .when('excluded.abusive', '=', 1)
          .then(eb.lit(1))
          .else(eb.ref('responses.abusive'))
          .end() as never,
        themedAt: null,
        review: 'new',
      })),
    ),
);

const part = prepare<{ responseId: string; messageId: string; position: number }>()((db, p) =>
  db
    .insertInto('responseParts')
    .values({ responseId: p('responseId'), messageId: p('messageId'), position: p('position') })
    .onConflict((conflict) => conflict.columns(['responseId', 'messageId']).doNothing()),
);

/**
 * Adds a message to a response, which it begins if it is the `first`, and which is whole with it where `state` says so.
 * Words are kept whole and in the order in which they were written: `position`, ms.
 */
export async function hearMessage(
  tx: Tx,
  heard: Heard,
  { messageId, position, first }: { messageId: string; position: number; first: boolean },
): Promise<void> {
  const late = !first && (await isOutOfOrder(tx, heard.id, position));
  await tx.run(hearPart, heard);
  await tx.run(part, { responseId: heard.id, messageId, position });
  if (late) await putInOrder(tx, heard.id);
}

const latestPart = prepare<{ responseId: string }>()((db, p) =>
  db
    .selectFrom('responseParts')
    .select((of) => of.fn.max('position').as('position'))
    .where('responseId', '=', p('responseId')),
);

async function isOutOfOrder(tx: Tx, responseId: string, position: number): Promise<boolean> {
  const [latest] = await tx.run(latestPart, { responseId });
  return Number(latest?.position ?? 0) > position;
}

/** Joins the parts anew. What a person wrote down from a recording comes last and has no message of its own. */
async function putInOrder({ db }: Tx, responseId: string): Promise<void> {
  const parts = await db
    .selectFrom('responseParts')
    .innerJoin('messages', 'messages.id', 'responseParts.messageId')
    .select('messages.text')
    .where('responseParts.responseId', '=', responseId)
    .orderBy('responseParts.position')
    .orderBy('responseParts.messageId')
    .execute();
  // A photo has no words of its own.
  const words = parts.map((one) => one.text).filter((text) => text !== '');
  const text = words.join('\n');
  const before = await db
    .selectFrom('responses')
    .select('text')
    .where('id', '=', responseId)
    .where('machine', '=', 0)
    .executeTakeFirst();
  if (before !== undefined) {
    await db.updateTable('responses').set({ text }).where('id', '=', responseId).execute();
    await moveRedactions(db, responseId, { before: before.text, after: text });
    await readOnlyTo(db, responseId, { before: before.text, after: text });
  }
  // Evidence is a place in the text, and the places have moved.
  for (const table of ['codings', 'controls', 'themeGroupMembers'] as const) {
    await db
      .updateTable(table)
      .set({ startAt: null, endAt: null })
      .where('responseId', '=', responseId)
      .execute();
  }
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
