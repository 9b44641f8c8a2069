import { firstStep, nextAfter, stepOf } from '#flow/find.ts';
import type { Asking } from '#flow/schema.ts';
import { choicesOf, finishedButton } from './button.ts';
import { closed } from './day.ts';
import { listens, openStep } from './listen.ts';
import { firstTime, say, type Turn } from './turn.ts';
import { dayInWords, guardedWords, ofFlow, ofSystem, readVoices, system, voices, words } from './voice.ts';

/** Goes on from a step: says what is to be said, follows branches, and stops where an answer is needed. */
export function goOn(turn: Turn, from: string): void {
  let previous = stepOf(turn.flow, from);
  let step = nextAfter(turn.flow, from, turn.session.chosen[from]);
  const over = closed(turn);
  if (over && firstTime(turn, 'closed')) say(turn, closedText(turn));
  while (step !== undefined) {
    if (step.kind === 'say') {
      say(turn, words(turn, step.text));
    } else if (step.kind === 'end') {
      say(turn, words(turn, step.text));
      return finish(turn);
    } else if (step.kind !== 'branch' && !isPassedOver(turn, step, over)) {
      // A run of questions about the resident is explained once.
      if (step.kind === 'equality' && previous?.kind !== 'equality') say(turn, guardedWords(turn, step.why));
      return ask(turn, step);
    } else if (step.kind === 'consent' && turn.session.child) {
      refuse(turn, step.consent);
    }
    previous = step;
    step = nextAfter(turn.flow, step.id, turn.session.chosen[step.kind === 'branch' ? step.on : step.id]);
  }
  finish(turn);
}

/**
 * A child is not asked to agree to anything, nor to pass anything on, nor about themselves. Once it has closed nobody is
 * asked anything but what they agree to: to hear what comes of it, say.
 */
function isPassedOver({ session }: Turn, { kind }: Asking, over: boolean): boolean {
  const forGrownUps = kind === 'consent' || kind === 'whoElse' || kind === 'equality';
  return (session.child && forGrownUps) || (over && kind !== 'consent');
}

/** "This closed on 31 December 2027. We kept your words, marked late." */
export function closedText(turn: Turn): string {
  return system(turn, 'resident.closed', (language) => ({
    closes: dayInWords(language, turn.flow.frame.closes),
  }));
}

function refuse(turn: Turn, consent: Extract<Asking, { kind: 'consent' }>['consent']): void {
  if (turn.session.consents[consent] === false) return;
  turn.session.consents[consent] = false;
  turn.events.push({ kind: 'consented', consent, granted: false, messageId: null });
}

/** Asks one question and remembers that its answer is what we wait for. */
export function ask(turn: Turn, step: Asking): void {
  const { session, moment } = turn;
  session.at = step.id;
  if (session.path.at(-1) !== step.id) session.path.push(step.id);
  session.tries = 0;
  // They have gone on by themselves: nobody need come back to them.
  session.later = null;
  session.probed = null;
  session.since = moment.now;
  session.askedAt = moment.now;
  putQuestion(turn, step, { fresh: true });
}

/** The same question again: after an unclear answer, a pause or a change of language. */
export function askAgain(turn: Turn, purpose: 'reply' | 'reminder' = 'reply'): void {
  const step = openStep(turn);
  if (step === undefined) return;
  turn.session.since = turn.moment.now;
  putQuestion(turn, step, { purpose });
}

function putQuestion(
  turn: Turn,
  step: Asking,
  how: { purpose?: 'reply' | 'reminder'; fresh?: boolean },
): void {
  lapse(turn);
  const guarded = step.kind === 'consent' || step.kind === 'equality';
  say(turn, guarded ? guardedWords(turn, step.ask) : words(turn, step.ask), {
    choices: choicesOf(turn, step),
    buttons: listens(step) ? [finishedButton(turn, step)] : [],
    asks: true,
    ...how,
  });
}

/** The first message anyone gets: who we are and the open question, nothing to follow and nothing to fear. */
export function greet(turn: Turn): void {
  const step = firstStep(turn.flow);
  if (step?.kind !== 'open') throw new Error('A checked flow starts with an open question.');
  const { session, moment } = turn;
  session.at = step.id;
  session.path = [step.id];
  session.since = moment.now;
  session.askedAt = moment.now;
  const greeting = system(turn, 'resident.first', (language) => ({
    question: ofFlow(turn, step.ask, language),
    closes: dayInWords(language, turn.flow.frame.closes),
    price: moment.reach === 'phone' ? `${ofSystem(turn, 'resident.price', language)} ` : '',
  }));
  turn.events.push({ kind: 'noticed', notice: 'first' });
  const buttons = [finishedButton(turn, step)];
  // Where nobody has read the notice through in their language, it comes in another, and the question in theirs.
  const read = readVoices(turn);
  const own = voices(turn).filter((language) => !read.includes(language));
  if (own.length === 0) return say(turn, greeting, { asks: true, fresh: true, buttons });
  say(turn, greeting);
  say(turn, own.map((language) => ofFlow(turn, step.ask, language)).join('\n\n'), {
    asks: true,
    fresh: true,
    buttons,
  });
}

/** Tells someone who is written to in two languages how to have one; with the second message, because the first is long. */
export function offerLanguages(turn: Turn): void {
  if (voices(turn).length > 1 && firstTime(turn, 'languages'))
    say(turn, system(turn, 'resident.chooseLanguage'));
}

function finish(turn: Turn): void {
  lapse(turn);
  turn.session.at = null;
  turn.session.status = 'ended';
  turn.session.askedAt = turn.moment.now;
  turn.events.push({ kind: 'ended' });
}

/** "Shall we delete it all?" is no longer what was asked last: a 1 or a yes to something else must not delete anything. */
export function lapse({ session }: Turn): void {
  session.confirming = false;
}
