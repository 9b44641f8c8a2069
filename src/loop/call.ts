import { createHash } from 'node:crypto';
import { dueAt } from '#cases/due.ts';
import type { CaseKind } from '#domain/words.ts';
import { newSession, saved } from '#engine/session.ts';
import { isAbusive } from '#safeguarding/abusive.ts';
import { detect } from '#safeguarding/detect.ts';
import { isUnread } from '#safeguarding/unread.ts';
import { openCaseOnce } from '#store/cases.ts';
import { agreeToNothing } from '#store/consents.ts';
import { latestFlow } from '#store/consultations.ts';
import { beginConversation } from '#store/conversations.ts';
import type { Tx } from '#store/db.ts';
import { finishHandTask, handCall, leaveHandTask, settleHandDelivery } from '#store/handTasks.ts';
import { keepMessage } from '#store/messages.ts';
import { stopResident } from '#store/optOuts.ts';
import { hearMessage } from '#store/responses.ts';
import { unlinkAddress } from '#store/unlink.ts';
import { ageSaid } from '#texts/ages.ts';
import { audit, type ByHand, lockMine } from './byHand.ts';

/** What came of a call. askedNot: they do not want to be contacted any more. */
export const callResults = ['reached', 'noAnswer', 'wrongNumber', 'askedNot'] as const;
export type CallResult = (typeof callResults)[number];

export type Called =
  | { ticked: true; care: boolean }
  /**
   * A colleague has it, or it has been done, or nobody is to be told any more. Whatever was said is kept all the same,
   * and whoever asked not to be contacted is not; `kept` where there was either.
   */
  | { ticked: false; kept: boolean; care: boolean };

/** Ticks off a call, by the officer who has it. Whatever was said becomes a response to the outcome. */
export function tickCall(
  deps: ByHand,
  call: { id: string; officerId: string; result: CallResult; said: string },
): Promise<Called> {
  const { store, clock, newId } = deps;
  const now = clock.now();
  const { id, officerId, result } = call;
  return store.turn(async (tx) => {
    const found = await lockMine(tx, { id, way: 'phone', officerId }, now);
    if (found === undefined) return tooLate(tx, deps, call);
    await audit(tx, { id, at: now, officerId, newId, action: `byHand.${result}` });
    // Whatever is ticked: words of danger must not be lost because nobody could be told.
    const keep = async (whose: string) =>
      call.said.trim() !== '' && keepReply(tx, deps, { ...found, residentId: whose }, call.said);
    if (result === 'noAnswer') {
      await leaveHandTask(tx, id, now);
      return { ticked: true, care: await keep(found.residentId) };
    }
    let whose = found.residentId;
    if (result === 'reached') {
      await settleHandDelivery(tx, id, { state: 'delivered', reason: null, now });
    } else if (result === 'wrongNumber') {
      await settleHandDelivery(tx, id, { state: 'rejected', reason: 'badAddress', now });
      // As for WRONG NUMBER: somebody else has it. Nothing earlier is theirs, and what they say now is nobody else's.
      ({ residentId: whose } = await unlinkAddress(tx, {
        addressId: found.addressId,
        residentId: found.residentId,
        now,
        newId,
      }));
    } else {
      await stopResident(tx, found.residentId, now);
    }
    const care = await keep(whose);
    await finishHandTask(tx, id, { officerId, now });
    return { ticked: true, care };
  });
}

/** Minutes pass in a call: what was said in it counts, whatever has become of the task meanwhile. */
async function tooLate(
  tx: Tx,
  deps: ByHand,
  { id, officerId, result, said }: { id: string; officerId: string; result: CallResult; said: string },
): Promise<Called> {
  const call = await handCall(tx.db, id);
  const stops = result === 'askedNot';
  if (call === undefined || (!stops && said.trim() === ''))
    return { ticked: false, kept: false, care: false };
  const now = deps.clock.now();
  await audit(tx, { id, at: now, officerId, newId: deps.newId, action: 'byHand.late' });
  if (stops) await stopResident(tx, call.residentId, now);
  const care = said.trim() !== '' && (await keepReply(tx, deps, call, said));
  return { ticked: false, kept: true, care };
}

type Task = NonNullable<Awaited<ReturnType<typeof handCall>>>;

/** As a reply to a follow-up on any other channel, past the same gate. True where somebody must act at once. */
async function keepReply(tx: Tx, { newId, clock }: ByHand, task: Task, text: string): Promise<boolean> {
  const now = clock.now();
  const { consultationId, residentId, addressId, outcomeId, language } = task;
  const version = await latestFlow(tx.db, consultationId);
  const flowHash = version?.hash ?? '';
  const [conversationId, messageId] = [newId(), newId()];
  const session = saved({ ...newSession(flowHash), status: 'ended', since: now, language });
  const wordsHash = createHash('sha256').update(text).digest('base64url');
  const isNew = await keepMessage(tx, {
    ...{ id: messageId, channel: 'byHand', dedupeKey: `call:${task.id}:${wordsHash}`, residentId, addressId },
    ...{ conversationId, kind: 'text', text, choice: null, media: '[]', replyTo: null },
    ...{ sentAt: null, receivedAt: now, state: 'handled' },
  });
  // The same form sent again, or the same words in a call that was put back.
  if (!isNew) return false;
  await beginConversation(tx, {
    ...{ id: conversationId, consultationId, flowHash, residentId, addressId, outcomeId },
    ...{ status: 'ended', session, startedAt: now, askedAt: 0, wakeAt: null, wakeNumber: 0, inputs: 0 },
  });
  const danger = detect(text);
  const age = ageSaid(text);
  const child = version !== null && age !== null && age < version.flow.ages.from;
  await hearMessage(
    tx,
    {
      ...{ id: newId(), consultationId, conversationId, residentId, flowHash, stepId: 'follow-up' },
      ...{ outcomeId, channel: 'byHand', language, text, late: 0, held: danger === null && !child ? 0 : 1 },
      ...{
        whoElse: 0,
        abusive: isAbusive(text) ? 1 : 0,
        createdAt: now,
        state: 'complete',
        completedAt: now,
      },
    },
    { messageId, position: now, first: true },
  );
  const open = (kind: CaseKind, category: string | null) =>
    openCaseOnce(tx, {
      ...{ id: newId(), kind, category, residentId, conversationId, messageId },
      ...{ createdAt: now, dueAt: dueAt(kind, now) },
    });
  if (danger !== null) await open('safeguarding', danger.category);
  if (child) {
    await open('child', null);
    await agreeToNothing(tx, { residentId, consultationId, flowHash, messageId, at: now, newId });
  }
  if (isUnread(text, language)) await open('unread', null);
  return danger !== null || child;
}
