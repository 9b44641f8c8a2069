import { askAgain } from './ask.ts';
import { forgetChoices } from './button.ts';
import { complete } from './listen.ts';
import { say, type Turn } from './turn.ts';
import { dayInWords, ofSystem, system } from './voice.ts';

const DAYS_TO_DECIDE = 28;
const DAY = 24 * 60 * 60_000;

/** FORGET ME: confirmed once, because it cannot be undone; not after STOP, when no question may be sent. */
export function askToForget(turn: Turn, messageId: string): void {
  if (turn.moment.stopped) return forget(turn, messageId);
  complete(turn);
  turn.session.confirming = true;
  say(turn, system(turn, 'resident.forgetAsk'), { choices: forgetChoices(turn) });
}

/** The answer to that. */
export function forgetOrNot(turn: Turn, yes: boolean, messageId: string): void {
  turn.session.confirming = false;
  if (yes) return forget(turn, messageId);
  say(turn, system(turn, 'resident.forgetKept'));
  if (turn.session.status === 'active') askAgain(turn);
}

function forget(turn: Turn, messageId: string): void {
  const { session, moment } = turn;
  complete(turn);
  session.status = 'ended';
  session.at = null;
  turn.events.push({ kind: 'forgotten', messageId });
  const cannot = moment.reach === 'phone' ? 'resident.cannotPhone' : 'resident.cannotApp';
  const said = moment.byPerson
    ? system(turn, 'resident.forgetByPerson', (language) => ({
        due: dayInWords(language, new Date(moment.now + DAYS_TO_DECIDE * DAY).toISOString().slice(0, 10)),
      }))
    : system(turn, 'resident.forgotten', (language) => ({ cannot: ofSystem(turn, cannot, language) }));
  say(turn, said, { purpose: 'service' });
}
