import type { Capabilities, Inbound } from '#channels/channel.ts';
import type { Input } from '#engine/input.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import {
  type CurrentConversation,
  changeAddress,
  followUpAnswered,
  setBlocked,
  standingOf,
} from '#store/addresses.ts';
import { openCase } from '#store/cases.ts';
import { StoreUnavailable, type Tx } from '#store/db.ts';
import { reviewAgain } from '#store/edits.ts';
import { keepMedia } from '#store/media.ts';
import { keepMessage, markMessage, placeMessage } from '#store/messages.ts';
import { isQuestionUnsent } from '#store/questions.ts';
import type { Command } from '#texts/commands.ts';
import { readControls, writeControls } from '#theming/control/read.ts';
import { type Advance, advance } from './advance.ts';
import type { ConversationDeps } from './deps.ts';
import { ask, settle, waitNoLonger } from './doubt.ts';
import { saysMore } from './edited.ts';
import { lockForLink, tellGiver, tryCode } from './link.ts';
import { type MetAddress, meet } from './meet.ts';
import type { NearMiss } from './nearKeywords.ts';
import { route } from './route.ts';
import { confirmedByProvider, linkCodeOf, understand } from './understand.ts';
import type { Doubt } from './which.ts';

export interface Received {
  /** repeat: the same event came before, and nothing was done. failed: it is kept and a person will see to it. */
  kind: 'handled' | 'repeat' | 'failed';
}

class Repeat extends Error {}

/**
 * Takes one thing that came in: one turn, one transaction. Resolves only after the commit, so that the webhook may
 * then be acknowledged. Throws StoreUnavailable where storing is impossible; never for what a message holds.
 */
export async function receive(deps: ConversationDeps, inbound: Inbound): Promise<Received> {
  try {
    const received = await deps.store.turn((tx) => take(tx, deps, inbound));
    deps.nudge('outbox');
    return received;
  } catch (error) {
    if (error instanceof Repeat) return { kind: 'repeat' };
    throw error;
  }
}

async function take(tx: Tx, deps: ConversationDeps, inbound: Inbound): Promise<Received> {
  const { newId } = deps;
  const channel = deps.channels.get(inbound.channel);
  if (channel === undefined) throw new Error(`No channel is called ${inbound.channel}.`);
  await lockForLink(tx, deps, inbound);
  const met = await meet(tx, deps, inbound);
  const messageId = newId();
  const isNew = await keepMessage(tx, {
    id: messageId,
    channel: inbound.channel,
    dedupeKey: `${inbound.account}:${inbound.dedupeKey}`,
    residentId: met.residentId,
    addressId: met.id,
    conversationId: null,
    kind: inbound.kind,
    text: inbound.text,
    choice: inbound.choice,
    media: JSON.stringify(inbound.media),
    replyTo: inbound.replyTo,
    providerId: inbound.providerId ?? null,
    sentAt: inbound.sentAt,
    receivedAt: inbound.receivedAt,
    state: 'handled',
  });
  // Undoing the turn undoes the meeting too: a repeat leaves no trace.
  if (!isNew) throw new Repeat();
  // Before anything can go wrong with the rest: the files are fetched whatever becomes of the conversation.
  await keepMedia(tx, {
    messageId,
    residentId: met.residentId,
    channel: inbound.channel,
    media: inbound.media,
    now: inbound.receivedAt,
    newId,
  });
  const address = { ...met, channel: inbound.channel, account: inbound.account };
  try {
    await tx.savepoint(() =>
      handle(tx, deps, inbound, messageId, address, channel.capabilities(inbound.address)),
    );
    return { kind: 'handled' };
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    deps.log.error(
      { err: error, messageId },
      'a message could not be handled; it is kept and a case is open',
    );
    await markMessage(tx, messageId, 'failed');
    await openCase(tx, {
      id: newId(),
      kind: 'fault',
      category: null,
      residentId: met.residentId,
      conversationId: null,
      messageId,
      createdAt: inbound.receivedAt,
      dueAt: inbound.receivedAt,
    });
    return { kind: 'failed' };
  }
}

type Writing = MetAddress & Advance['address'];

