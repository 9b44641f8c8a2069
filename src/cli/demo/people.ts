import type { ConsoleLanguage } from '#domain/words.ts';
import { asides, distress } from './asides.ts';
import { sayings } from './bank.ts';
import { type Haste, mess } from './mess.ts';
import { type Random, seeded } from './random.ts';
import { startsAfter } from './start.ts';
import { type Answer, type Hand, type Writer, writer } from './write.ts';

type Temper = 'plain' | 'talker' | 'brief' | 'leaver' | 'stopper' | 'grumbler' | 'wanderer';

/** Something that one person does differently. */
type Quirk =
  | 'distress'
  | 'returns'
  | 'twice'
  | 'redelivered'
  | 'help'
  | 'privacy'
  | 'person'
  | 'vague'
  | 'hello'
  | 'afterthought';

/** Somebody who takes part, with all that they are going to say. */
export interface Person extends Hand {
  manner: 'sms' | 'whatsapp' | 'telegram';
  flowId: string;
  temper: Temper;
  quirk: Quirk | null;
  /** How many questions they answer before they leave or stop. */
  patience: number;
  agrees: Record<'hearBack' | 'quote', boolean>;
  /** By open question. */
  answers: Map<string, Answer>;
  /** What comes to mind when it is all over. */
  afterthought: Answer;
  /** What they do when they hear back. */
  reply: 'answers' | 'thanks' | 'stops' | null;
  /** ms after the beginning. */
  startsAfter: number;
  random: Random;
  /** Their place among the people, from 0. */
  number: number;
}

const tempers: Temper[] = [
  ...Array<Temper>(6).fill('plain'),
  ...Array<Temper>(5).fill('talker'),
  ...Array<Temper>(3).fill('brief'),
  ...Array<Temper>(3).fill('leaver'),
  ...(['stopper', 'grumbler', 'wanderer'] as const),
];
const manners = ['sms', 'whatsapp', 'telegram'] as const;
/** Of each ten: three write Welsh and three are carers, one of them both. */
const welsh = new Set([0, 3, 7]);
const carers = new Set([1, 3, 6]);
/** A carer who writes English: whatever else is drawn, one person must be seen to be cared for. */
const TROUBLED = 1;

/** The question that people come back to, by flow. */
const afterthoughts: Record<string, string> = { 'high-street': 'change', carers: 'hard' };

/** The people of the demo: the same ones for the same seed. `first` is the flow of those who use no keyword. */
export function cast(seed: string, size: number, first: string): Person[] {
  const random = seeded(`${seed} people`);
  const write = writer(seeded(`${seed} words`));
  const blocks = Array.from({ length: Math.ceil(size / tempers.length) }, () => random.shuffled(tempers));
  const people = blocks.flat().slice(0, size);
  return people.map((temper, number) => {
    const flowId = carers.has(number % 10) ? 'carers' : 'high-street';
    const language: ConsoleLanguage = welsh.has(number % 10) ? 'cy' : 'en';
    const troubled = number === TROUBLED;
    const own = seeded(`${seed} ${number}`);
    const hand: Hand = { language, haste: own.pick<Haste>([0, 0, 1, 1, 2]), inPieces: temper === 'talker' };
    const quirk = troubled ? 'distress' : quirkOf(temper, flowId === first, own);
    const person = {
      ...hand,
      manner: manners[number % manners.length] ?? 'sms',
      flowId,
      temper,
      quirk,
      patience: troubled ? 99 : patienceOf(temper, own),
      agrees: { hearBack: own.chance(0.8), quote: own.chance(0.65) },
      reply: replyOf(number, own),
      startsAfter: startsAfter(own),
      random: own,
      number,
    };
    const afterthought = quirk === 'afterthought' ? write(flowId, afterthoughts[flowId] ?? '', hand) : [];
    return { ...person, afterthought, answers: answersOf(person, write) };
  });
}

function replyOf(number: number, random: Random): Person['reply'] {
  return number % 12 === 5 ? 'stops' : random.pick([null, null, 'answers', 'answers', 'thanks']);
}

function patienceOf(temper: Temper, random: Random): number {
  if (temper === 'leaver') return random.whole(5);
  return temper === 'stopper' ? 1 + random.whole(4) : 99;
}

function quirkOf(temper: Temper, isFirst: boolean, random: Random): Quirk | null {
  if (temper === 'stopper') return random.chance(0.3) ? 'returns' : null;
  if (temper === 'wanderer') return 'vague';
  if (!random.chance(0.3)) return null;
  const quirk = random.pick([
    ...(['twice', 'redelivered', 'help', 'privacy', 'person', 'afterthought', 'hello'] as const),
  ]);
  return quirk === 'hello' && !isFirst ? 'afterthought' : quirk;
}

function answersOf(person: Omit<Person, 'answers' | 'afterthought'>, write: Writer): Map<string, Answer> {
  const { flowId, language, temper, quirk, random } = person;
  const about = (text: string): Answer => [{ text: mess(text, person.haste, random), themes: [] }];
  const { oneWord, complaint, offTopic, question, thanks } = asides[language];
  return new Map(
    [...sayings(flowId, language).keys()].map((step, at): [string, Answer] => {
      if (quirk === 'distress' && step === 'hard') return [step, [{ text: distress, themes: [] }]];
      if (at > 0 && temper === 'brief' && random.chance(0.6)) return [step, about(random.pick(oneWord))];
      if (at === 1 && temper === 'grumbler') return [step, about(random.pick(complaint))];
      if (at === 2 && temper === 'wanderer') return [step, about(random.pick(question))];
      if (at === 1 && temper === 'wanderer') return [step, about(random.pick(offTopic))];
      if (at > 3 && random.chance(0.15)) return [step, about(random.pick(thanks))];
      return [step, write(flowId, step, person)];
    }),
  );
}
