import type { Language } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import type { Event } from './event.ts';
import type { Moment } from './input.ts';
import type { Session } from './session.ts';

/** One step under way: the session being changed and the events so far. */
export interface Turn {
  flow: Flow;
  /** Begins the values of buttons, so that one of another flow version is known for what it is. */
  mark: string;
  session: Session;
  moment: Moment;
  events: Event[];
  /** Where care may not wait: the language of their words comes first, whatever else is sent after it. */
  heardIn: Language | null;
}

type Said = Extract<Event, { kind: 'said' }>;

/** Says something. What is said in one step goes out as one message, because each text is one more buzz. */
export function say(
  turn: Turn,
  said: string,
  options: Partial<Pick<Said, 'purpose' | 'choices' | 'buttons' | 'asks' | 'fresh'>> & {
    /** A message of its own, to be sent on to somebody else. */
    alone?: boolean;
  } = {},
): void {
  const {
    purpose = 'reply',
    choices = [],
    buttons = [],
    asks = false,
    fresh = false,
    alone = false,
  } = options;
  const at = turn.events.findLastIndex(({ kind }) => kind === 'said');
  const last = turn.events[at];
  if (!alone && last?.kind === 'said' && last.purpose === purpose && joins(last)) {
    turn.events[at] = {
      ...last,
      text: `${last.text}\n\n${said}`,
      choices,
      buttons,
      asks: last.asks || asks,
      fresh: last.fresh || fresh,
    };
    return;
  }
  turn.events.push({ kind: 'said', text: said, choices, buttons, purpose, asks, fresh, alone });
}

function joins({ choices, buttons, alone }: Said): boolean {
  return choices.length === 0 && buttons.length === 0 && !alone;
}

/** True the first time only: some things are said once a conversation. */
export function firstTime(turn: Turn, what: Session['told'][number]): boolean {
  if (turn.session.told.includes(what)) return false;
  turn.session.told.push(what);
  return true;
}
