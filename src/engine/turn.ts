import type { Choice } from '#domain/choices.ts';
import type { Language, Localised } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import { dateInWords, type Params, type TextKey, text } from '#texts/text.ts';
import type { Event } from './event.ts';
import type { Moment } from './input.ts';
import type { Session } from './session.ts';

/** One step under way: the session being changed and the events so far. */
export interface Turn {
  flow: Flow;
  session: Session;
  moment: Moment;
  events: Event[];
  /** Where care may not wait: the language of their words comes first, whatever else is sent after it. */
  heardIn: Language | null;
}

/** The languages to write in now: the chosen one, else in Wales both, Welsh first, else the flow's first. */
export function voices(turn: Turn): Language[] {
  const { language } = turn.session;
  if (language !== null) return [language];
  const { flow } = turn;
  if (flow.nation === 'wales' && flow.languages.length > 1) return ['cy', 'en'];
  return flow.languages.slice(0, 1);
}

/** Words of the flow in the languages of now, a blank line between two. */
export function words(turn: Turn, localised: Localised): string {
  return inEach(turn, (language) => localised[language] ?? '');
}

/** One of the system's own texts in the languages of now. */
export function system(
  turn: Turn,
  key: TextKey,
  params: (language: Language) => Params = () => ({}),
): string {
  return inEach(turn, (language) =>
    text(language, key, { organisation: turn.moment.organisation[language], ...params(language) }),
  );
}

export function inEach(turn: Turn, write: (language: Language) => string): string {
  const order = voices(turn);
  const first = turn.heardIn;
  const ordered =
    first !== null && order.includes(first) ? [first, ...order.filter((one) => one !== first)] : order;
  return ordered.map(write).join('\n\n');
}

/** "31 December 2027" for a day of the frame. */
export function dayInWords(language: Language, day: string): string {
  return dateInWords(language, new Date(`${day}T12:00:00Z`));
}

/** Says something. What is said in one step goes out as one message, because each text is one more buzz. */
export function say(
  turn: Turn,
  said: string,
  options: { purpose?: 'reply' | 'service'; choices?: Choice[]; asks?: boolean } = {},
): void {
  const { purpose = 'reply', choices = [], asks = false } = options;
  const last = turn.events.at(-1);
  if (last?.kind === 'said' && last.purpose === purpose && last.choices.length === 0) {
    turn.events[turn.events.length - 1] = {
      ...last,
      text: `${last.text}\n\n${said}`,
      choices,
      asks: last.asks || asks,
    };
    return;
  }
  turn.events.push({ kind: 'said', text: said, choices, purpose, asks });
}

/** True the first time only: some things are said once a conversation. */
export function firstTime(turn: Turn, what: Session['told'][number]): boolean {
  if (turn.session.told.includes(what)) return false;
  turn.session.told.push(what);
  return true;
}
