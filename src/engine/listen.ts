import { stepOf } from '#flow/find.ts';
import type { Asking, Listening } from '#flow/schema.ts';
import { closed } from './day.ts';
import type { Turn } from './turn.ts';

/** Words that no step of the flow asked for are kept under one of these names. */
export type UnaskedStep = 'unprompted' | 'afterwards' | 'afterStop' | 'held';

/** One message as the engine hears it. */
export interface Heard {
  messageId: string;
  words: string;
  sentAt: number | null;
  /** A photo, a voice note: it may say more than its words. */
  file?: boolean;
}

/** Adds a message to the response being listened to, or begins one. */
export function hear(turn: Turn, stepId: string, { messageId, words, sentAt, file }: Heard): void {
  const { session, moment } = turn;
  if (session.listening !== null && session.listening.stepId !== stepId) complete(turn);
  session.listening ??= {
    responseId: goesOnAfterProbe(turn, stepId) ?? moment.id,
    stepId,
    messageIds: [],
    words: 0,
    files: 0,
    heardAt: moment.now,
  };
  const { listening } = session;
  listening.messageIds.push(messageId);
  listening.words += words.split(/\s+/).filter((word) => word !== '').length;
  if (file === true) listening.files += 1;
  listening.heardAt = moment.now;
  session.since = moment.now;
  pushHeard(turn, listening.responseId, stepId, messageId, sentAt);
}

/** The answer to a probe belongs to the answer that it asked more of. */
function goesOnAfterProbe({ session }: Turn, stepId: string): string | null {
  const { probed, previous } = session;
  return probed === stepId && previous?.stepId === stepId ? previous.responseId : null;
}

/** Adds a message to the response before: it goes on, or was written before the question that is open now. */
export function addToPrevious(turn: Turn, { messageId, sentAt }: Heard): void {
  const { previous } = turn.session;
  if (previous === null) return;
  pushHeard(turn, previous.responseId, previous.stepId, messageId, sentAt);
  turn.events.push({ kind: 'answered', responseId: previous.responseId });
}

function pushHeard(
  turn: Turn,
  responseId: string,
  stepId: string,
  messageId: string,
  sentAt: number | null,
): void {
  const { session, flow } = turn;
  turn.events.push({
    kind: 'heard',
    responseId,
    stepId,
    about: stepOf(flow, stepId)?.kind === 'whoElse' ? 'whoElse' : 'answer',
    messageId,
    sentAt,
    late: closed(turn),
    held: session.status === 'held' || session.child,
  });
}

/** Keeps a message as a whole response of its own. */
export function keep(turn: Turn, stepId: UnaskedStep | (string & {}), heard: Heard): void {
  complete(turn);
  const { previous } = turn.session;
  hear(turn, stepId, heard);
  complete(turn);
  // An aside is not what the next message goes on from.
  turn.session.previous = previous;
}

/** The response being listened to is whole. */
export function complete(turn: Turn): void {
  const { listening } = turn.session;
  if (listening === null) return;
  turn.session.listening = null;
  turn.session.previous = { responseId: listening.responseId, stepId: listening.stepId };
  turn.events.push({ kind: 'answered', responseId: listening.responseId });
}

/** The step that waits for an answer. */
export function openStep({ session, flow }: Turn): Asking | undefined {
  const step = session.at === null ? undefined : stepOf(flow, session.at);
  return step !== undefined && 'ask' in step ? step : undefined;
}

export function listens(step: Asking | undefined): step is Listening {
  return step?.kind === 'open' || step?.kind === 'whoElse';
}
