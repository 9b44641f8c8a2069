import type { Localised, Organisation } from '#domain/words.ts';
import type { Span } from '#theming/evidence.ts';
import { type HiddenKind, redact } from '#theming/redact/redact.ts';
import { wordsOf } from '#theming/words.ts';

/** Words that may say who somebody is. */
interface Personal {
  kind: HiddenKind;
  words: string;
  /** It may be a name and may be none. */
  possible: boolean;
}

/**
 * What in an outcome may be somebody's personal data, in whatever language it is written: officers write what is
 * published themselves, so a person has to look at each. Our own name is nobody's.
 */
export function personalIn(
  { youSaid, weDid }: { youSaid: Localised; weDid: Localised },
  organisation: Organisation,
): Personal[] {
  const ours = new Set(Object.values(organisation).flatMap((name) => wordsOf(name).map(({ form }) => form)));
  const isOurs = (words: string) => wordsOf(words).every(({ form }) => ours.has(form));
  const texts = [youSaid, weDid].flatMap((said) => Object.values(said)).filter((text) => text !== undefined);
  const found = texts.flatMap((text) => {
    const { hidden, possibleNames } = redact(text);
    const wordsAt = ({ start, end }: Span) => text.slice(start, end);
    return [
      ...hidden.map((one) => ({ kind: one.kind, words: wordsAt(one), possible: false })),
      ...possibleNames
        .map((one) => ({ kind: 'name' as const, words: wordsAt(one), possible: true }))
        .filter(({ words }) => !isOurs(words)),
    ];
  });
  return [...new Map(found.map((one) => [`${one.kind} ${one.words}`, one])).values()];
}
