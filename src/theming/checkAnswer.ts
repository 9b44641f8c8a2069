import { z } from 'zod';
import type { Span } from './evidence.ts';
import { type Question, unescaped } from './prompt.ts';
import type { Masked } from './redact/mask.ts';

/** A theme that the model found in a response, with the resident's own words: `text.slice(start, end)` of the original. */
interface Found extends Span {
  themeId: string;
  confidence: number;
}

/** Why what came back about a response is not taken. */
type Refusal = 'missing' | 'twice' | 'shape' | 'unknownTheme' | 'sameTheme' | 'confidence' | 'quote';

export interface Checked {
  /** By our ids: what may be shown. An empty list is an answer too: no theme fits. */
  taken: Map<string, Found[]>;
  refused: Map<string, Refusal>;
  /** Answers about responses that were never asked about. */
  unknown: number;
}

/** As the classifier's own: below it, officers would be shown a guess. */
const leastConfidence = 0.5;

const answers = z.object({ answers: z.array(z.unknown()) });
const named = z.object({ response: z.string() });
const answer = z.object({
  response: z.string(),
  themes: z.array(z.object({ theme: z.string(), quote: z.string(), confidence: z.number() })),
});

/**
 * Reads what a model said, trusting nothing of it. Every response that was asked about is in `taken` or in `refused`,
 * never in both, and nobody else's is in either. What is wrong in one answer refuses that answer whole: a model that
 * invents one quote is not believed about the next.
 */
export function checkAnswer(raw: unknown, question: Question, texts: ReadonlyMap<string, Masked>): Checked {
  const checked: Checked = { taken: new Map(), refused: new Map(), unknown: 0 };
  for (const one of answers.safeParse(raw).data?.answers ?? []) {
    const responseId = question.responses.get(named.safeParse(one).data?.response ?? '');
    if (responseId === undefined) {
      checked.unknown += 1;
      continue;
    }
    const masked = texts.get(responseId);
    const seen = checked.taken.delete(responseId) || checked.refused.has(responseId);
    const found = seen || masked === undefined ? 'twice' : themesIn(one, question, masked);
    if (typeof found === 'string') checked.refused.set(responseId, found);
    else checked.taken.set(responseId, found);
  }
  for (const responseId of question.responses.values())
    if (!checked.taken.has(responseId) && !checked.refused.has(responseId))
      checked.refused.set(responseId, 'missing');
  return checked;
}

function themesIn(one: unknown, question: Question, masked: Masked): Found[] | Refusal {
  const parsed = answer.safeParse(one);
  if (!parsed.success) return 'shape';
  const found = new Map<string, Found>();
  for (const { theme, quote, confidence } of parsed.data.themes) {
    const themeId = question.themes.get(theme);
    if (themeId === undefined) return 'unknownTheme';
    if (found.has(themeId)) return 'sameTheme';
    // Not a number at all is turned away here too.
    if (!(confidence >= 0 && confidence <= 1)) return 'confidence';
    const span = placeOf(quote, masked);
    if (span === null) return 'quote';
    found.set(themeId, { themeId, confidence, ...span });
  }
  return [...found.values()].filter(({ confidence }) => confidence >= leastConfidence);
}

const word = /[\p{L}\p{N}\p{M}]/u;

/**
 * Where the quote stands in the original, as whole words; null where it does not, or touches what is hidden. It must be
 * there to the letter: what is shown as somebody's words is cut from what they wrote.
 */
function placeOf(given: string, masked: Masked): Span | null {
  for (const quote of new Set([given.trim(), unescaped(given.trim())])) {
    if (!word.test(quote)) continue;
    for (let at = masked.text.indexOf(quote); at !== -1; at = masked.text.indexOf(quote, at + 1)) {
      const span = { start: at, end: at + quote.length };
      const place = isWhole(masked.text, span) ? masked.back(span) : null;
      if (place !== null) return place;
    }
  }
  return null;
}

/** It begins and ends where a word does: "us" is in "bus", and nobody said it. */
function isWhole(text: string, { start, end }: Span): boolean {
  return !(joins(text, start) || joins(text, end));
}

function joins(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
  const after = Array.from(text.slice(at, at + 2))[0] ?? '';
  const cutsCharacter = /[\ud800-\udbff]$/.test(before) || /^[\udc00-\udfff]/.test(after);
  return cutsCharacter || (word.test(before) && word.test(after));
}
