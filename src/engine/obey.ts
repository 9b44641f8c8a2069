import { stepOf } from '#flow/find.ts';
import type { Asking } from '#flow/schema.ts';
import { type Command, isSentence } from '#texts/commands.ts';
import { laterDays } from '#texts/later.ts';
import { answer, listen } from './answer.ts';
import { ask, askAgain, goOn } from './ask.ts';
import { tenInTheMorning } from './day.ts';
import { askToForget } from './forget.ts';
import type { Facts, LinkAnswer } from './input.ts';
import { chooseLanguage, listLanguages, speakEasy } from './language.ts';
import { link } from './link.ts';
import { complete, type Heard, keep, listens, openStep } from './listen.ts';
import { myData } from './my-data.ts';
import { settle } from './settle.ts';
import { status } from './status.ts';
import { say, type Turn } from './turn.ts';
import { dayInWords, guardedWords, ofFlow, system } from './voice.ts';

/** What somebody who said STOP may still ask of us, and is answered: the rest is kept, and how to come back is said once. */
const afterStop: ReadonlySet<Command> = new Set<Command>([
  ...(['stop', 'start', 'help', 'privacy', 'person', 'who', 'wrongNumber'] as const),
  ...(['myData', 'forgetMe', 'noQuote', 'noHearBack'] as const),
]);

/** What only the database can say: for STATUS and MY DATA, and for LINK. */
interface Known {
  facts: Facts | null;
  link: LinkAnswer | null;
}

/** Does what a command asks, at whatever point of the conversation. */
export function obey(turn: Turn, command: Command, heard: Heard, known: Known): void {
  const { session, moment } = turn;
  if (moment.stopped && !afterStop.has(command)) return answer(turn, heard);
  if (command !== 'forgetMe') session.confirming = false;
  switch (command) {
    case 'stop':
      return stop(turn);
    case 'start':
      return comeBack(turn);
    case 'help':
      say(turn, system(turn, 'resident.help'), { purpose: 'service' });
      return alsoKeep(turn, heard);
    case 'who':
      return say(turn, system(turn, 'resident.who'), { purpose: 'service' });
    case 'person':
      return person(turn, heard);
    case 'privacy':
      turn.events.push({ kind: 'noticed', notice: 'privacy' });
      return say(turn, guardedWords(turn, turn.flow.privacy), { purpose: asked(turn) });
    case 'wrongNumber':
      return wrongNumber(turn);
    case 'later':
      return later(turn, heard);
    case 'questions':
      return questions(turn);
    case 'skip':
      return skip(turn, heard);
    case 'back':
      return back(turn, heard);
    case 'status':
      keepSentence(turn, heard);
      return status(turn, known.facts);
    case 'myData':
      return myData(turn, known.facts, heard.messageId);
    case 'forgetMe':
      return askToForget(turn, heard.messageId);
    case 'noQuote':
      return takeBack(turn, 'quote', heard.messageId);
    case 'noHearBack':
      return takeBack(turn, 'hearBack', heard.messageId);
    case 'link':
      return link(turn, known.link, heard.messageId);
    case 'easyRead':
    case 'plain':
      return speakEasy(turn, command === 'easyRead');
    case 'language':
      keepSentence(turn, heard);
      return listLanguages(turn);
    default:
      return chooseLanguage(turn, command);
  }
}

/** A right that STOP does not take away is answered as a service; everything else as a reply. */
function asked({ moment }: Turn): 'reply' | 'service' {
  return moment.stopped ? 'service' : 'reply';
}

/** Nothing more is asked and nothing that was heard is lost. */
function stop(turn: Turn): void {
  complete(turn);
  turn.session.later = null;
  turn.session.told = turn.session.told.filter((what) => what !== 'howToBack');
  turn.events.push({ kind: 'withdrew' });
  say(turn, system(turn, 'resident.stopped'), { purpose: 'service' });
}

/** An explicit START: the address may be written to again, and the question that was open is asked again. */
function comeBack(turn: Turn): void {
  turn.events.push({ kind: 'returned' });
  turn.session.told = turn.session.told.filter((what) => what !== 'expired');
  const welcome = turn.moment.stopped ? 'resident.started' : 'resident.alreadyStarted';
  say(turn, system(turn, welcome), { purpose: 'service' });
  // Where a person must look first, START brings messages back and not the questions.
  if (turn.session.status === 'active') askAgain(turn);
}

function person(turn: Turn, heard: Heard): void {
  turn.events.push({
    kind: 'escalated',
    caseKind: 'question',
    category: null,
    messageId: heard.messageId,
  });
  const said = system(turn, 'resident.person', (language) => ({
    cover: ofFlow(turn, turn.flow.cover, language),
  }));
  say(turn, said, { purpose: asked(turn) });
  alsoKeep(turn, heard);
}

/** The number is somebody else's now: they hear nothing more, and nothing of what was said before. */
function wrongNumber(turn: Turn): void {
  const { session, events } = turn;
  complete(turn);
  session.status = 'ended';
  session.at = null;
  events.push({ kind: 'withdrew' }, { kind: 'unlinked' });
  say(turn, system(turn, 'resident.wrongNumber'), { purpose: 'service' });
}

