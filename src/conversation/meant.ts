import type { Language } from '#domain/words.ts';
import type { Input } from '#engine/input.ts';
import { languagesFor } from '#loop/recall.ts';
import { followUpAnswered, rememberDoubt, standingOf, voiceOf } from '#store/addresses.ts';
import type { Tx } from '#store/db.ts';
import { placeMessage, wordsOfMessages } from '#store/messages.ts';
import { yesOrNo } from '#texts/answers.ts';
import { asCompared } from '#texts/as-compared.ts';
import { withoutCourtesies } from '#texts/courtesies.ts';
import { numberSaid } from '#texts/numbers.ts';
import { text } from '#texts/text.ts';
import { advance } from './advance.ts';
import type { ConversationDeps } from './deps.ts';
import type { MaybeMeant, NearMiss } from './nearKeywords.ts';
import { queueSaid } from './queueSaid.ts';
import { begin, type Route, route } from './route.ts';
import { askWhich, takeAsLatest, type Writer } from './which.ts';

/** Words that are nearly a keyword: asked once what was meant, and begun at a number, with nothing of them lost. */
export async function askMeant(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  miss: NearMiss,
): Promise<void> {
  await rememberDoubt(tx, writer.address.id, JSON.stringify({ ...miss, asked: miss.asked + 1 }));
  const { first } = deps.flows;
  const { language: chosen } = await voiceOf(tx, writer.residentId);
  const line = ({ word, flowId }: MaybeMeant, index: number, language: Language) =>
    `${index + 1} ${word.toUpperCase()} (${titleOf(deps, flowId, language)})`;
  const ask = (language: Language) =>
    text(language, 'resident.didYouMean', {
      lines: miss.keywords.map((meant, index) => line(meant, index, language)).join('\n'),
      number: miss.keywords.length + 1,
    });
  const said = languagesFor(chosen, first.flow).map(ask).join('\n\n');
  await queueSaid(
    tx,
    { ...writer, conversationId: null, newId: deps.newId },
    { text: said, choices: [], buttons: [], purpose: 'reply', fresh: false },
  );
}

function titleOf({ flows }: ConversationDeps, flowId: string, language: Language): string {
  const title = flows.current.get(flowId)?.flow.title;
  return title?.[language] ?? title?.en ?? flowId;
}

/** A number begins what it stands for; anything else says that none was meant, and is itself heard. */
export async function settleMeant(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  miss: NearMiss,
  said: { messageId: string; text: string },
): Promise<void> {
  const number = numberSaid(said.text);
  const answer = number === null ? yesOrNo(said.text) : null;
  const [only, ...others] = miss.keywords;
  const confirmed = answer === 'yes' && others.length === 0 ? only : named(deps, said.text);
  const meant = number === null ? confirmed : miss.keywords[number - 1];
  if (meant !== undefined && deps.flows.current.has(meant.flowId)) {
    const id = await beginMeant(tx, deps, writer, miss, meant);
    return placeMessage(tx, said.messageId, id);
  }
  // A yes or a no is said to our question alone: it must not answer the one that is asked next, which they have not seen.
  const isNone = number === miss.keywords.length + 1 || answer !== null;
  const messageIds = isNone ? miss.messageIds : [...miss.messageIds, said.messageId];
  await takeAsSaid(tx, deps, writer, { ...miss, messageIds });
}

/** Or they spell it out. */
function named({ flows }: ConversationDeps, said: string): MaybeMeant | undefined {
  const found = flows.byKeyword(said);
  if (found === null) return undefined;
  return { word: asCompared(said), flowId: found.version.flow.id, language: found.language };
}

/** No keyword was meant: the words go where they would have gone without one. */
export async function takeAsSaid(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  miss: NearMiss,
): Promise<void> {
  const { address, now } = writer;
  await rememberDoubt(tx, address.id, null);
  for (const message of await wordsOfMessages(tx, miss.messageIds)) {
    const { conversation, stopped } = await standingOf(tx, address);
    const input: Input = { kind: 'text', text: message.text, messageId: message.id, sentAt: message.sentAt };
    const { channel } = address;
    const inbound = { channel, kind: 'text' as const, text: message.text, replyTo: null, receivedAt: now };
    const arrival = {
      inbound,
      address: { ...address, residentId: writer.residentId },
      conversation,
      stopped,
    };
    const where = await route(tx, deps, { ...arrival, input, messageId: message.id, asked: true });
    if ('messageIds' in where) {
      if ('followUp' in where) await (writer.stopped ? takeAsLatest : askWhich)(tx, deps, writer, where);
      continue;
    }
    if (where.answersFollowUp) await followUpAnswered(tx, address.id);
    await placeMessage(tx, message.id, await goTo(tx, deps, writer, where, message.text));
  }
}

async function beginMeant(
  tx: Tx,
  deps: ConversationDeps,
  writer: Writer,
  miss: NearMiss,
  meant: MaybeMeant,
): Promise<string> {
  await rememberDoubt(tx, writer.address.id, null);
  const version = deps.flows.current.get(meant.flowId) ?? deps.flows.first;
  const [message] = await wordsOfMessages(tx, miss.messageIds);
  const words = message?.text ?? '';
  const messageId = message?.id ?? null;
  // A slip of the thumb says nothing more than the keyword; words beside it may.
  const said = withoutCourtesies(asCompared(words));
  const more = said.split(' ').length > meant.word.split(' ').length;
  const input: Input = { kind: 'text', text: words, messageId: messageId ?? '', sentAt: null };
  const arrival = {
    address: { ...writer.address, residentId: writer.residentId },
    input,
    messageId: messageId ?? '',
  };
  const where = await begin(tx, arrival, version, meant.language, !more);
  const id = await goTo(tx, deps, writer, where, words);
  if (messageId !== null) await placeMessage(tx, messageId, id);
  return id;
}

/** Who has stopped meanwhile wrote nothing just now: not even that their words are kept is said. */
function goTo(tx: Tx, deps: ConversationDeps, writer: Writer, where: Route, words: string): Promise<string> {
  return advance(tx, deps, { ...writer, ...where, unseen: false, confirmed: writer.stopped, words });
}
