import type { Outbound } from '#channels/channel.ts';
import type { Choice } from '#domain/choices.ts';
import type { Asking, Flow, Listening, Step } from '#flow/schema.ts';
import { asides } from './asides.ts';
import { outcomeIn } from './outcomes.ts';
import type { Person } from './people.ts';
import { askedIn, inOther, isEnd } from './reading.ts';
import { replies } from './replies.ts';

/** One thing that a person does on their phone, `after` so many ms. */
export interface Act {
  after: number;
  does: { say: string } | { press: Choice; under: string };
  /** The network hands the same message over twice. */
  redelivered?: boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How one person uses their phone: what they send first, and what they do about each message that they get. */
export function usePhone(person: Person, flow: Flow): { begins(): Act; reads(message: Outbound): Act[] } {
  const { random, language, quirk, temper } = person;
  const words = asides[language];
  let answered = 0;
  let stopped = false;
  let toldBack = false;
  let quirky = quirk !== null;

  const once = (...quirks: Person['quirk'][]) => {
    if (!quirky || !quirks.includes(quirk)) return false;
    quirky = false;
    return true;
  };
  const thinking = () =>
    random.chance(0.1) ? random.between(2 * HOUR, 40 * HOUR) : random.between(20 * SECOND, 6 * MINUTE);
  const say = (text: string, after = thinking()): Act => ({ after, does: { say: text } });

  const stops = (): Act[] => {
    stopped = true;
    const stop = say(random.pick(words.stop));
    if (!once('returns')) return [stop];
    stopped = false;
    person.patience = 99;
    return [stop, say('START', stop.after + 2 * DAY)];
  };

  const answer = (step: Listening): Act[] => {
    const messages = person.answers.get(step.id) ?? [];
    // Well within the quiet period of every channel, so that all of it is one answer.
    let after = thinking();
    const acts = messages.map(({ text }, at) => {
      if (at > 0) after += random.between(8 * SECOND, 70 * SECOND);
      return say(text, after);
    });
    const [first] = acts;
    if (first === undefined) return [];
    if (once('redelivered')) return [{ ...first, redelivered: true }, ...acts.slice(1)];
    if (once('twice')) return [first, { ...first, after: first.after + 9 * SECOND }, ...acts.slice(1)];
    if (answered > 1 && once('help', 'person', 'privacy')) {
      const before = Math.max(first.after - 40 * SECOND, SECOND);
      return [say(quirk?.toUpperCase() ?? '', before), ...acts];
    }
    return acts;
  };

  const choose = (step: Exclude<Asking, Listening>, message: Outbound): Act[] => {
    if (step.kind === 'choice' && once('vague')) return [say(random.pick(words.vague))];
    if (step.kind === 'equality') return describe(step, message);
    const yes = step.kind === 'consent' && person.agrees[step.consent];
    const value = step.kind === 'choice' ? wayOf(person, step) : yes ? 'yes' : 'no';
    const button = message.choices.find((choice) => choice.value === value);
    if (button !== undefined && random.chance(0.9))
      return [{ after: thinking(), does: { press: button, under: message.deliveryId } }];
    if (step.kind === 'consent') return [say(random.pick(yes ? words.yes : words.no))];
    const at = step.kind === 'choice' ? step.choices.findIndex(({ id }) => id === value) : 0;
    return [say(String(at + 1))];
  };

  /** About themselves: by its number or its button, and some would rather not. */
  const describe = (step: Extract<Asking, { kind: 'equality' }>, message: Outbound): Act[] => {
    if (random.chance(0.15)) return [say('SKIP')];
    const at = random.whole(step.choices.length);
    const button = message.choices[at];
    if (button !== undefined && random.chance(0.9))
      return [{ after: thinking(), does: { press: button, under: message.deliveryId } }];
    return [say(String(at + 1))];
  };

  const hearsBack = (message: Outbound): Act[] => {
    if (toldBack || person.reply === null) return [];
    toldBack = true;
    const after = random.between(5 * MINUTE, 9 * HOUR);
    if (person.reply === 'stops') {
      stopped = true;
      return [say(random.pick(words.stop), after)];
    }
    const about = person.reply === 'answers' ? outcomeIn(message.text) : undefined;
    return [say(replyTo(person, about?.kind ?? 'thanks'), after)];
  };

  return {
    begins: () => say(firstWords(person, flow), 0),
    reads: (message) => {
      if (stopped) return [];
      if (message.purpose === 'followUp') return hearsBack(message);
      const step = askedIn(message.text, flow);
      if (step === undefined) {
        const more = isEnd(message.text, flow) && once('afterthought') ? person.afterthought : [];
        const later = random.between(HOUR, DAY);
        return more.map(({ text }, at) => say(text, later + at * MINUTE));
      }
      // Written to in both languages, or in the other one, people choose theirs first.
      if (answered === 0 && inOther(message.text, step, language) && random.chance(0.7))
        return [say(language === 'cy' ? 'Cymraeg' : 'English')];
      if (answered >= person.patience) return temper === 'stopper' ? stops() : [];
      answered += 1;
      return step.kind === 'open' || step.kind === 'whoElse' ? answer(step) : choose(step, message);
    },
  };
}

function firstWords({ manner, language, flowId, quirk, random }: Person, flow: Flow): string {
  if (quirk === 'hello') return random.pick(asides[language].hello);
  if (manner === 'telegram' && random.chance(0.6)) return `/start ${flowId}`;
  const keyword = random.pick(flow.keywords[language] ?? [flowId]);
  return random.chance(0.4) ? keyword.charAt(0).toUpperCase() + keyword.slice(1) : keyword;
}

/** How they get about, or whether they have asked for help. */
function wayOf({ random }: Person, step: Extract<Step, { kind: 'choice' }>): string {
  const likely = [
    'foot',
    'foot',
    'bus',
    'bus',
    'car',
    'car',
    'bike',
    'stay-away',
    'got-it',
    'no-use',
    'not-asked',
  ];
  const there = likely.filter((value) => step.choices.some(({ id }) => id === value));
  return random.pick(there.length > 0 ? there : step.choices.map(({ id }) => id));
}

function replyTo({ number, language }: Person, kind: keyof (typeof replies)['en']): string {
  const list = replies[language][kind];
  // ConsoleLanguage and flow go by the last digit, so it alone would give all of one kind the same reply.
  return list[(number + Math.floor(number / 10)) % list.length] ?? '';
}
