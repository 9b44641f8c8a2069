import type { LinkAnswer } from './input.ts';
import { firstTime, say, type Turn } from './turn.ts';
import { system } from './voice.ts';

/**
 * Stands in what we say for a code that whoever writes it down makes and puts in its place: chance and secrets are
 * outside the engine, and its log holds none.
 */
export const codePlace = '\u27e8code\u27e9';

const answers = {
  joined: 'resident.linkJoined',
  already: 'resident.linkAlready',
  own: 'resident.linkOwn',
  unknown: 'resident.linkUnknown',
  stopped: 'resident.linkStopped',
  byPerson: 'resident.linkByPerson',
} as const;

/** LINK: a code to send from another phone or app; or what became of a code that came from there. */
export function link(turn: Turn, answer: LinkAnswer | null, messageId: string): void {
  if (answer === null) return say(turn, codeAndHow(turn));
  // Too many wrong ones: whoever tries codes learns nothing more.
  if (answer === 'silent') return;
  if (answer === 'byPerson')
    turn.events.push({ kind: 'escalated', caseKind: 'question', category: null, messageId });
  say(turn, system(turn, answers[answer]));
}

/** The side that gave the code hears of it, and how to undo it: the code may have been had from them by a trick. */
export function tellJoined(turn: Turn): void {
  if (!turn.moment.stopped) say(turn, system(turn, 'resident.linkTold'), { purpose: 'service' });
}

/** They want to hear back, and this chat is gone by then: they may leave another address. Once. */
export function offerLink(turn: Turn): void {
  if (turn.moment.fleeting !== true || !firstTime(turn, 'fleeting')) return;
  say(turn, system(turn, 'resident.linkOffer'));
  say(turn, codeAndHow(turn));
}

function codeAndHow(turn: Turn): string {
  const { elsewhere = [] } = turn.moment;
  const how = system(turn, 'resident.linkCode', () => ({ code: codePlace }));
  if (elsewhere.length === 0) return how;
  return `${how}\n${system(turn, 'resident.linkElsewhere', () => ({ list: elsewhere.join(', ') }))}`;
}
