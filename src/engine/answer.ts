import { stepOf } from '#flow/find.ts';
import type { Asking } from '#flow/schema.ts';
import { yesOrNo } from '#texts/answers.ts';
import { isDone } from '#texts/commands.ts';
import { plainlyContinues } from '#texts/continues.ts';
import { isGoodbye } from '#texts/courtesies.ts';
import { numberSaid } from '#texts/numbers.ts';
import { askAgain, goOn, offerLanguages } from './ask.ts';
import { isPress, namesOf, type Press, pressed } from './button.ts';
import { isYoung, markChild, meetChild } from './child.ts';
import { confirmForgetting, forgetOrNot } from './forget.ts';
import { invite } from './invite.ts';
import { addToPrevious, complete, type Heard, hear, keep, listens, openStep } from './listen.ts';
import { pick } from './pick.ts';
import { settle } from './settle.ts';
import { quietMs } from './timer.ts';
import { firstTime, say, type Turn } from './turn.ts';
import { ofFlow, system, words } from './voice.ts';

/** How long after the bot moved on a message may still go on from the answer before. */
const GOES_ON_WITHIN = 2 * 60_000;
/** Telegram's clock has whole seconds, and no two clocks agree to the second. */
const CLOCKS_DIFFER = 2000;

/** Words that came in: to an open question they are listened to, to a choice they are matched, else they are kept. */
export function answer(turn: Turn, heard: Heard): void {
  const { session } = turn;
  if (turn.moment.stopped) return keepAfterStop(turn, heard);
  if (session.confirming) return confirmForgetting(turn, heard);
  if (session.status === 'held') return keepWhileHeld(turn, heard);
  if (isYoung(turn, heard.words)) return meetChild(turn, heard);
  const step = openStep(turn);
  if (session.listening === null) {
    if (isUnseen(turn, heard)) return beforeTheQuestion(turn, heard);
    if (goesOn(turn, heard)) return addToPrevious(turn, heard);
  }
  if (step?.kind === 'choice' || step?.kind === 'equality') return choose(turn, step, heard);
  if (step?.kind === 'consent') return agree(turn, step, heard);
  if (session.listening !== null && isDone(heard.words)) return answered(turn);
  listen(turn, step?.id ?? 'afterwards', heard);
}

/** A button: it says itself which question it answers. */
export function press(turn: Turn, value: string, messageId: string): void {
  const found = pressed(turn, value);
  // A button of a question that is not here says nothing in words.
  if (found === null && isPress(value)) return mayAsk(turn) ? askAgain(turn) : undefined;
  const heard = { messageId, words: value, sentAt: null };
  if (found === null || turn.moment.stopped || turn.session.status === 'held') return answer(turn, heard);
  if (found.kind === 'forget')
    return turn.session.confirming ? forgetOrNot(turn, found.yes, messageId) : undefined;
  const { step } = found;
  if (found.kind === 'finished') return step.id === turn.session.at ? finished(turn, step) : undefined;
  if (step.id === turn.session.at) {
    if (settle(turn, step, found.index, messageId)) goOn(turn, step.id);
  } else if (isChange(turn, found) && settle(turn, step, found.index, messageId)) {
    say(turn, system(turn, 'resident.changed'));
  }
}

function mayAsk({ session, moment }: Turn): boolean {
  return session.status === 'active' && !moment.stopped && !session.confirming;
}

/** An earlier question of this conversation, answered otherwise than before. */
function isChange({ session }: Turn, { step }: Extract<Press, { kind: 'choice' }>): boolean {
  return session.path.includes(step.id) && !session.child;
}

/** "Finished" before a word was written passes the question over. */
function finished(turn: Turn, step: Asking): void {
  if (turn.session.listening !== null) answered(turn);
  else if (listens(step)) goOn(turn, step.id);
}

/** Listens for as long as the resident wants to write. */
export function listen(turn: Turn, stepId: string, heard: Heard): void {
  hear(turn, stepId, heard);
  turn.session.later = null;
  if (quietMs(turn) === 0) answered(turn);
}

/** The quiet period is over, or the resident said that was all: the response is whole and the conversation goes on. */
export function answered(turn: Turn): void {
  const { session } = turn;
  const { at } = session;
  const wasListening = session.listening?.stepId;
  complete(turn);
  if (at !== null && wasListening === at) {
    offerLanguages(turn);
    if (stepOf(turn.flow, at)?.kind === 'whoElse' && !session.child) invite(turn);
    goOn(turn, at);
  } else if (at === null && firstTime(turn, 'afterwards')) {
    say(turn, system(turn, 'resident.afterwards'));
  }
}

