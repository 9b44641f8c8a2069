import { stepOf } from '#flow/find.ts';
import type { Command } from '#texts/commands.ts';
import { listen } from './answer.ts';
import { askAgain } from './ask.ts';
import { complete, keep, stopWaiting } from './listen.ts';
import { say, system, type Turn, words } from './turn.ts';

/** Does what a command asks, at whatever point of the conversation. */
export function obey(turn: Turn, command: Command, messageId: string): void {
  const { session } = turn;
  if (command === 'stop') return stop(turn);
  if (command === 'start') return comeBack(turn);
  if (command === 'help') {
    say(turn, system(turn, 'resident.help'), { purpose: 'service' });
    return alsoKeep(turn, messageId);
  }
  if (command === 'person') {
    turn.events.push({ kind: 'escalated', caseKind: 'question', category: null, messageId });
    const cover = (language: 'en' | 'cy') => ({ cover: turn.flow.cover[language] ?? '' });
    say(turn, system(turn, 'resident.person', cover), { purpose: turn.moment.stopped ? 'service' : 'reply' });
    return alsoKeep(turn, messageId);
  }
  if (command === 'privacy') return say(turn, words(turn, turn.flow.privacy));
  session.language = command === 'cymraeg' ? 'cy' : 'en';
  turn.events.push({ kind: 'languageChosen', language: session.language });
  say(turn, system(turn, 'resident.languageSet'));
  if (session.status === 'active' && !turn.moment.stopped) askAgain(turn);
}

/** Nothing more is asked and nothing that was heard is lost. */
function stop(turn: Turn): void {
  complete(turn);
  stopWaiting(turn);
  turn.session.told = turn.session.told.filter((what) => what !== 'howToBack');
  turn.events.push({ kind: 'withdrew' });
  say(turn, system(turn, 'resident.stopped'), { purpose: 'service' });
}

/** An explicit START: the address may be written to again, and the question that was open is asked again. */
function comeBack(turn: Turn): void {
  turn.events.push({ kind: 'returned' });
  const welcome = turn.moment.stopped ? 'resident.started' : 'resident.alreadyStarted';
  say(turn, system(turn, welcome), { purpose: 'service' });
  // Where a person must look first, START brings messages back and not the questions.
  if (turn.session.status === 'active') askAgain(turn);
}

/** At an open question a command can be the answer too: a carer's whole reply may be "Help". */
function alsoKeep(turn: Turn, messageId: string): void {
  const { session } = turn;
  if (turn.moment.stopped) return keep(turn, 'afterStop', messageId);
  if (session.status === 'held') return keep(turn, 'held', messageId);
  const step = session.at === null ? undefined : stepOf(turn.flow, session.at);
  if (session.status === 'active' && step?.kind === 'open') listen(turn, step.id, messageId);
}

/** A person restarts the questions after a pause for care. */
export function resume(turn: Turn): void {
  if (turn.session.status !== 'held') return;
  turn.session.status = turn.session.at === null ? 'ended' : 'active';
  turn.session.told = turn.session.told.filter((what) => what !== 'held');
  if (turn.session.status === 'active' && !turn.moment.stopped) askAgain(turn);
}
