import { yesOrNo } from '#texts/answers.ts';
import { askAgain, lapse } from './ask.ts';
import { forgetChoices, forgetNames } from './button.ts';
import { complete, type Heard, keep } from './listen.ts';
import { pick } from './pick.ts';
import { say, type Turn } from './turn.ts';
import { dayInWords, ofSystem, system } from './voice.ts';

const DAYS_TO_DECIDE = 28;
const DAY = 24 * 60 * 60_000;

/** FORGET ME: confirmed once, because it cannot be undone; not after STOP, when no question may be sent. */
export function askToForget(turn: Turn, messageId: string): void {
  if (turn.moment.stopped) return forget(turn, messageId);
  complete(turn);
  // Said twice is said clearly.
  if (turn.session.confirming) return forget(turn, messageId);
  turn.session.confirming = true;
  turn.session.tries = 0;
  say(turn, system(turn, 'resident.forgetAsk'), { choices: forgetChoices(turn) });
}

/** The answer to that, in words. It cannot be undone, so what is not clear keeps everything, after two tries. */
export function confirmForgetting(turn: Turn, heard: Heard): void {
  const { session } = turn;
  const picked = pick(forgetNames(), heard.words)?.index;
  const said = picked === undefined ? yesOrNo(heard.words) : picked === 0 ? 'yes' : 'no';
  if (said !== null) return forgetOrNot(turn, said === 'yes', heard.messageId);
  keep(turn, 'unprompted', heard);
  session.tries += 1;
  if (session.tries > 1) return forgetOrNot(turn, false, heard.messageId);
  say(turn, system(turn, 'resident.choiceHelp'));
  say(turn, system(turn, 'resident.forgetAsk'), { choices: forgetChoices(turn) });
}

/** The answer to that. */
export function forgetOrNot(turn: Turn, yes: boolean, messageId: string): void {
  turn.session.confirming = false;
  turn.session.tries = 0;
  if (yes) return forget(turn, messageId);
  say(turn, system(turn, 'resident.forgetKept'));
  if (turn.session.status === 'active') askAgain(turn);
}

function forget(turn: Turn, messageId: string): void {
  const { session, moment } = turn;
  complete(turn);
  lapse(turn);
  // Until a person has decided, what was paused for care stays paused.
  if (!(moment.byPerson && session.status === 'held')) {
    session.status = 'ended';
    session.at = null;
  }
  turn.events.push({ kind: 'forgotten', messageId });
  const cannot = moment.reach === 'phone' ? 'resident.cannotPhone' : 'resident.cannotApp';
  const said = moment.byPerson
    ? system(turn, 'resident.forgetByPerson', (language) => ({
        due: dayInWords(language, new Date(moment.now + DAYS_TO_DECIDE * DAY).toISOString().slice(0, 10)),
      }))
    : system(turn, 'resident.forgotten', (language) => ({ cannot: ofSystem(turn, cannot, language) }));
  say(turn, said, { purpose: 'service' });
}
