import type { Input, Moment } from '#engine/input.ts';
import { restored, type Session, saved } from '#engine/session.ts';
import { step } from '#engine/step.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Contender, Message } from './contender.ts';
import { organisation } from './conversation.ts';

const now = Date.UTC(2026, 10, 20, 12);
const beginning = { keyword: true, language: null, easy: false, asked: false };

/** All that the engine may know of the world and that is the same for each step here. */
const everyMoment = {
  now,
  quietMs: 180_000,
  stopped: false,
  unseen: false,
  ourNumber: null,
  reach: 'phone' as const,
  byPerson: false,
  organisation: { en: organisation, cy: 'Eich cyngor' },
};

/** Our engine with each session put away as JSON after a step and read again before the next, as in the product. */
export function hearback(version: FlowVersion): Contender {
  const kept = new Map<number, string>();
  return {
    name: 'hearback',
    hear(resident, message) {
      const before = kept.get(resident);
      const session: Session | null = before === undefined ? null : restored(before);
      const { session: after, events } = step(version, session, inputOf(session, message), momentOf(message));
      kept.set(resident, saved(after));
      return saidIn(events);
    },
  };
}

/** The same without saving: what the steps alone cost. */
export function hearbackUnsaved(version: FlowVersion): Contender {
  const sessions = new Map<number, Session>();
  return {
    name: 'hearback, nothing saved',
    hear(resident, message) {
      const session = sessions.get(resident) ?? null;
      const { session: after, events } = step(version, session, inputOf(session, message), momentOf(message));
      sessions.set(resident, after);
      return saidIn(events);
    },
  };
}

function inputOf(session: Session | null, { id, text }: Message): Input {
  const heard = { text, messageId: id, sentAt: now };
  return session === null ? { kind: 'start', ...heard, ...beginning } : { kind: 'text', ...heard };
}

function momentOf(message: Message): Moment {
  return { ...everyMoment, id: `response-${message.id}` };
}

function saidIn(events: ReturnType<typeof step>['events']): string {
  return events.flatMap((event) => (event.kind === 'said' ? [event.text] : [])).join('\n\n');
}
