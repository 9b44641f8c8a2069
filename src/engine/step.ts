import { stepOf } from '#flow/find.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { signposts } from '#safeguarding/signposts.ts';
import { answer, answered, listen } from './answer.ts';
import { greet } from './ask.ts';
import type { Event } from './event.ts';
import type { Input, Moment } from './input.ts';
import { closed, complete, hear, keep, notYetOpen, stopWaiting } from './listen.ts';
import { obey, resume } from './obey.ts';
import { copyOf, newSession, type Session } from './session.ts';
import { dayInWords, say, system, type Turn } from './turn.ts';

/**
 * One step of a conversation: what is, and what happens, give what is next and what to do about it.
 * Pure: no clock, randomness, database or network; the session passed in is not changed. `session` is null at the
 * start. It throws only for a broken caller (another flow version's session); what a resident does is never an error.
 */
export function step(
  version: FlowVersion,
  session: Session | null,
  input: Input,
  moment: Moment,
): { session: Session; events: Event[] } {
  if (session !== null && session.flow !== version.hash) {
    throw new Error(`This session belongs to flow version ${session.flow}, not ${version.hash}.`);
  }
  const turn: Turn = {
    flow: version.flow,
    session: session === null ? newSession(version.hash) : copyOf(session),
    moment,
    events: [],
    heardIn: input.kind === 'distress' ? input.language : null,
  };
  happen(turn, input);
  return { session: turn.session, events: turn.events };
}

function happen(turn: Turn, input: Input): void {
  switch (input.kind) {
    case 'start':
      return start(turn, input);
    case 'text':
      return answer(turn, input.text, input.messageId);
    case 'choice':
      return answer(turn, input.value, input.messageId);
    case 'media':
      return media(turn, input);
    case 'command':
      return obey(turn, input.command, input.messageId);
    case 'distress':
      return care(turn, input);
    case 'timeout':
      // A timer that a later one replaced, or whose answer was finished in words, has nothing to say.
      if (input.number === turn.session.wake && turn.session.listening !== null) answered(turn);
      return;
    case 'resume':
      return resume(turn);
  }
}

function start(turn: Turn, input: Extract<Input, { kind: 'start' }>): void {
  if (turn.moment.stopped) turn.events.push({ kind: 'returned' });
  turn.session.language = input.language;
  if (input.asked) {
    turn.session.at = turn.flow.steps[0]?.id ?? null;
    if (input.messageId !== null) answer(turn, input.text, input.messageId);
    return;
  }
  // The keyword they texted chose it, and follow-ups weeks later must know.
  if (input.language !== null) turn.events.push({ kind: 'languageChosen', language: input.language });
  const outside = closed(turn) ? 'resident.closed' : notYetOpen(turn) ? 'resident.notYetOpen' : null;
  if (outside !== null) turn.session.status = 'ended';
  // What someone writes before they have seen a question is no answer to it, and is kept all the same.
  if (input.messageId !== null && !input.keyword && input.text !== '')
    keep(turn, 'unprompted', input.messageId);
  if (outside === null) return greet(turn);
  say(
    turn,
    system(turn, outside, (language) => ({
      opens: dayInWords(language, turn.flow.frame.opens),
      closes: dayInWords(language, turn.flow.frame.closes),
    })),
  );
}

function media(turn: Turn, input: Extract<Input, { kind: 'media' }>): void {
  const { session } = turn;
  const at = session.at === null ? undefined : stepOf(turn.flow, session.at);
  if (turn.moment.stopped || session.status === 'held') return answer(turn, input.text, input.messageId);
  if (at?.kind === 'choice' || at?.kind === 'consent') keep(turn, 'unprompted', input.messageId);
  else listen(turn, at?.id ?? 'afterwards', input.messageId);
  if (!input.canPicture) say(turn, system(turn, 'resident.noPictures'));
  else if (input.text === '') say(turn, system(turn, 'resident.mediaAlone'));
}

/** Signposts at once, no more questions until a person restarts them, and a case for that person. */
function care(turn: Turn, input: Extract<Input, { kind: 'distress' }>): void {
  const { session } = turn;
  const asked = session.status === 'active' ? session.at : null;
  session.status = 'held';
  hear(turn, asked ?? 'held', input.messageId);
  complete(turn);
  stopWaiting(turn);
  turn.events.push(
    { kind: 'paused' },
    { kind: 'escalated', caseKind: 'safeguarding', category: input.category, messageId: input.messageId },
  );
  const lines = (language: 'en' | 'cy') => ({
    cover: turn.flow.cover[language] ?? '',
    lines: signposts(turn.flow.nation, input.category, language).join('\n'),
  });
  if (input.stops) turn.events.push({ kind: 'withdrew' });
  say(turn, system(turn, 'resident.signpost', lines), { purpose: 'service' });
  if (input.stops) say(turn, system(turn, 'resident.stopped'), { purpose: 'service' });
}
