import type { Capabilities } from '#channels/channel.ts';
import type { MessageBody } from '#domain/choices.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Event } from '#engine/event.ts';
import type { Session } from '#engine/session.ts';
import { setLanguage } from '#store/addresses.ts';
import { openCase } from '#store/cases.ts';
import { recordConsent } from '#store/consents.ts';
import type { Tx } from '#store/db.ts';
import { queueDelivery } from '#store/deliveries.ts';
import { startAddress, stopResident } from '#store/optOuts.ts';
import { completeResponse, hearMessage } from '#store/responses.ts';
import { split } from './split.ts';

/** Everything that the events of one step are applied to. */
export interface Scene {
  conversationId: string;
  consultationId: string;
  flowHash: string;
  outcomeId: string | null;
  residentId: string;
  address: { id: string; hash: string; channel: ChannelName; account: string };
  capabilities: Capabilities;
  /** Leave out what the provider itself has just confirmed. */
  confirmed: boolean;
  now: number;
  newId: () => string;
  /** The resident's words of this turn, by message id. */
  words: ReadonlyMap<string, string>;
}

/** Complaints, questions and erasure are answered within a month; what may be danger is due at once. */
const DAY = 24 * 60 * 60 * 1000;

/** Writes what a step of the engine asked for, in the turn that the step belongs to. Returns what the conversation's row must hold. */
export async function apply(
  tx: Tx,
  scene: Scene,
  session: Session,
  events: Event[],
): Promise<{ asked: boolean; wakeAt: number | null | undefined }> {
  let asked = false;
  const answered = new Set(events.flatMap((event) => (event.kind === 'answered' ? [event.responseId] : [])));
  let wakeAt: number | null | undefined;
  for (const event of events) {
    switch (event.kind) {
      case 'said':
        asked ||= event.asks;
        if (!(scene.confirmed && event.purpose === 'service')) await queue(tx, scene, event);
        break;
      case 'heard': {
        // Most answers are one message: heard and whole in the same turn, they are written once.
        const whole = answered.delete(event.responseId);
        await hearMessage(
          tx,
          {
            id: event.responseId,
            consultationId: scene.consultationId,
            conversationId: scene.conversationId,
            residentId: scene.residentId,
            flowHash: scene.flowHash,
            stepId: event.stepId,
            outcomeId: scene.outcomeId,
            channel: scene.address.channel,
            language: session.language,
            text: scene.words.get(event.messageId) ?? '',
            late: event.late ? 1 : 0,
            held: event.held ? 1 : 0,
            createdAt: scene.now,
            state: whole ? 'complete' : 'listening',
            completedAt: whole ? scene.now : null,
          },
          event.messageId,
          session.listening?.responseId === event.responseId ? session.listening.messageIds.length : 0,
        );
        break;
      }
      case 'answered':
        if (answered.has(event.responseId)) await completeResponse(tx, event.responseId, scene.now);
        break;
      case 'consented':
        await recordConsent(tx, {
          id: scene.newId(),
          residentId: scene.residentId,
          consultationId: scene.consultationId,
          kind: event.consent,
          granted: event.granted ? 1 : 0,
          flowHash: scene.flowHash,
          messageId: event.messageId,
          at: scene.now,
        });
        break;
      case 'languageChosen':
        await setLanguage(tx, scene.residentId, event.language);
        break;
      case 'withdrew':
        await stopResident(tx, scene.residentId, scene.now);
        break;
      case 'returned':
        await startAddress(tx, scene.address.hash);
        break;
      case 'wakeAt':
        wakeAt = event.at;
        break;
      case 'escalated':
        await openCase(tx, {
          id: scene.newId(),
          kind: event.caseKind,
          category: event.category,
          residentId: scene.residentId,
          conversationId: scene.conversationId,
          messageId: event.messageId,
          createdAt: scene.now,
          dueAt: event.caseKind === 'safeguarding' ? scene.now : scene.now + 28 * DAY,
        });
        break;
      // Choices are in the session; a pause and an end are in the conversation's status.
      case 'chose':
      case 'paused':
      case 'ended':
        break;
    }
  }
  return { asked, wakeAt };
}

async function queue(tx: Tx, scene: Scene, said: Extract<Event, { kind: 'said' }>): Promise<void> {
  const bodies = toBodies(said, scene.capabilities);
  for (const body of bodies) {
    await queueDelivery(tx, {
      id: scene.newId(),
      followUpId: null,
      conversationId: scene.conversationId,
      residentId: scene.residentId,
      addressId: scene.address.id,
      channel: scene.address.channel,
      account: scene.address.account,
      purpose: said.purpose,
      body,
      notBefore: scene.now,
      expiresAt: said.purpose === 'service' ? null : scene.now + DAY,
      createdAt: scene.now,
    });
  }
}

/** As a channel can show it: numbered lines where it has no buttons, several messages where one is too long. */
function toBodies(
  said: { text: string; choices: MessageBody['choices'] },
  capabilities: Capabilities,
): MessageBody[] {
  const buttons = said.choices.length <= capabilities.choices;
  const numbered = said.choices.map((choice, index) => `${index + 1} ${choice.label}`).join('\n');
  const text = buttons ? said.text : `${said.text}\n${numbered}`;
  const pieces = split(text, capabilities.maxLength);
  return pieces.map((piece, index) => ({
    text: piece,
    choices: buttons && index === pieces.length - 1 ? said.choices : [],
  }));
}