function later(turn: Turn, heard: Heard): void {
  const { session, moment } = turn;
  const step = openStep(turn);
  if (step === undefined || session.status === 'held') return noQuestion(turn, heard);
  keepAtOpen(turn, step, heard);
  session.later = tenInTheMorning(moment.now, laterDays(heard.words, moment.now));
  const day = new Date(session.later).toISOString().slice(0, 10);
  say(
    turn,
    system(turn, 'resident.later', (language) => ({ when: dayInWords(language, day) })),
  );
}

/** All that will be asked, so that people can think about it, talk about it or sleep on it. */
function questions(turn: Turn): void {
  const asks = turn.flow.steps.filter(
    (step) => step.kind === 'open' || step.kind === 'whoElse' || step.kind === 'choice',
  );
  const lines = (language: Parameters<typeof dayInWords>[0]) =>
    asks.map((step, index) => `${index + 1}. ${ofFlow(turn, step.ask, language)}`).join('\n');
  say(
    turn,
    system(turn, 'resident.questions', (language) => ({ lines: lines(language) })),
  );
}

function skip(turn: Turn, { messageId }: Heard): void {
  const { session } = turn;
  const step = openStep(turn);
  if (step === undefined || session.status === 'held')
    return say(turn, system(turn, 'resident.nothingToSkip'));
  complete(turn);
  // What is passed over is not agreed to, and nothing is known of who passes over a question about themselves.
  if (step.kind === 'consent') settle(turn, step, 1, messageId);
  if (step.kind === 'equality') settle(turn, step, step.choices.length, messageId);
  goOn(turn, step.id);
}

function back(turn: Turn, heard: Heard): void {
  const { session, flow } = turn;
  const step = openStep(turn);
  if (session.status === 'held') return noQuestion(turn, heard);
  if (step !== undefined) {
    keepAtOpen(turn, step, heard);
    session.path.pop();
  } else {
    complete(turn);
  }
  const id = session.path.at(-1);
  const before = id === undefined ? undefined : stepOf(flow, id);
  if (before === undefined || !('ask' in before)) {
    say(turn, system(turn, 'resident.nothingBefore'));
    if (step !== undefined) ask(turn, step);
    return;
  }
  session.status = 'active';
  ask(turn, before);
}

function takeBack(turn: Turn, consent: 'quote' | 'hearBack', messageId: string): void {
  turn.session.consents[consent] = false;
  turn.events.push({ kind: 'consented', consent, granted: false, messageId });
  const said = consent === 'quote' ? 'resident.noQuote' : 'resident.noHearBack';
  say(turn, system(turn, said), { purpose: asked(turn) });
  const step = openStep(turn);
  // It answers the question, where that is what is being asked; while a person must look first nothing more is asked.
  const paused = turn.moment.stopped || turn.session.status === 'held';
  if (step?.kind === 'consent' && step.consent === consent && !paused) goOn(turn, step.id);
}

/**
 * At an open question HELP or PERSON in a sentence can be the answer too: a carer's whole reply may be "I need help". The
 * bare word is obeyed and is nobody's answer. Neither answers the question for good: it stays open.
 */
function alsoKeep(turn: Turn, heard: Heard): void {
  const { session, moment } = turn;
  // Whoever looks after somebody in danger, or a child, sees that they called for help, in however few words.
  if (session.status === 'held' && !moment.stopped) return keep(turn, 'held', heard);
  const looked = session.child || session.distressed;
  const calls = looked || isSentence(heard.words);
  if (moment.stopped) return calls ? keep(turn, 'afterStop', heard) : undefined;
  const step = openStep(turn);
  if (session.status !== 'active' || !listens(step))
    return looked ? keepUnasked(turn, step, heard) : undefined;
  // They have our text to read before they go on.
  session.since = moment.now;
  if (session.listening === null) return calls ? keepAtOpen(turn, step, heard) : undefined;
  session.listening.heardAt = moment.now;
  if (calls) listen(turn, step.id, heard);
}

/** No question listens: at one with choices, or after the last. What they are still writing goes on. */
function keepUnasked(turn: Turn, step: Asking | undefined, heard: Heard): void {
  const { listening } = turn.session;
  if (listening !== null) return listen(turn, listening.stepId, heard);
  keep(turn, step === undefined ? 'afterwards' : 'unprompted', heard);
}

/** LATER and BACK may be an answer as well, and yet the question stays open. */
function keepAtOpen(turn: Turn, step: Asking, heard: Heard): void {
  if (listens(step)) keep(turn, step.id, heard);
}

/** "I don't speak English" asks for a language, and may be what somebody wants to tell us. */
function keepSentence(turn: Turn, heard: Heard): void {
  const step = openStep(turn);
  const asked = turn.session.status === 'active' && !turn.moment.stopped;
  if (step !== undefined && asked && isSentence(heard.words)) keepAtOpen(turn, step, heard);
}

function noQuestion(turn: Turn, heard: Heard): void {
  if (turn.session.status === 'held') keep(turn, 'held', heard);
  say(turn, system(turn, 'resident.nothingToSkip'));
}

/** A person restarts the questions after a pause for care. */
export function resume(turn: Turn): void {
  const { session } = turn;
  if (session.status !== 'held') return;
  session.status = session.at === null ? 'ended' : 'active';
  session.told = session.told.filter((what) => what !== 'held');
  if (session.status === 'active' && !turn.moment.stopped) askAgain(turn);
}
