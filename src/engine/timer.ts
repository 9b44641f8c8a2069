import { stepOf } from '#flow/find.ts';
import type { Timer } from './session.ts';
import type { Turn } from './turn.ts';

const DAY = 24 * 60 * 60_000;
/** Someone who was asked for a little more may be thinking, or may have nothing to add. */
const PROBE_WAITS = 5;

/**
 * Sets the one timer of the conversation by what it is now: a step may do several things, and each would set it
 * otherwise. Says nothing where it stays as it was.
 */
export function setTimer(turn: Turn): void {
  const { session } = turn;
  const next = isQuiet(turn) ? null : due(turn);
  if (session.timer === (next?.timer ?? null) && session.wakeAt === (next?.at ?? null)) return;
  session.timer = next?.timer ?? null;
  session.wakeAt = next?.at ?? null;
  session.wake += 1;
  turn.events.push({ kind: 'wakeAt', at: session.wakeAt, number: session.wake });
}

/** Who said STOP, or waits for a person, is not written to by any timer. */
function isQuiet({ session, moment, events }: Turn): boolean {
  if (session.status === 'held') return true;
  if (events.some(({ kind }) => kind === 'withdrew')) return true;
  return moment.stopped && !events.some(({ kind }) => kind === 'returned');
}

function due(turn: Turn): { timer: Timer; at: number } | null {
  const { session, flow } = turn;
  const { listening, later, since } = session;
  if (listening !== null) return { timer: 'quiet', at: listening.heardAt + quietMs(turn) };
  if (session.at === null || session.status === 'ended') return null;
  if (later !== null) return { timer: 'later', at: later };
  if (session.probed === session.at) return { timer: 'probe', at: since + PROBE_WAITS * quietMs(turn) };
  const days = flow.reminders[session.reminded];
  if (days !== undefined) return { timer: 'reminder', at: since + days * DAY };
  return session.told.includes('expired')
    ? null
    : { timer: 'expiry', at: since + flow.expiresAfterDays * DAY };
}

/** How long people pause within one answer: the step says, else the channel. */
export function quietMs(turn: Turn): number {
  const step = turn.session.at === null ? undefined : stepOf(turn.flow, turn.session.at);
  const seconds = step?.kind === 'open' || step?.kind === 'whoElse' ? step.quietSeconds : undefined;
  return seconds === undefined ? turn.moment.quietMs : seconds * 1000;
}
