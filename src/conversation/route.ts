import type { Inbound } from '#channels/channel.ts';
import type { Language } from '#domain/words.ts';
import type { Input } from '#engine/input.ts';
import { restored } from '#engine/session.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { CurrentConversation } from '#store/addresses.ts';
import { voiceOf } from '#store/addresses.ts';
import { followUpFlow, keepVersion, latestFlow } from '#store/consultations.ts';
import { currentConversation } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { questionQuoted, questionUnder } from '#store/questions.ts';
import { languageOfCommand } from '#texts/commands.ts';
import type { ConversationDeps } from './deps.ts';
import { type NearMiss, nearKeywords } from './nearKeywords.ts';
import { followUpThread } from './thread.ts';
import type { Doubt } from './which.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A text has no thread: it answers whatever we last asked, within this long. */
const ANSWERS_WITHIN = 7 * DAY;
/** Networks reuse numbers after some months, so an old follow-up is not answered by whoever has the number now. */
const RECYCLED_AFTER = 60 * DAY;

export interface Arrival {
  inbound: Pick<Inbound, 'channel' | 'kind' | 'text' | 'replyTo' | 'receivedAt'>;
  messageId: string;
  address: { id: string; residentId: string; followUpDeliveryId: string | null; followUpAt: number | null };
  /** The conversation under way, else the one that ended last. */
  conversation: CurrentConversation | null;
  stopped: boolean;
  input: Input;
  /** They were asked already what their words come near to: they are taken as they are. */
  asked?: true;
}

/** What a thread under a follow-up is made from. */
export interface ThreadStart {
  residentId: string;
  now: number;
  input: Input;
  messageId: string;
}

export interface Route {
  version: FlowVersion;
  conversation: CurrentConversation | null;
  outcomeId: string | null;
  input: Input;
  answersFollowUp: boolean;
}

/**
 * Which conversation a message belongs to: the one whose message it quotes, else the one whose question awaits an
 * answer, else the one its keyword begins, else the follow-up that reached them last, else the one that ended last,
 * else the first flow. A doubt, or a near miss, where that cannot be told: they are asked.
 */
export async function route(
  tx: Tx,
  deps: ConversationDeps,
  arrival: Arrival,
): Promise<Route | Doubt | NearMiss> {
  const { inbound, conversation, input, stopped } = arrival;
  // Asked whether to forget them, somebody who never began is in a conversation all the same.
  const asked =
    conversation !== null && conversation.askedAt === 0 && restored(conversation.session).confirming;
  const begun =
    conversation !== null && (conversation.askedAt > 0 || conversation.status === 'held' || asked);
  if (input.kind === 'distress' || input.kind === 'command') {
    // Who said STOP is brought back by START and by nothing else: a language is only how they would be written to.
    const joins =
      input.kind === 'command' &&
      (input.command === 'start' ||
        (!stopped && (input.command === 'easyRead' || languageChosen(input) !== null)));
    const over =
      !begun || (conversation.status === 'ended' && input.kind === 'command' && input.command === 'start');
    if (joins && over && !(begun && stopped)) {
      return begin(tx, arrival, deps.flows.first, languageChosen(input), true);
    }
    return conversation === null ? unbegun(deps, input) : onGoing(tx, deps, conversation, input);
  }

  const { residentId } = arrival.address;
  const quoted =
    inbound.replyTo === null ? null : await questionQuoted(tx, inbound.channel, inbound.replyTo, residentId);
  if (quoted?.outcomeId != null && !stopped)
    return thread(tx, deps, startOf(arrival), { ...quoted, outcomeId: quoted.outcomeId });
  if (quoted?.conversationId != null) {
    const meant = await currentConversation(tx, quoted.conversationId);
    if (meant !== null) return onGoing(tx, deps, meant, input);
  }

  const waiting = begun && conversation.status !== 'ended' ? conversation : null;
  const doubt = waiting === null ? null : await doubtBetween(tx, arrival, waiting);
  if (doubt !== null) return doubt;
  const pending = await pendingFollowUp(tx, arrival, waiting);
  if (pending !== null && waiting !== null) return thread(tx, deps, startOf(arrival), pending);
  const { flows } = deps;
  const named = inbound.kind === 'command' ? flows.byLink(inbound.text) : flows.byKeyword(inbound.text);
  const keyword = 'text' in input ? named : null;
  // After STOP a keyword joins again, but nothing goes on before a person has looked.
  const joinsAgain = stopped && keyword !== null && waiting?.status !== 'held';
  if (waiting !== null && !joinsAgain) {
    // A deep link pressed again in mid conversation is no answer: it asks where we were.
    const again: Input = { kind: 'command', command: 'start', text: '', messageId: arrival.messageId };
    return onGoing(tx, deps, waiting, inbound.kind === 'command' ? again : input);
  }
  if (keyword !== null) return begin(tx, arrival, keyword.version, keyword.language, true);
  if (pending !== null) return thread(tx, deps, startOf(arrival), pending);
  const near =
    input.kind === 'text' && !stopped && arrival.asked !== true ? nearKeywords(flows, input.text) : [];
  if (near.length > 0) return { keywords: near, messageIds: [arrival.messageId], asked: 0 };
  if (conversation !== null && (begun || stopped)) return onGoing(tx, deps, conversation, input);
  if (stopped) return unbegun(deps, input);
  return begin(tx, arrival, deps.flows.first, null, inbound.kind === 'command');
}

