import { dueAt } from '#cases/due.ts';
import type { Capabilities } from '#channels/channel.ts';
import type { TemplateWords } from '#domain/choices.ts';
import type { CaseKind, ChannelName } from '#domain/words.ts';
import type { Event } from '#engine/event.ts';
import type { Session } from '#engine/session.ts';
import type { Keys } from '#people/keys.ts';
import { isAbusive } from '#safeguarding/abusive.ts';
import { isUnread } from '#safeguarding/unread.ts';
import { setLanguage } from '#store/addresses.ts';
import { openCase, openCaseOnce } from '#store/cases.ts';
import { recordConsent } from '#store/consents.ts';
import type { Tx } from '#store/db.ts';
import { recallReminders } from '#store/deliveries.ts';
import { recordDescription } from '#store/equality.ts';
import { requestErasure } from '#store/erasures.ts';
import { recordNotice } from '#store/notices.ts';
import { startAddress, stopResident } from '#store/optOuts.ts';
import { completeResponse, hearMessage } from '#store/responses.ts';
import { holdResponses } from '#store/responses-change.ts';
import { unlinkAddress } from '#store/unlink.ts';
import { queueSaid } from './queueSaid.ts';
import { openUnreadCase } from './unread.ts';
import { withCode } from './withCode.ts';

/** Everything that the events of one step are applied to. */
export interface Scene {
  conversationId: string;
  consultationId: string;
  flowHash: string;
  /** Names the privacy words of this flow version. */
  privacyHash: string;
  outcomeId: string | null;
  residentId: string;
  address: { id: string; hash: string; channel: ChannelName; account: string };
  capabilities: Capabilities;
  /** Leave out what we would only confirm: the provider has done so, or there is nothing to say it to. */
  confirmed: boolean;
  now: number;
  /** The message that brought the input; null where none did. */
  messageId: string | null;
  /** The id that the engine had for a response which begins now. */
  freshId: string;
  newId: () => string;
  /** A reminder as what fills a template. */
  reminder(session: Session): TemplateWords[];
  keys: Keys;
  /** The resident's words of this turn, by message id. */
  words: ReadonlyMap<string, string>;
}

const asksForPerson: ReadonlySet<CaseKind> = new Set<CaseKind>(['question', 'data']);

/** Writes what a step of the engine asked for, in the turn that the step belongs to. Returns whether it asked a question. */
export async function apply(tx: Tx, given: Scene, session: Session, events: Event[]): Promise<boolean> {
  const scene = events.some(({ kind }) => kind === 'unlinked') ? await unlinked(tx, given) : given;
  const { now, newId, residentId, consultationId, flowHash } = scene;
  let asked = false;
  const answered = new Set(events.flatMap((event) => (event.kind === 'answered' ? [event.responseId] : [])));
  for (const event of events) {
    switch (event.kind) {
      case 'said':
        asked ||= event.asks;
        if (!(scene.confirmed && event.purpose === 'service'))
          await queueSaid(
            tx,
            scene,
            await withCode(tx, scene, event),
            event.purpose === 'reminder' ? scene.reminder(session) : [],
          );
        break;
      case 'heard':
        // Most answers are one message: heard and whole in the same turn, they are written once.
        await heard(tx, scene, session, event, answered.delete(event.responseId));
        break;
      case 'answered':
        if (answered.has(event.responseId)) await completeResponse(tx, event.responseId, now);
        break;
      case 'described': {
        const { stepId: question, choiceId: answer } = event;
        await recordDescription(tx, { residentId, consultationId, flowHash, question, answer, at: now });
        break;
      }
      case 'consented': {
        const { consent: kind, messageId } = event;
        const granted = event.granted ? 1 : 0;
        await recordConsent(tx, {
          id: newId(),
          residentId,
          consultationId,
          kind,
          granted,
          flowHash,
          messageId,
          at: now,
        });
        break;
      }
      case 'noticed': {
        const { notice } = event;
        const { privacyHash } = scene;
        await recordNotice(tx, { residentId, consultationId, notice, privacyHash, flowHash, at: now, newId });
        break;
      }
      case 'languageChosen':
        await setLanguage(tx, residentId, event);
        break;
      case 'withdrew':
        await stopResident(tx, residentId, now);
        break;
      case 'returned':
        await startAddress(tx, scene.address.hash);
        break;
      case 'forgotten': {
        const { conversationId } = scene;
        const { messageId } = event;
        await requestErasure(tx, { residentId, conversationId, messageId, now, newId });
        break;
      }
      case 'recalled':
        await recallReminders(tx, scene.conversationId, now);
        break;
      case 'escalated':
        // However often they ask for a person, one of them answers.
        await (asksForPerson.has(event.caseKind) ? openCaseOnce : openCase)(tx, {
          id: newId(),
          kind: event.caseKind,
          category: event.category,
          residentId,
          conversationId: scene.conversationId,
          messageId: event.messageId,
          createdAt: now,
          dueAt: dueAt(event.caseKind, now),
        });
        // What a child said before they told us how old they are waits for a person too.
        if (event.caseKind === 'child') await holdResponses(tx.db, scene.conversationId);
        break;
      // Choices and timers are in the session; a pause and an end are in the conversation's status.
      case 'chose':
      case 'wakeAt':
      case 'paused':
      case 'ended':
      case 'unlinked':
        break;
    }
  }
  return asked;
}

/** What follows a wrong number belongs to whoever has the number now, of whom we know nothing. */
async function unlinked(tx: Tx, scene: Scene): Promise<Scene> {
  const { address, residentId, messageId, now, newId } = scene;
  const to = await unlinkAddress(tx, { addressId: address.id, residentId, messageId, now, newId });
  return { ...scene, residentId: to.residentId };
}

async function heard(
  tx: Tx,
  scene: Scene,
  session: Session,
  event: Extract<Event, { kind: 'heard' }>,
  whole: boolean,
): Promise<void> {
  const { responseId, messageId } = event;
  const text = scene.words.get(messageId) ?? '';
  const { listening, previous } = session;
  const goesOn = listening?.responseId === responseId ? listening.messageIds.length > 1 : false;
  const again = previous?.responseId === responseId && responseId !== scene.freshId;
  await hearMessage(
    tx,
    {
      id: responseId,
      consultationId: scene.consultationId,
      conversationId: scene.conversationId,
      residentId: scene.residentId,
      flowHash: scene.flowHash,
      stepId: event.stepId,
      outcomeId: scene.outcomeId,
      channel: scene.address.channel,
      language: session.language,
      text,
      late: event.late ? 1 : 0,
      held: event.held ? 1 : 0,
      whoElse: event.about === 'whoElse' ? 1 : 0,
      abusive: isAbusive(text) ? 1 : 0,
      createdAt: scene.now,
      state: whole ? 'complete' : 'listening',
      completedAt: whole ? scene.now : null,
    },
    { messageId, position: event.sentAt ?? scene.now, first: !goesOn && !again },
  );
  if (isUnread(text, session.language)) await openUnreadCase(tx, scene, messageId);
}
