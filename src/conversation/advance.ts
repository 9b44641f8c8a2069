import type { Capabilities } from '#channels/channel.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Facts, Input, Moment } from '#engine/input.ts';
import { restored, type Session, saved } from '#engine/session.ts';
import { step } from '#engine/step.ts';
import { privacyHash } from '#flow/hash.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { fleetingChannels } from '#loop/fleeting.ts';
import type { CurrentConversation } from '#store/addresses.ts';
import { childWaits } from '#store/cases.ts';
import { advanceConversation, beginConversation, logInput } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { mustBeDecided } from '#store/erasures.ts';
import { channelsOf, factsOf } from '#store/facts.ts';
import { apply } from './apply.ts';
import type { ConversationDeps } from './deps.ts';
import { reminderTemplates } from './reminderTemplates.ts';

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
  /** Our last question is still to be sent. */
  unseen: boolean;
  confirmed: boolean;
  input: Input;
  /** What the resident wrote, or the button that they pressed; '' where no message brings the input. */
  words: string;
  now: number;
}

/** Runs the engine and writes all that follows, and the input itself, in one turn. Returns the conversation's id. */
export async function advance(tx: Tx, deps: ConversationDeps, what: Advance): Promise<string> {
  const { conversation, version, now } = what;
  const input = await asAChild(tx, what);
  const before = conversation === null ? null : restored(conversation.session);
  const newId = deps.newId();
  const known: KnownMoment = {
    quietMs: what.capabilities.quietMs,
    stopped: what.stopped,
    unseen: what.unseen,
    ourNumber: numberOf(what),
    reach: what.capabilities.reach,
    fleeting: !what.capabilities.followUps,
    byPerson: asksToForget(before, input) && (await mustBeDecided(tx.db, what.residentId, now)),
  };
  const { organisation, elsewhere } = deps;
  const moment = { ...known, now, id: newId, organisation, elsewhere };
  const facts = await factsFor(tx, deps, what);
  const { session, events } = step(version, before, facts === null ? input : { ...facts, ...input }, moment);

  const conversationId = conversation?.id ?? deps.newId();
  const messageId = 'messageId' in input ? input.messageId : null;
  const scene = {
    conversationId,
    consultationId: version.flow.id,
    flowHash: version.hash,
    privacyHash: privacyHash(version),
    outcomeId: what.outcomeId,
    residentId: what.residentId,
    address: what.address,
    capabilities: what.capabilities,
    confirmed: what.confirmed,
    now,
    messageId,
    freshId: newId,
    newId: deps.newId,
    reminder: ({ language }: Session) => reminderTemplates(version.flow, deps.organisation, language),
    keys: deps.keys,
    words: new Map(messageId === null ? [] : [[messageId, what.words]]),
  };
  const asked = await apply(tx, scene, session, events);

  const row = {
    id: conversationId,
    status: session.status,
    session: saved(session),
    // A reply to a follow-up answers what was asked already.
    askedAt: asked || (input.kind === 'start' && input.asked) ? now : (conversation?.askedAt ?? 0),
    wakeAt: session.wakeAt,
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
    input: JSON.stringify({ ...withoutWords(input), ...known }),
    messageId,
    at: now,
    newId,
  });
  return conversationId;
}

/** What the log keeps of a moment beside the input: replaying needs it again. */
export type KnownMoment = Omit<Moment, 'now' | 'id' | 'organisation' | 'elsewhere'>;

/** A number that anybody could text: ours, where it is one. As people write it at home. */
function numberOf({ capabilities, address }: Advance): string | null {
  if (capabilities.reach !== 'phone' || !/^\+\d{7,15}$/.test(address.account)) return null;
  return address.account.replace(/^\+44(\d{4})(\d{6})$/, '0$1 $2');
}

/** Beginning anew makes nobody older: what somebody said of their age holds until a person has decided. */
async function asAChild(tx: Tx, { conversation, input, address }: Advance): Promise<Input> {
  const begins = conversation === null && input.kind === 'start';
  return begins && (await childWaits(tx, address.id)) ? { ...input, child: true } : input;
}

function asksToForget(session: Session | null, input: Input): boolean {
  return session?.confirming === true || (input.kind === 'command' && input.command === 'forgetMe');
}

/** STATUS and MY DATA are answered from the database, and nothing else needs to ask it. */
async function factsFor(
  tx: Tx,
  { channels }: ConversationDeps,
  { input, residentId, version }: Advance,
): Promise<{ facts: Facts } | null> {
  if (input.kind !== 'command' || (input.command !== 'status' && input.command !== 'myData')) return null;
  const facts = await factsOf(tx.db, { residentId, consultationId: version.flow.id });
  const fleeting = fleetingChannels(channels);
  const outOfReach = (await channelsOf(tx.db, residentId)).every((channel) => fleeting.includes(channel));
  return { facts: { ...facts, outOfReach } };
}

/** What the log keeps of an input: the message's id stands for its words. */
function withoutWords(input: Input): object {
  if (!('text' in input)) return input;
  const { text: _, ...rest } = input;
  return rest;
}
