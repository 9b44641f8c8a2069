import type { FlowVersion } from '#flow/schema.ts';
import { yesOrNo } from '#texts/answers.ts';
import { saysWhen } from '#texts/when.ts';
import { answer, justMovedOn, listen, press } from './answer.ts';
import { closedText, greet, lapse } from './ask.ts';
import { care } from './care.ts';
import { isYoung, meetChild, spokenAge } from './child.ts';
import { closed, notYetOpen } from './day.ts';
import type { Event } from './event.ts';
import type { Input, Moment } from './input.ts';
import { tellJoined } from './link.ts';
import { addToPrevious, keep, listens, openStep } from './listen.ts';
import { obey, resume } from './obey.ts';
import { copyOf, newSession, type Session } from './session.ts';
import { setTimer } from './timer.ts';
import { say, type Turn } from './turn.ts';
import { dayInWords, system } from './voice.ts';
import { wake } from './wake.ts';

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
    mark: version.hash.slice(0, 4),
    session: session === null ? newSession(version.hash) : copyOf(session),
    moment,
    events: [],
    heardIn: input.kind === 'distress' ? input.language : null,
  };
  if (turn.session.reminding && 'messageId' in input && input.messageId !== null) {
    turn.session.reminding = false;
    turn.events.push({ kind: 'recalled' });
  }
  happen(turn, input);
  setTimer(turn);
  return { session: turn.session, events: turn.events };
}

function happen(turn: Turn, input: Input): void {
  switch (input.kind) {
    case 'start':
      return start(turn, input);
    case 'text':
      return isAnotherDay(turn, input.text)
        ? obey(turn, 'later', heardOf(input), { facts: null, link: null })
        : answer(turn, heardOf(input));
    case 'choice':
      return press(turn, input.value, input.messageId);
    case 'media':
      return media(turn, input);
    case 'emptied':
      return emptied(turn);
    case 'command':
      return command(turn, input);
    case 'distress':
      return care(turn, input);
    case 'age':
      return spokenAge(turn, input.age, input.messageId);
    case 'timeout':
      return wake(turn, input.number);
    case 'joined':
      return tellJoined(turn);
    case 'resume':
      return resume(turn);
  }
}

function heardOf(input: { messageId: string; text: string; sentAt?: number | null }) {
  return { messageId: input.messageId, words: input.text, sentAt: input.sentAt ?? null };
}

/** They said LATER, we said when, and "next week" says when instead. */
function isAnotherDay({ session, moment }: Turn, said: string): boolean {
  const free = session.status === 'active' && !moment.stopped && !session.confirming;
  return free && session.later !== null && session.listening === null && saysWhen(said);
}

function command(turn: Turn, input: Extract<Input, { kind: 'command' }>): void {
  const heard = heardOf(input);
  const asks = turn.session.confirming || openStep(turn)?.kind === 'consent';
  // "Not me" is a wrong number, and to a yes or no question it is a no.
  const answers = asks && !turn.moment.stopped && input.final !== true && yesOrNo(input.text) !== null;
  if (answers) return answer(turn, heard);
  obey(turn, input.command, heard, { facts: input.facts ?? null, link: input.link ?? null });
}

function start(turn: Turn, input: Extract<Input, { kind: 'start' }>): void {
  const { session } = turn;
  if (turn.moment.stopped) turn.events.push({ kind: 'returned' });
  session.language = input.language;
  session.easy = input.easy;
  session.since = turn.moment.now;
  if (input.child === true) {
    session.child = true;
    const { messageId } = input;
    turn.events.push({ kind: 'escalated', caseKind: 'child', category: null, messageId });
  }
  const heard =
    input.messageId === null ? null : { messageId: input.messageId, words: input.text, sentAt: null };
  if (input.asked) {
    session.at = turn.flow.steps[0]?.id ?? null;
    session.path = session.at === null ? [] : [session.at];
    // They have said START by writing at all, where they had stopped.
    if (heard !== null) answer({ ...turn, moment: { ...turn.moment, stopped: false, unseen: false } }, heard);
    return;
  }
  // The keyword they texted chose it, and follow-ups weeks later must know.
  if (input.language !== null || input.easy)
    turn.events.push({ kind: 'languageChosen', language: input.language, easy: input.easy });
  const outside = closed(turn) || notYetOpen(turn);
  if (outside) session.status = 'ended';
  // What someone writes before they have seen a question is no answer to it, and is kept all the same.
  if (heard !== null && !input.keyword && (input.text !== '' || input.file)) {
    if (isYoung(turn, heard.words)) meetChild(turn, heard);
    else keep(turn, 'unprompted', heard);
  }
  if (!outside) return greet(turn);
  if (closed(turn)) return say(turn, closedText(turn));
  const opens = system(turn, 'resident.notYetOpen', (language) => ({
    opens: dayInWords(language, turn.flow.frame.opens),
  }));
  say(turn, opens);
}

function media(turn: Turn, input: Extract<Input, { kind: 'media' }>): void {
  const { session, moment } = turn;
  const heard = { ...heardOf(input), file: true };
  if (moment.stopped || session.status === 'held') return answer(turn, heard);
  lapse(turn);
  if (isYoung(turn, heard.words)) return meetChild(turn, heard);
  const at = openStep(turn);
  // Of three photos in a row the first is answered.
  const more = session.listening !== null && session.listening.files > 0;
  if (at === undefined || listens(at)) listen(turn, at?.id ?? 'afterwards', heard);
  else if (justMovedOn(turn)) addToPrevious(turn, heard);
  else keep(turn, 'unprompted', heard);
  if (!more && input.text === '')
    say(turn, system(turn, input.spoken === true ? 'resident.spokenAlone' : 'resident.mediaAlone'));
}

/** Nothing came that could be kept; whoever sent it may think that we saw it. */
function emptied(turn: Turn): void {
  if (turn.moment.stopped || turn.session.status === 'held') return;
  say(turn, system(turn, 'resident.noPictures'));
}
