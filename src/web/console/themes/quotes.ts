import { quoteFrom } from '#loop/quote.ts';
import type { redactionsOf } from '#store/redactions.ts';
import type { themeEvidence } from '#store/themes-read.ts';
import { unquotable } from '#theming/redact/hiddenIn.ts';

const LONGEST_QUOTE = 240;

/** A few of a theme's quotes, word for word and without personal data; what many people say in the same words is shown once. */
export function different(
  evidence: Awaited<ReturnType<typeof themeEvidence>>,
  decisions: Awaited<ReturnType<typeof redactionsOf>>,
  most: number,
) {
  const seen = new Set<string>();
  // Whoever writes up what was said looks here for words to use.
  return evidence
    .toSorted((one, other) => (other.agreed ?? 0) - (one.agreed ?? 0))
    .flatMap(({ text, startAt, endAt, responseId, language, agreed }) => {
      const quote = quoteFrom(
        text,
        { startAt, endAt },
        LONGEST_QUOTE,
        unquotable({ id: responseId, text }, decisions),
      );
      if (quote === null || seen.has(quote.words.toLowerCase())) return [];
      seen.add(quote.words.toLowerCase());
      return [{ ...quote, responseId, language, mayBeQuoted: agreed === 1 }];
    })
    .slice(0, most);
}
