import { ageSaid } from '#texts/ages.ts';
import { goOn } from './ask.ts';
import { complete, type Heard, hear, keep, listens, openStep } from './listen.ts';
import { say, type Turn } from './turn.ts';
import { system } from './voice.ts';

/** Whether they say, whatever they say it in, that they are younger than this is for. */
export function isYoung({ session, flow }: Turn, said: string): boolean {
  const age = session.child ? null : ageSaid(said);
  return age !== null && age < flow.ages.from;
}

/** The same, where the age is known already. */
export function isYoungAt({ session, flow }: Turn, age: number | undefined): boolean {
  return !session.child && age !== undefined && age < flow.ages.from;
}

/** From now on a child: nothing is agreed to, what they say is held, and a person must look. */
export function markChild(turn: Turn, messageId: string): void {
  const { session, events } = turn;
  session.child = true;
  events.push({ kind: 'escalated', caseKind: 'child', category: null, messageId });
  for (const consent of ['hearBack', 'quote'] as const) {
    session.consents[consent] = false;
    events.push({ kind: 'consented', consent, granted: false, messageId });
  }
}

/** Heard in a voice note: the same kind words, wherever the conversation is. */
export function spokenAge(turn: Turn, age: number, messageId: string): void {
  if (!isYoungAt(turn, age)) return;
  markChild(turn, messageId);
  say(turn, system(turn, 'resident.child'), { purpose: 'service' });
}

/** Kind words, a number to call, nothing to agree to; a person looks before anything is done with what they say. */
export function meetChild(turn: Turn, heard: Heard): void {
  complete(turn);
  markChild(turn, heard.messageId);
  say(turn, system(turn, 'resident.child'));
  const step = openStep(turn);
  if (listens(step)) return hear(turn, step.id, heard);
  keep(turn, 'unprompted', heard);
  if (step !== undefined) goOn(turn, step.id);
}
