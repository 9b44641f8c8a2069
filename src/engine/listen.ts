import { stepOf } from '#flow/find.ts';
import type { Turn } from './turn.ts';

/** Words that no step of the flow asked for are kept under one of these names. */
export type UnaskedStep = 'unprompted' | 'afterwards' | 'afterStop' | 'held';

/** Adds a message to the response being listened to, or begins one. */
export function hear(turn: Turn, stepId: string, messageId: string): void {
  const { session } = turn;
  if (session.listening !== null && session.listening.stepId !== stepId) complete(turn);
  session.listening ??= { responseId: turn.moment.id, stepId, messageIds: [] };
  session.listening.messageIds.push(messageId);
  turn.events.push({
    kind: 'heard',
    responseId: session.listening.responseId,
    stepId,
    messageId,
    late: closed(turn),
    held: session.status === 'held',
  });
}

/** Keeps a message as a whole response of its own. */
export function keep(turn: Turn, stepId: UnaskedStep, messageId: string): void {
  complete(turn);
  hear(turn, stepId, messageId);
  complete(turn);
}

/** The response being listened to is whole. */
export function complete(turn: Turn): void {
  const { listening } = turn.session;
  if (listening === null) return;
  turn.session.listening = null;
  turn.events.push({ kind: 'answered', responseId: listening.responseId });
}

/** Waits out the quiet period from now: each message starts it again. 0 means that nothing is waited for. */
export function waitForMore(turn: Turn): void {
  const quiet = quietMs(turn);
  turn.session.wake += 1;
  turn.events.push({ kind: 'wakeAt', at: turn.moment.now + quiet, number: turn.session.wake });
}

export function stopWaiting(turn: Turn): void {
  turn.session.wake += 1;
  turn.events.push({ kind: 'wakeAt', at: null, number: turn.session.wake });
}

export function quietMs(turn: Turn): number {
  const step = turn.session.at === null ? undefined : stepOf(turn.flow, turn.session.at);
  return step?.kind === 'open' && step.quietSeconds !== undefined
    ? step.quietSeconds * 1000
    : turn.moment.quietMs;
}

/** After the last day of the consultation, by the council's own clock. */
export function closed(turn: Turn): boolean {
  return today(turn) > turn.flow.frame.closes;
}

export function notYetOpen(turn: Turn): boolean {
  return today(turn) < turn.flow.frame.opens;
}

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** No clock there is moves by less than a quarter of an hour, so neither does the day. */
const QUARTER = 15 * 60_000;
let latest = { quarter: Number.NaN, day: '' };

function today(turn: Turn): string {
  const quarter = Math.floor(turn.moment.now / QUARTER);
  if (quarter !== latest.quarter) latest = { quarter, day: day.format(turn.moment.now) };
  return latest.day;
}
