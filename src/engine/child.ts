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

/** Kind words, a number to call, nothing to agree to; a person looks before anything is done with what they say. */
export function meetChild(turn: Turn, heard: Heard): void {
  const { session } = turn;
  complete(turn);
  session.child = true;
  turn.events.push({ kind: 'escalated', caseKind: 'child', category: null, messageId: heard.messageId });
  for (const consent of ['hearBack', 'quote'] as const) {
    session.consents[consent] = false;
    turn.events.push({ kind: 'consented', consent, granted: false, messageId: heard.messageId });
  }
  say(turn, system(turn, 'resident.child'));
  const step = openStep(turn);
  if (listens(step)) return hear(turn, step.id, heard);
  keep(turn, 'unprompted', heard);
  if (step !== undefined) goOn(turn, step.id);
}
