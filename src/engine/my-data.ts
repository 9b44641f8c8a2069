import type { Facts } from './input.ts';
import { say, type Turn } from './turn.ts';
import { dayInWords, ofSystem, system } from './voice.ts';

const MONTH = 28 * 24 * 60 * 60_000;

/** MY DATA: a plain summary here, because phones are shared; a person releases the full copy. */
export function myData(turn: Turn, facts: Facts | null, messageId: string): void {
  const { moment } = turn;
  turn.events.push({ kind: 'escalated', caseKind: 'data', category: null, messageId });
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const summary = system(turn, 'resident.myData', (language) => {
    const yesOrNo = (yes: boolean) => ofSystem(turn, yes ? 'resident.yes' : 'resident.no', language);
    return {
      addresses: facts?.addresses ?? 1,
      messages: facts?.messages ?? 0,
      answers: facts?.answers ?? 0,
      since: dayInWords(language, day(facts?.since ?? moment.now)),
      hearBack: yesOrNo(facts?.consents.hearBack ?? false),
      quote: yesOrNo(facts?.consents.quote ?? false),
      due: dayInWords(language, day(moment.now + MONTH)),
    };
  });
  say(turn, summary, { purpose: moment.stopped ? 'service' : 'reply' });
}
