import type { Input } from '#engine/input.ts';
import { restored, type Session } from '#engine/session.ts';
import { step } from '#engine/step.ts';
import { conversationById, inputsOf } from '#store/conversations.ts';
import type { Db } from '#store/db.ts';
import { wordsOf } from '#store/messages.ts';
import type { KnownMoment } from './advance.ts';
import type { ConversationDeps } from './deps.ts';

/** Runs a conversation's logged inputs through the engine again: the session it gives must be the one stored. */
export async function replay(
  db: Db,
  deps: Pick<ConversationDeps, 'flows' | 'organisation'>,
  conversationId: string,
): Promise<{ stored: Session; replayed: Session | null }> {
  const conversation = await conversationById(db, conversationId);
  if (conversation === null) throw new Error(`There is no conversation ${conversationId}.`);
  const version = await deps.flows.byHash(db, conversation.flowHash);
  if (version === null) throw new Error(`Flow version ${conversation.flowHash} is not in the database.`);
  const words = await wordsOf(db, conversationId);
  let session: Session | null = null;
  for (const logged of await inputsOf(db, conversationId)) {
    const { quietMs, stopped, unseen, ourNumber, reach, byPerson, fleeting, ...input } = JSON.parse(
      logged.input,
    ) as Input & KnownMoment;
    const text = logged.messageId === null ? '' : (words.get(logged.messageId)?.text ?? '');
    const known: KnownMoment = { quietMs, stopped, unseen, ourNumber, reach, byPerson, fleeting };
    const moment = { ...known, now: logged.at, id: logged.newId, organisation: deps.organisation };
    session = step(version, session, { ...input, text } as Input, moment).session;
  }
  return { stored: restored(conversation.session), replayed: session };
}
