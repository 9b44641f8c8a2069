import type { Capabilities } from '#channels/channel.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Input } from '#engine/input.ts';
import type { Session } from '#engine/session.ts';
import { step } from '#engine/step.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { CurrentConversation } from '#store/addresses.ts';
import { advanceConversation, beginConversation, logInput } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { apply } from './apply.ts';
import type { ConversationDeps } from './deps.ts';

/** One input to one conversation: where it goes, and what the engine may know. */
export interface Advance {
  version: FlowVersion;
  /** null where this input begins the conversation. */
  conversation: CurrentConversation | null;
  outcomeId: string | null;
  residentId: string;
  address: { id: string; hash: string; channel: ChannelName; account: string };
  capabilities: Capabilities;
  stopped: boolean;
  confirmed: boolean;
  input: Input;
  /** What the resident wrote, or the button that they pressed; '' where no message brings the input. */
  words: string;
  now: number;
}

/** Runs the engine and writes all that follows, and the input itself, in one turn. Returns the conversation's id. */
export async function advance(tx: Tx, deps: ConversationDeps, what: Advance): Promise<string> {
  const { conversation, version, input, now } = what;
  const before = conversation === null ? null : (JSON.parse(conversation.session) as Session);
  const newId = deps.newId();
  const quietMs = what.capabilities.quietMs;
  const moment = { now, id: newId, quietMs, stopped: what.stopped, organisation: deps.organisation };
  const { session, events } = step(version, before, input, moment);

  const conversationId = conversation?.id ?? deps.newId();
  const messageId = 'messageId' in input ? input.messageId : null;
  const scene = {
    conversationId,
    consultationId: version.flow.id,
    flowHash: version.hash,
    outcomeId: what.outcomeId,
    residentId: what.residentId,
    address: what.address,
    capabilities: what.capabilities,
    confirmed: what.confirmed,
    now,
    newId: deps.newId,
    words: new Map(messageId === null ? [] : [[messageId, what.words]]),
  };
  const { asked, wakeAt } = await apply(tx, scene, session, events);

  const row = {
    id: conversationId,
    status: session.status,
    session: JSON.stringify(session),
    // A reply to a follow-up answers what was asked already.
    askedAt: asked || (input.kind === 'start' && input.asked) ? now : (conversation?.askedAt ?? 0),
    // Whatever else was said meanwhile (PRIVACY, a language), a timer that no event moved goes on running.
    wakeAt:
      session.listening === null ? null : wakeAt === undefined ? (conversation?.wakeAt ?? null) : wakeAt,
    wakeNumber: session.wake,
    inputs: (conversation?.inputs ?? 0) + 1,
  };
  if (conversation === null) {
    await beginConversation(tx, {
      ...row,
      consultationId: version.flow.id,
      flowHash: version.hash,
      residentId: what.residentId,
      addressId: what.address.id,
      outcomeId: what.outcomeId,
      startedAt: now,
    });
  } else {
    await advanceConversation(tx, row);
  }
  await logInput(tx, {
    conversationId,
    number: row.inputs,
    input: JSON.stringify({ ...withoutWords(input), quietMs, stopped: what.stopped }),
    messageId,
    at: now,
    newId,
  });
  return conversationId;
}

/** What the log keeps of an input: the message's id stands for its words. */
function withoutWords(input: Input): object {
  if (!('text' in input)) return input;
  const { text: _, ...rest } = input;
  return rest;
}
