import { answered, fellQuiet } from './answer.ts';
import { askAgain, closedText, goOn, lapse } from './ask.ts';
import { closed } from './day.ts';
import { complete } from './listen.ts';
import { firstTime, say, type Turn } from './turn.ts';
import { system } from './voice.ts';

/** The timer of this conversation has fired: what it was for decides what follows. */
export function wake(turn: Turn, number: number): void {
  const { session } = turn;
  // One that a later one replaced, or whose answer was finished in words, has nothing to say.
  if (number !== session.wake || session.timer === null) return;
  const { timer, at } = session;
  session.timer = null;
  session.wakeAt = null;
  // They said STOP in another conversation: what was heard is whole, and nothing more is asked.
  if (turn.moment.stopped) return complete(turn);
  switch (timer) {
    case 'quiet':
      return session.at === null ? answered(turn) : fellQuiet(turn);
    case 'probe':
      if (at !== null) goOn(turn, at);
      return;
    case 'later':
      session.later = null;
      return closed(turn) ? tellClosed(turn) : remind(turn, 'resident.comeBack');
    case 'reminder':
      session.reminded += 1;
      return closed(turn) ? undefined : remind(turn, 'resident.reminder');
    case 'expiry':
      lapse(turn);
      if (firstTime(turn, 'expired')) say(turn, system(turn, 'resident.expired'), { purpose: 'reminder' });
  }
}

/** We said that we would come back, and there is nothing left to ask. */
function tellClosed(turn: Turn): void {
  if (firstTime(turn, 'closed')) say(turn, closedText(turn), { purpose: 'reminder' });
}

function remind(turn: Turn, opening: 'resident.comeBack' | 'resident.reminder'): void {
  turn.session.reminding = true;
  say(turn, system(turn, opening), { purpose: 'reminder' });
  askAgain(turn, 'reminder');
}
