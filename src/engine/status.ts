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
  const { flow } = turn;
  if (facts === null || facts.answers === 0) return say(turn, system(turn, 'resident.statusNone'));
  const { answers: count, read, outcomes } = facts;
  say(
    turn,
    system(turn, 'resident.statusHeard', () => ({ count, read })),
  );
  if (outcomes.length === 0) {
    const when = system(turn, 'resident.statusNoOutcome', (language) => ({
      when: ofFlow(turn, flow.frame.whenDecided, language),
    }));
    return say(turn, when);
  }
  for (const { kind, weDid } of outcomes) {
    const done = system(turn, doneBy[kind], (language) => ({ text: ofFlow(turn, weDid, language) }));
    say(turn, done);
  }
}
