import { dueAt } from '#cases/due.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { CaseKind } from '#domain/words.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Keys } from '#people/keys.ts';
import { isAbusive } from '#safeguarding/abusive.ts';
import { detect } from '#safeguarding/detect.ts';
import { isUnread } from '#safeguarding/unread.ts';
import { setLanguage, voiceOf } from '#store/addresses.ts';
import { writeAudit } from '#store/audit.ts';
import { isHeld, openCaseOnce } from '#store/cases.ts';
import { agreeToNothing, recordConsent } from '#store/consents.ts';
import { whoSpeaks } from '#store/conversations.ts';
import type { Store, Tx } from '#store/db.ts';
import { recordDescription } from '#store/equality.ts';
import { keepHandEntry, keptHandEntries } from '#store/handEntries.ts';
import { keepMessage } from '#store/messages.ts';
import { hearMessage } from '#store/responses.ts';
import { holdResponses } from '#store/responses-change.ts';
import { ageSaid } from '#texts/ages.ts';
import { beginHandConversation } from './handConversation.ts';
import type { HandEntry } from './handEntry.ts';
import { personOf } from './handPerson.ts';

export interface TypingIn {
  store: Store;
  keys: Keys;
  clock: Clock;
  newId: NewId;
}

export interface TypedIn {
  /** repeat: the same form or line was taken before, and nothing was done. */
  kind: 'kept' | 'repeat';
  /** What was found that a person must see to at once; null where nothing was. */
  care: 'safeguarding' | 'child' | null;
}

export interface Typing {
  /** The form's own, or the line's: sent twice, it is one entry. */
  id: string;
  version: FlowVersion;
  entry: HandEntry;
  officerId: string | null;
  /** Where several lines of a file are one person's: the id of the one conversation that they all belong to. */
  personId?: string | null;
}

/** Takes what an officer has typed in for somebody, in one turn: their words go where everybody's go. */
export async function typeIn(deps: TypingIn, typing: Typing): Promise<TypedIn> {
  try {
    return await deps.store.turn((tx) => typeInOne(tx, deps, typing));
  } catch (error) {
    if (error instanceof Repeat) return { kind: 'repeat', care: null };
    throw error;
  }
}

class Repeat extends Error {}

async function typeInOne(tx: Tx, deps: TypingIn, typing: Typing): Promise<TypedIn> {
  const { newId } = deps;
  const { id, version, entry, officerId } = typing;
  const now = deps.clock.now();
  const consultationId = version.flow.id;
  if ((await keptHandEntries(tx.db, [id])).has(id)) return { kind: 'repeat', care: null };
  const conversationId = typing.personId ?? newId();
  const known = typing.personId ? await whoSpeaks(tx, conversationId) : null;
  const person = known ?? (await personOf(tx, deps, entry.contact, now));
  const { residentId } = person;
  const { how, speaksFor, people, onDay } = entry;
  const by = { officerId, createdAt: now };
  const row = { id, consultationId, residentId, conversationId, how, speaksFor, people, onDay, ...by };
  // Two at once on PostgreSQL: undoing the turn undoes the second meeting too.
  if (!(await keepHandEntry(tx, row))) throw new Repeat();
  // A form on paper says nothing of easy read: what they chose elsewhere stands.
  const { easy } = await voiceOf(tx, residentId);
  await setLanguage(tx, residentId, { language: entry.language, easy });
  if (known === null) await beginHandConversation(tx, { id: conversationId, version, entry, person, now });
  const scene = { conversationId, consultationId, residentId, addressId: person.addressId, now, newId };
  const care = await keepWords(tx, scene, typing);
  await recordAgreed(tx, scene, typing, care.child);
  await writeAudit(tx.db, {
    id: newId(),
    at: now,
    officerId,
    action: 'byHand.typeIn',
    subject: `conversations/${conversationId}`,
    detail: { how, answers: entry.answers.length },
  });
  return { kind: 'kept', care: care.care };
}

interface Scene {
  conversationId: string;
  consultationId: string;
  residentId: string;
  addressId: string;
  now: number;
  newId: NewId;
}

/** Each answer is a message and a response; the gate hears all of them before any may be themed. */
async function keepWords(tx: Tx, scene: Scene, { id, version, entry }: Typing) {
  const { conversationId, consultationId, residentId, addressId, now, newId } = scene;
  const { flow, hash } = version;
  const kinds = new Set<CaseKind>();
  for (const { stepId, text } of entry.answers) {
    const messageId = newId();
    await keepMessage(tx, {
      ...{ id: messageId, channel: 'byHand', dedupeKey: `${id}:${stepId}`, residentId, addressId },
      ...{ conversationId, kind: 'text', text, choice: null, media: '[]', replyTo: null },
      ...{ sentAt: null, receivedAt: now, state: 'handled' },
    });
    const response = { id: newId(), consultationId, conversationId, residentId, flowHash: hash, stepId };
    await hearMessage(
      tx,
      {
        ...response,
        outcomeId: null,
        channel: 'byHand',
        language: entry.language,
        text,
        // By the day on which it was said: an officer may type it in weeks later.
        late: entry.onDay > flow.frame.closes ? 1 : 0,
        held: 0,
        whoElse: flow.steps.some((step) => step.id === stepId && step.kind === 'whoElse') ? 1 : 0,
        abusive: isAbusive(text) ? 1 : 0,
        createdAt: now,
        state: 'complete',
        completedAt: now,
      },
      { messageId, position: now, first: true },
    );
    const open = async (kind: CaseKind, category: string | null) => {
      kinds.add(kind);
      const of = { residentId, conversationId, messageId, createdAt: now };
      await openCaseOnce(tx, { id: newId(), kind, category, ...of, dueAt: dueAt(kind, now) });
    };
    const danger = detect(text);
    if (danger !== null) await open('safeguarding', danger.category);
    const age = ageSaid(text);
    if (age !== null && age < flow.ages.from) await open('child', null);
    if (isUnread(text, entry.language)) await open('unread', null);
  }
  const child = kinds.has('child');
  const care: TypedIn['care'] = kinds.has('safeguarding') ? 'safeguarding' : child ? 'child' : null;
  // What a case holds of a person holds what they say besides, too.
  if (care !== null || (await isHeld(tx.db, conversationId))) await holdResponses(tx.db, conversationId);
  return { care, child };
}

/** Of a child nothing that was ticked counts: as in every other conversation. */
async function recordAgreed(tx: Tx, scene: Scene, { version, entry }: Typing, child: boolean): Promise<void> {
  const { consultationId, residentId, now, newId } = scene;
  const flowHash = version.hash;
  const said = { residentId, consultationId, flowHash, messageId: null, at: now };
  if (child) await agreeToNothing(tx, { ...said, newId });
  else
    for (const kind of ['hearBack', 'quote'] as const) {
      const agreed = entry.consents[kind];
      if (agreed !== undefined)
        await recordConsent(tx, { ...said, id: newId(), kind, granted: agreed ? 1 : 0 });
    }
  for (const { question, answer } of entry.described)
    await recordDescription(tx, { residentId, consultationId, flowHash, question, answer, at: now });
}
