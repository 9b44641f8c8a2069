import { closeWhereDone } from '#media/dealtWith.ts';
import { type Danger, detect } from '#safeguarding/detect.ts';
import { lockAddress } from '#store/addresses.ts';
import { writeAudit } from '#store/audit.ts';
import { openCase } from '#store/cases.ts';
import { conversationById } from '#store/conversations.ts';
import { StoreUnavailable, type Tx } from '#store/db.ts';
import { writeTranscript } from '#store/media.ts';
import { addWords, messageOfMedia } from '#store/transcripts.ts';
import { act } from './act.ts';
import type { ConversationDeps } from './deps.ts';
import { ageOf } from './understand.ts';

/** What is said in a file, written down by a machine or, where `officerId` is given, by a person who listened. */
export interface Transcript {
  mediaId: string;
  text: string;
  officerId: string | null;
}

/**
 * Takes what is said in a voice note into its response, and holds it against the same phrases as any other words: a
 * call for help may be spoken. Once only: false where somebody wrote it down before, or it has been deleted.
 */
export async function transcribed(deps: ConversationDeps, transcript: Transcript): Promise<boolean> {
  const written = await deps.store.turn((tx) => take(tx, deps, transcript));
  if (written) deps.nudge('outbox');
  return written;
}

async function take(
  tx: Tx,
  deps: ConversationDeps,
  { mediaId, text, officerId }: Transcript,
): Promise<boolean> {
  const message = await messageOfMedia(tx.db, mediaId);
  if (message === undefined) return false;
  // First of all, as every turn does: more of the same response may be coming in just now.
  await lockAddress(tx, message.addressId);
  const at = deps.clock.now();
  const byOfficer = officerId === null ? null : { officerId, at };
  const isFirst = await writeTranscript(tx, mediaId, {
    transcript: text,
    transcriptBy: byOfficer === null ? 'machine' : 'officer',
    seenAt: byOfficer === null ? null : at,
    seenBy: officerId,
  });
  if (!isFirst) return false;
  const danger = detect(text);
  await addWords(tx, message.messageId, text, danger !== null);
  if (danger !== null) await care(tx, deps, message, danger, at, ageOf(text));
  else await hearAge(tx, deps, message, ageOf(text));
  if (byOfficer !== null) {
    const subject = `media/${mediaId}`;
    await writeAudit(tx.db, {
      id: deps.newId(),
      ...byOfficer,
      action: 'media.writtenDown',
      subject,
      detail: {},
    });
    await closeWhereDone(tx, deps.newId, mediaId, byOfficer);
  }
  return true;
}

type Message = NonNullable<Awaited<ReturnType<typeof messageOfMedia>>>;

/** Signposts and a case, as for a text; where the conversation cannot take it, the case alone. */
async function care(
  tx: Tx,
  deps: ConversationDeps,
  message: Message,
  danger: Danger,
  now: number,
  age: { age?: number },
): Promise<void> {
  const { messageId, residentId, conversationId } = message;
  const { category, language } = danger;
  if (await signpost(tx, deps, message, danger, age)) return;
  await openCase(tx, {
    id: deps.newId(),
    kind: 'safeguarding',
    category,
    residentId,
    conversationId,
    messageId,
    createdAt: now,
    dueAt: now,
  });
  deps.log.error({ messageId, language }, 'danger in a voice note: a case is open, but no signpost was sent');
}

/** Somebody may say how old they are as well: a child is met as a child, whatever they said it in. */
async function hearAge(
  tx: Tx,
  deps: ConversationDeps,
  { messageId, conversationId }: Message,
  { age }: { age?: number },
): Promise<void> {
  const conversation = conversationId === null ? null : await conversationById(tx.db, conversationId);
  if (conversation === null || age === undefined) return;
  await act(tx, deps, conversation, () => ({ kind: 'age', age, messageId }));
}

async function signpost(
  tx: Tx,
  deps: ConversationDeps,
  { messageId, conversationId }: Message,
  { category, also, language }: Danger,
  age: { age?: number },
): Promise<boolean> {
  const conversation = conversationId === null ? null : await conversationById(tx.db, conversationId);
  if (conversation === null) return false;
  try {
    return await tx.savepoint(() =>
      act(tx, deps, conversation, () => ({
        kind: 'distress',
        category,
        ...(also === null ? {} : { also }),
        language,
        messageId,
        stops: false,
        heard: true,
        ...age,
      })),
    );
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    deps.log.error({ err: error, messageId }, 'a conversation could not be paused for care');
    return false;
  }
}
