import { occurrencesIn } from '#domain/occurrences.ts';
import type { Localised, Organisation } from '#domain/words.ts';
import type { Db } from '#store/db.ts';
import type { Span } from '#theming/evidence.ts';
import { capitalisedRowsIn } from '#theming/redact/fullNames.ts';
import { type HiddenWords, hiddenByOfficers } from '#theming/redact/hiddenIn.ts';
import { type HiddenKind, redact } from '#theming/redact/redact.ts';
import { wordsOf } from '#theming/words.ts';

/** Words that may say who somebody is. */
interface Personal {
  kind: HiddenKind;
  words: string;
  /** It may be a name and may be none. */
  possible: boolean;
}

/** Fewer letters are in too many texts to say anything. */
const SHORTEST = 4;

/** With what officers have hidden in the responses that the outcome is about. */
export async function personalInOutcome(
  db: Db,
  outcome: { consultationId: string; youSaid: Localised; weDid: Localised },
  organisation: Organisation,
): Promise<Personal[]> {
  return personalIn(outcome, organisation, await hiddenByOfficers(db, outcome.consultationId));
}

/**
 * What in an outcome may be somebody's personal data, in whatever language it is written: officers write what is
 * published themselves, so a person has to look at each. Our own name is nobody's.
 */
export function personalIn(
  { youSaid, weDid }: { youSaid: Localised; weDid: Localised },
  organisation: Organisation,
  hiddenElsewhere: readonly HiddenWords[] = [],
): Personal[] {
  const ours = new Set(Object.values(organisation).flatMap((name) => wordsOf(name).map(({ form }) => form)));
  const isOurs = (words: string) => wordsOf(words).every(({ form }) => ours.has(form));
  const texts = [youSaid, weDid].flatMap((said) => Object.values(said)).filter((text) => text !== undefined);
  const telling = hiddenElsewhere.filter(
    ({ words }) => (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= SHORTEST && !isOurs(words),
  );
  const found = texts.flatMap((text) => {
    const { hidden, possibleNames } = redact(text);
    const placesOf = occurrencesIn(text);
    // Officers write with capitals where they belong, so that here a row of them says enough to ask.
    const rows = capitalisedRowsIn(text).filter(
      (row) => ![...hidden, ...possibleNames].some((one) => one.start < row.end && row.start < one.end),
    );
    const wordsAt = ({ start, end }: Span) => text.slice(start, end);
    return [
      ...hidden.map((one) => ({ kind: one.kind, words: wordsAt(one), possible: false })),
      ...[...possibleNames, ...rows]
        .map((one) => ({ kind: 'name' as const, words: wordsAt(one), possible: true }))
        .filter(({ words }) => !isOurs(words)),
      ...telling.flatMap(({ words, kind }) =>
        placesOf(words).map((one) => ({ kind, words: wordsAt(one), possible: false })),
      ),
    ];
  });
  return [...new Map(found.map((one) => [`${one.kind} ${one.words}`, one])).values()];
}