async function handle(
  tx: Tx,
  deps: ConversationDeps,
  inbound: Inbound,
  messageId: string,
  address: Writing,
  capabilities: Capabilities,
): Promise<void> {
  if (inbound.kind === 'blocked') return setBlocked(tx, address.id, inbound.receivedAt);
  if (inbound.kind === 'unblocked') return setBlocked(tx, address.id, null);
  if (inbound.kind === 'addressChanged') return move(tx, deps, inbound, address);

  let { stopped, conversation } = await standingOf(tx, address);
  const understood = understand(inbound, messageId, stopped, capabilities);
  if (understood === null) return markMessage(tx, messageId, 'ignored');
  const repeats = inbound.edit === true && understood.kind === 'text';
  if (repeats && !(await saysMore(tx, inbound, conversation))) {
    await markMessage(tx, messageId, 'ignored');
    return readEdit(tx, deps, inbound, address);
  }
  const writer = { residentId: address.residentId, address, capabilities, stopped };
  if (address.doubt !== null && !stopped) {
    const doubt = JSON.parse(address.doubt) as Doubt | NearMiss;
    const inDoubt = { ...writer, now: inbound.receivedAt };
    if (understood.kind === 'text') return settle(tx, deps, inDoubt, doubt, understood);
    if (isLastWord(understood)) {
      await waitNoLonger(tx, deps, inDoubt, doubt);
      ({ stopped, conversation } = await standingOf(tx, address));
    }
  }
  const code =
    understood.kind === 'command' && understood.command === 'link' && !stopped ? linkCodeOf(inbound) : null;
  const tried = code === null ? null : await tryCode(tx, deps, address, code, inbound.receivedAt);
  const input = tried === null ? understood : { ...understood, link: tried.answer };
  const residentId = tried?.residentId ?? address.residentId;
  const where = await route(tx, deps, {
    inbound,
    address,
    conversation,
    stopped,
    input,
    messageId,
  });
  if ('messageIds' in where) return ask(tx, deps, { ...writer, now: inbound.receivedAt }, where);
  if (where.answersFollowUp) await followUpAnswered(tx, address.id);
  const conversationId = await advance(tx, deps, {
    ...where,
    ...writer,
    residentId,
    unseen: deps.sending && (await isUnseen(tx, where.conversation, address.id, inbound.receivedAt)),
    confirmed: understood.kind === 'command' && confirmedByProvider(inbound, capabilities),
    words: inbound.text === '' ? (inbound.choice ?? '') : inbound.text,
    now: inbound.receivedAt,
  });
  await placeMessage(tx, messageId, conversationId);
  if (tried?.giver !== undefined) await tellGiver(tx, deps, tried.giver, inbound.receivedAt);
}

/** What an edit says besides themes is read at once; what the answer itself says was read, and perhaps paid for. */
async function readEdit(
  tx: Tx,
  { newId }: ConversationDeps,
  { providerId, text, receivedAt: now }: Inbound,
  { residentId, id: addressId }: MetAddress,
): Promise<void> {
  if (providerId === undefined) return;
  const answers = await reviewAgain(tx, { residentId, addressId, providerId, text });
  if (answers.length === 0) return;
  await writeControls(tx, answers, await readControls(tx.db, answers), { now, newId });
}

/** After which nobody is asked anything: what waits for an answer of theirs would wait for ever. */
function isLastWord(input: Input): boolean {
  return input.kind === 'distress' || (input.kind === 'command' && lastWords.has(input.command));
}

const lastWords: ReadonlySet<Command> = new Set<Command>(['stop', 'wrongNumber', 'forgetMe']);

async function move(tx: Tx, deps: ConversationDeps, inbound: Inbound, address: Writing): Promise<void> {
  if (inbound.newAddress === null) return;
  await changeAddress(tx, address.id, {
    hash: hashAddress(deps.keys, inbound.channel, inbound.newAddress),
    sealed: sealAddress(deps.keys, inbound.newAddress),
    keyId: deps.keys.id,
  });
}

/** Our last question to them is still waiting for a provider that takes nothing. */
async function isUnseen(
  tx: Tx,
  conversation: CurrentConversation | null,
  addressId: string,
  now: number,
): Promise<boolean> {
  return conversation !== null && isQuestionUnsent(tx, { ...conversation, addressId }, now);
}