/** The resident has been quiet: a short answer may get one gentle question more, where the step asks for it. */
export function fellQuiet(turn: Turn): void {
  const { session } = turn;
  const step = openStep(turn);
  const probe = step?.kind === 'open' ? step.probe : undefined;
  const short = probe !== undefined && (session.listening?.words ?? 0) < probe.underWords;
  const said = session.listening?.files === 0;
  const gentle = said && session.probed !== session.at && !session.distressed && !session.child;
  if (probe === undefined || !short || !gentle || session.listening?.stepId !== session.at)
    return answered(turn);
  complete(turn);
  session.probed = session.at;
  session.since = turn.moment.now;
  say(turn, words(turn, probe.ask), { asks: true });
}

/** Nobody can have seen the question that is open now: it is not sent yet, or was asked after this was written. */
function isUnseen({ session, moment }: Turn, { sentAt }: Heard): boolean {
  if (session.at === null) return false;
  // Right after hello they tell us what they came to say: it belongs under the first question, and nowhere else.
  const first = session.path.length === 1 && session.previous === null;
  const before = !first && sentAt !== null && sentAt + CLOCKS_DIFFER < session.askedAt;
  return moment.unseen || before;
}

function beforeTheQuestion(turn: Turn, heard: Heard): void {
  if (turn.session.previous === null) keep(turn, 'unprompted', heard);
  else addToPrevious(turn, heard);
}

/** It arrives just after the bot moved on and goes on in words: "and the bins too". */
function goesOn(turn: Turn, { words: said }: Heard): boolean {
  const { probed, at } = turn.session;
  return justMovedOn(turn) && isNextTo(turn) && probed !== at && plainlyContinues(said);
}

/** Nothing was asked between: after a yes to another question, "and the bins" answers what was asked since. */
function isNextTo({ session: { at, path, previous } }: Turn): boolean {
  return at === null || previous?.stepId === at || previous?.stepId === path.at(-2);
}

/** There is an answer before, and the question after it has only just been put. */
export function justMovedOn({ session, moment }: Turn): boolean {
  return session.previous !== null && moment.now - session.askedAt <= GOES_ON_WITHIN;
}

function choose(turn: Turn, step: Extract<Asking, { kind: 'choice' | 'equality' }>, heard: Heard): void {
  const picked = pick(namesOf(step), heard.words);
  if (picked === null) return unclear(turn, step, heard, () => giveUp(turn, step, heard.messageId));
  if (picked.more && step.kind === 'choice') keep(turn, 'unprompted', heard);
  if (settle(turn, step, picked.index, heard.messageId)) goOn(turn, step.id);
}

function agree(turn: Turn, step: Extract<Asking, { kind: 'consent' }>, heard: Heard): void {
  const number = numberSaid(heard.words);
  const said = number === 1 ? 'yes' : number === 2 ? 'no' : yesOrNo(heard.words);
  if (said === null) return unclear(turn, step, heard, () => giveUp(turn, step, heard.messageId));
  settle(turn, step, said === 'yes' ? 0 : 1, heard.messageId);
  goOn(turn, step.id);
}

/** Two tries and then on: an unclear answer is never a yes. The words are kept, whatever they answer. */
function unclear(turn: Turn, step: Asking, heard: Heard, give: () => void): void {
  // What somebody says about themselves here is no response, and is not shown as one.
  if (step.kind !== 'equality') keep(turn, 'unprompted', heard);
  turn.session.tries += 1;
  if (turn.session.tries > 1) return give();
  say(turn, system(turn, 'resident.choiceHelp'));
  askAgain(turn);
}

function giveUp(turn: Turn, step: Asking, messageId: string): void {
  if (step.kind === 'consent') {
    say(turn, system(turn, 'resident.takenAsNo'));
    settle(turn, step, 1, messageId);
  } else if (step.kind === 'equality') {
    settle(turn, step, step.choices.length, messageId);
  } else {
    say(turn, system(turn, 'resident.goingOn'));
  }
  goOn(turn, step.id);
}

function keepAfterStop(turn: Turn, heard: Heard): void {
  keep(turn, 'afterStop', heard);
  // We have just promised to write no more, and "ok, bye" asks for nothing.
  if (isGoodbye(heard.words)) return;
  if (firstTime(turn, 'howToBack')) say(turn, system(turn, 'resident.howToBack'), { purpose: 'service' });
}

function keepWhileHeld(turn: Turn, heard: Heard): void {
  if (isYoung(turn, heard.words)) markChild(turn, heard.messageId);
  keep(turn, 'held', heard);
  if (!firstTime(turn, 'held')) return;
  const said = system(turn, 'resident.held', (language) => ({
    cover: ofFlow(turn, turn.flow.cover, language),
  }));
  say(turn, said, { purpose: 'service' });
}
