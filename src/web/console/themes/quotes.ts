import { wordsOf } from '#domain/wordsOf.ts';
import { quoteFrom } from '#loop/quote.ts';
import type { redactionsOf } from '#store/redactions.ts';
import { unquotable } from '#theming/redact/hiddenIn.ts';

const LONGEST_QUOTE = 240;

interface Evidence {
  text: string;
  startAt: number | null;
  endAt: number | null;
  responseId: string;
  language: string | null;
  /** 1 where its writer may be quoted. */
  agreed: number | null;
}

/** Residents' own words, without personal data, in the order given; what many people say in the same words is shown once. */
export function quotesFrom(
  evidence: readonly Evidence[],
  decisions: Awaited<ReturnType<typeof redactionsOf>>,
) {
  const seen = new Set<string>();
  return evidence.flatMap(({ text, startAt, endAt, responseId, language, agreed }) => {
    const hidden = unquotable({ id: responseId, text }, decisions);
    const quote = quoteFrom(text, { startAt, endAt }, LONGEST_QUOTE, hidden);
    if (quote === null) return [];
    // Capitals, accents and marks aside: emoji have no words to compare by.
    const words = wordsOf(quote.words).map(({ form }) => form);
    const same = words.length === 0 ? quote.words : words.join(' ');
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ ...quote, responseId, language, mayBeQuoted: agreed === 1 }];
  });
}

/** A few of a theme's quotes. Whoever writes up what was said looks here for words to use: those come first. */
export function different(
  evidence: readonly Evidence[],
  decisions: Awaited<ReturnType<typeof redactionsOf>>,
  most: number,
) {
  const ordered = evidence.toSorted((one, other) => (other.agreed ?? 0) - (one.agreed ?? 0));
  return quotesFrom(ordered, decisions).slice(0, most);
}
