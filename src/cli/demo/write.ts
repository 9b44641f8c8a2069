import type { ConsoleLanguage } from '#domain/words.ts';
import { asides } from './asides.ts';
import { demoFlows, type Saying, sayings } from './bank.ts';
import { type Haste, mess } from './mess.ts';
import type { Random } from './random.ts';

/** One message of an answer, with what it is truly about: keys of themes. */
interface Piece {
  text: string;
  themes: readonly string[];
}

/** One answer, message by message. */
export type Answer = Piece[];

/** How one person writes. */
export interface Hand {
  language: ConsoleLanguage;
  haste: Haste;
  /** Whether thoughts come as messages of their own. */
  inPieces: boolean;
}

export type Writer = (flowId: string, step: string, hand: Hand) => Answer;

/** Writes answers of which no two are the same: everything is said about equally often, and never twice alike. */
export function writer(random: Random): Writer {
  const decks = new Map<string, Saying[]>();
  const said = new Set<string>();
  const all = new Map(
    demoFlows.flatMap((flow) =>
      (['en', 'cy'] as const).map((language) => [`${flow} ${language}`, sayings(flow, language)] as const),
    ),
  );
  const draw = (flowId: string, step: string, language: ConsoleLanguage): Saying => {
    const name = `${flowId} ${language} ${step}`;
    let deck = decks.get(name) ?? [];
    if (deck.length === 0) deck = random.shuffled(all.get(`${flowId} ${language}`)?.get(step) ?? []);
    const [drawn, ...rest] = deck;
    if (drawn === undefined) throw new Error(`Nobody has words for ${name}.`);
    decks.set(name, rest);
    return drawn;
  };

  return (flowId, step, hand) => {
    const { language } = hand;
    const first = draw(flowId, step, language);
    for (let tries = 0; ; tries += 1) {
      const second = random.chance(0.25 + tries / 10) ? draw(flowId, step, language) : null;
      const more = second !== null && second !== first && second.words.length > 20 ? second : null;
      const pieces = compose(first, more, { language, random, frills: 0.15 + tries / 10 });
      const answer = (hand.inPieces ? pieces : [together(pieces)]).map(({ text, themes }) => ({
        text: mess(text, hand.haste, random),
        themes,
      }));
      const whole = answer.map(({ text }) => text).join('\n');
      if (said.has(whole)) continue;
      said.add(whole);
      return answer;
    }
  };
}

function compose(
  first: Saying,
  second: Saying | null,
  { language, random, frills }: { language: ConsoleLanguage; random: Random; frills: number },
): Answer {
  const { leads, tails, also, thanks } = asides[language];
  const opening = random.chance(frills) ? after(random.pick(leads), first.words) : first.words;
  const pieces: Answer = [{ text: opening, themes: first.themes }];
  if (second !== null) pieces.push({ text: after(random.pick(also), second.words), themes: second.themes });
  if (random.chance(frills))
    pieces.push({ text: random.pick(random.chance(0.3) ? thanks : tails), themes: [] });
  return pieces;
}

function together(pieces: Answer): Piece {
  const sentences = pieces.map(({ text }, at) =>
    at < pieces.length - 1 && /\p{L}$/u.test(text) ? `${text}.` : text,
  );
  return { text: sentences.join(' '), themes: pieces.flatMap(({ themes }) => themes) };
}

/** A sentence after a lead: in the same sentence where the lead leaves it open. */
function after(lead: string, words: string): string {
  const open = !lead.endsWith('.') && !/^I\b/.test(words);
  return `${lead} ${open ? words.charAt(0).toLowerCase() + words.slice(1) : words}`;
}
