import type { Language } from '#domain/words.ts';
import type { Input } from '#engine/input.ts';
import { restored } from '#engine/session.ts';
import { stepOf } from '#flow/find.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { languagesFor } from '#loop/recall.ts';
import { type CurrentConversation, followUpAnswered, rememberDoubt, voiceOf } from '#store/addresses.ts';
import { currentConversation } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { placeMessage, wordsOfMessages } from '#store/messages.ts';
import { numberSaid } from '#texts/numbers.ts';
import { dateInWords, text } from '#texts/text.ts';
import { type Advance, advance } from './advance.ts';
import type { ConversationDeps } from './deps.ts';
import { queueSaid } from './queueSaid.ts';
import { type Arrival, onGoing, thread } from './route.ts';

/**
 * A text has no thread: where we last asked two things, both over a week ago, we ask which of them it answers. The words
 * wait, whole and in order, until that is known.
 */
export interface Doubt {
  conversationId: string;
  followUp: { outcomeId: string; consultationId: string; at: number };
  /** Which of them was asked last: what it counts as where they do not say. */
  latest: 'conversation' | 'followUp';
  messageIds: string[];
  /** How often we have asked. */
  asked: number;
}

export type Writer = Pick<Advance, 'residentId' | 'capabilities' | 'stopped'> & {
  address: Advance['address'] & Arrival['address'];
  now: number;
};

/** Asks which of the two it is about, and keeps the words until they say. */
export async function askWhich(tx: Tx, deps: ConversationDeps, writer: Writer, doubt: Doubt): Promise<void> {
  await rememberDoubt(tx, writer.address.id, JSON.stringify({ ...doubt, asked: doubt.asked + 1 }));
  const conversation = await currentConversation(tx, doubt.conversationId);
  if (conversation === null) return;
  const { version } = await onGoing(tx, deps, conversation, { kind: 'resume' });
  const voice = await voiceOf(tx, writer.residentId);
  const ask = (language: Language) =>
    text(language, 'resident.which', {
      question: topicOf(version, conversation, language),
      day: dateInWords(language, new Date(doubt.followUp.at)),
    });
  const said = languagesFor(voice.language, version.flow).map(ask).join('\n\n');
  await queueSaid(
    tx,
    { ...writer, conversationId: doubt.conversationId, newId: deps.newId },
    { text: said, choices: [], buttons: [], purpose: 'reply', fresh: false },
  );
}

/** What they say to that: a number settles it; after two tries it counts as the one that was asked last. */
export async function settleWhich(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  doubt: Doubt,
  said: { messageId: string; text: string },
): Promise<void> {
  const number = numberSaid(said.text);
  const chosen = number === 1 ? 'conversation' : number === 2 ? 'followUp' : null;
  const messageIds = chosen === null ? [...doubt.messageIds, said.messageId] : doubt.messageIds;
  if (chosen === null && doubt.asked < 2) return askWhich(tx, deps, writer, { ...doubt, messageIds });
  await takeAs(tx, deps, writer, { ...doubt, messageIds }, chosen ?? doubt.latest);
}

/** Nobody will say any more what the words answer: they count as an answer to what was asked last, and are heard. */
export function takeAsLatest(tx: Tx, deps: ConversationDeps, writer: Writer, doubt: Doubt): Promise<void> {
  return takeAs(tx, deps, writer, doubt, doubt.latest);
}

async function takeAs(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  doubt: Doubt,
  about: Doubt['latest'],
): Promise<void> {
  await rememberDoubt(tx, writer.address.id, null);
  let conversation = about === 'conversation' ? await currentConversation(tx, doubt.conversationId) : null;
  for (const message of await wordsOfMessages(tx, doubt.messageIds)) {
    const input: Input = { kind: 'text', text: message.text, messageId: message.id, sentAt: message.sentAt };
    if (conversation === null) await followUpAnswered(tx, writer.address.id);
    const where =
      conversation === null
        ? await thread(tx, deps, { ...writer, input, messageId: message.id }, doubt.followUp)
        : await onGoing(tx, deps, conversation, input);
    const id = await advance(tx, deps, {
      ...writer,
      ...where,
      unseen: false,
      // Who has stopped meanwhile wrote nothing just now: not even that their words are kept is said.
      confirmed: writer.stopped,
      words: message.text,
    });
    await placeMessage(tx, message.id, id);
    conversation = await currentConversation(tx, id);
  }
}

/** What the open question is about, in its own words for that. */
function topicOf(version: FlowVersion, { session }: CurrentConversation, language: Language): string {
  const { at } = restored(session);
  const step = at === null ? undefined : stepOf(version.flow, at);
  const topic = step !== undefined && 'topic' in step ? step.topic : version.flow.title;
  return topic[language] ?? version.flow.title[language] ?? version.flow.id;
}