function languageChosen(input: Input): Language | null {
  return input.kind === 'command' ? languageOfCommand(input.command) : null;
}

/** Someone we never asked anything says STOP, HELP or that they are in danger: answered, and nothing is begun. */
function unbegun(deps: ConversationDeps, input: Input): Route {
  return { version: deps.flows.first, conversation: null, outcomeId: null, input, answersFollowUp: false };
}

/** One more input to a conversation that there is. */
export async function onGoing(
  tx: Tx,
  deps: ConversationDeps,
  conversation: CurrentConversation,
  input: Input,
): Promise<Route> {
  const version = await deps.flows.byHash(tx.db, conversation.flowHash);
  if (version === null) throw new Error(`Flow version ${conversation.flowHash} is not in the database.`);
  return { version, conversation, outcomeId: conversation.outcomeId, input, answersFollowUp: false };
}

export async function begin(
  tx: Tx,
  arrival: Pick<Arrival, 'address' | 'input' | 'messageId'>,
  version: FlowVersion,
  chosen: Language | null,
  keyword: boolean,
): Promise<Route> {
  const voice = await voiceOf(tx, arrival.address.residentId);
  const known = chosen ?? voice.language;
  const language = known !== null && version.flow.languages.includes(known) ? known : null;
  const easy = voice.easy || (arrival.input.kind === 'command' && arrival.input.command === 'easyRead');
  const text = 'text' in arrival.input ? arrival.input.text : '';
  const input: Input = {
    kind: 'start',
    text,
    messageId: arrival.messageId,
    keyword,
    language,
    easy,
    asked: false,
    ...(arrival.input.kind === 'media' ? { file: true } : {}),
  };
  return { version, conversation: null, outcomeId: null, input, answersFollowUp: false };
}

async function pendingFollowUp(tx: Tx, arrival: Arrival, waiting: CurrentConversation | null) {
  const { followUpDeliveryId, followUpAt } = arrival.address;
  if (followUpDeliveryId === null || followUpAt === null || arrival.stopped) return null;
  const age = arrival.inbound.receivedAt - followUpAt;
  const answers =
    waiting === null ? age <= RECYCLED_AFTER : age <= ANSWERS_WITHIN && followUpAt > waiting.askedAt;
  return answers ? questionUnder(tx, followUpDeliveryId) : null;
}

/** Both were asked over a week ago, and nothing says which of them these words answer. */
async function doubtBetween(
  tx: Tx,
  { inbound, address, input, messageId, stopped }: Arrival,
  waiting: CurrentConversation,
): Promise<Doubt | null> {
  const { followUpDeliveryId, followUpAt } = address;
  if (input.kind !== 'text' || stopped || waiting.status === 'held') return null;
  if (followUpDeliveryId === null || followUpAt === null) return null;
  const { receivedAt } = inbound;
  const longAgo = (at: number) => receivedAt - at > ANSWERS_WITHIN;
  if (
    !longAgo(Math.max(waiting.askedAt, restored(waiting.session).since)) ||
    !longAgo(followUpAt) ||
    receivedAt - followUpAt > RECYCLED_AFTER
  )
    return null;
  const followUp = await questionUnder(tx, followUpDeliveryId);
  if (followUp === null) return null;
  return {
    conversationId: waiting.id,
    followUp: { ...followUp, at: followUpAt },
    latest: followUpAt > waiting.askedAt ? 'followUp' : 'conversation',
    messageIds: [messageId],
    asked: 0,
  };
}

function startOf({ inbound, address, input, messageId }: Arrival): ThreadStart {
  return { residentId: address.residentId, now: inbound.receivedAt, input, messageId };
}

/** The conversation that a reply to a follow-up opens. */
export async function thread(
  tx: Tx,
  deps: ConversationDeps,
  { residentId, now, input, messageId }: ThreadStart,
  under: { outcomeId: string; consultationId: string },
): Promise<Route> {
  const flow =
    deps.flows.current.get(under.consultationId) ?? (await latestFlow(tx.db, under.consultationId));
  if (flow === null) throw new Error(`Consultation ${under.consultationId} has no flow.`);
  const version = followUpThread(flow);
  await keepVersion(tx, version, followUpFlow, now);
  deps.flows.remember(version);
  const voice = await voiceOf(tx, residentId);
  const text = 'text' in input ? input.text : '';
  return {
    version,
    conversation: null,
    outcomeId: under.outcomeId,
    input: { kind: 'start', text, messageId, keyword: false, ...voice, asked: true },
    answersFollowUp: true,
  };
}
