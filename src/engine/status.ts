import type { Facts } from './input.ts';
import { say, type Turn } from './turn.ts';
import { ofFlow, system } from './voice.ts';

const doneBy = {
  did: 'resident.did',
  doing: 'resident.doing',
  cannot: 'resident.cannot',
  together: 'resident.together',
} as const;

/** STATUS: what has happened to what somebody said, honestly: also that nothing has. */
export function status(turn: Turn, facts: Facts | null): void {
  const { flow, session } = turn;
  const sent = hasSent(turn) ? 1 : 0;
  const { answers = 0, read = 0, outcomes = [] } = facts ?? {};
  const count = Math.max(answers, sent);
  // "What happens now?" from somebody who told us of danger: whom to turn to, and not a word of it if others hold the phone.
  if (session.status === 'held' || (count === 0 && (session.child || session.distressed)))
    return say(turn, system(turn, 'resident.help'), { purpose: 'service' });
  if (count === 0) return say(turn, system(turn, 'resident.statusNone'));
  say(
    turn,
    system(turn, 'resident.statusHeard', () => ({ count, read })),
  );
  if (outcomes.length === 0) {
    const when = system(turn, 'resident.statusNoOutcome', (language) => ({
      when: ofFlow(turn, flow.frame.whenDecided, language),
    }));
    say(turn, when);
  }
  for (const { kind, weDid } of outcomes) {
    const done = system(turn, doneBy[kind], (language) => ({ text: ofFlow(turn, weDid, language) }));
    say(turn, done);
  }
  const wants = facts?.consents.hearBack === true && facts.outOfReach === true;
  if (wants) say(turn, system(turn, 'resident.statusNoAddress'));
}

/** Words that are still listened to are no whole answer yet, and they were sent. What a case holds back is not told. */
function hasSent({ session }: Turn): boolean {
  const { listening, previous, child, distressed } = session;
  return (listening !== null || previous !== null) && !child && !distressed;
}
