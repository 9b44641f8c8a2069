import { isOrdinaryWord, nameOccurrences } from '#domain/nameOccurrences.ts';
import { folded, occurrences } from '#domain/occurrences.ts';
import type { Db } from '#store/db.ts';
import { decidedIn, redactionsOf, wordsOf } from '#store/redactions.ts';
import type { RedactionRow } from '#store/schema.ts';
import type { Span } from '#theming/evidence.ts';
import { type Hidden, hiddenKinds, type Redaction, redact } from './redact.ts';
import { joined, without } from './spans.ts';

interface Said {
  id: string;
  text: string;
}

/** What is hidden in a response: what the rules find, and what officers decided. */
export async function hiddenIn(db: Db, response: Said): Promise<Redaction> {
  return decided(response.text, await redactionsOf(db, [response.id]));
}

/** What is hidden by whom in one text. */
export interface Decided extends Redaction {
  /** What `hidden` was joined from, in order: each is shown again by itself. */
  pieces: (Hidden & { by: 'rule' | 'officer' })[];
  /** What a rule hides and an officer shows, but where all of it is hidden as a part of something else. */
  shown: Hidden[];
}

/**
 * @param decisions of one response, the oldest first: of two about the same words the later counts. One is about its
 * words wherever they stand, also where they come again in what is said later.
 */
export function decided(text: string, decisions: readonly RedactionRow[]): Decided {
  const latest = latestOf(text, decisions);
  const isShown = ({ start, end }: Span) => latest.get(folded(text.slice(start, end)))?.decision === 'shown';
  const found = redact(text);
  const pieces = [
    ...found.hidden.filter((one) => !isShown(one)).map((one) => ({ ...one, by: 'rule' as const })),
    ...[...latest].flatMap(([words, row]) =>
      row.decision === 'hidden'
        ? placesOf(text, words, row).map((span) => ({
            ...{ ...span, kind: kindOf(row.kind), by: 'officer' as const },
          }))
        : [],
    ),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
  const hidden = joined(pieces).map(({ start, end, kind }) => ({ start, end, kind }));
  return {
    hidden,
    possibleNames: joined([...found.possibleNames.filter((name) => !isShown(name)), ...askedIn(text, latest)])
      .flatMap((name) => namesLeft(text, name, hidden))
      .filter((name) => !isShown(name)),
    pieces,
    shown: found.hidden.filter((one) => isShown(one) && without(one, hidden).length > 0),
  };
}

/** By the words as they are compared. */
function latestOf(text: string, decisions: readonly RedactionRow[]): Map<string, RedactionRow> {
  const latest = new Map<string, RedactionRow>();
  for (const row of decisions) {
    const words = wordsOf(text, row);
    if (words !== null) latest.set(folded(words), row);
  }
  return latest;
}

/** What may be somebody else's name where it does not stand in the name that is shown. */
function askedIn(text: string, latest: ReadonlyMap<string, RedactionRow>): Span[] {
  const asked = [...latest].filter(([, { decision }]) => decision === 'asked');
  if (asked.length === 0) return [];
  const shown = [...latest]
    .filter(([, { decision }]) => decision === 'shown')
    .flatMap(([words]) => occurrences(text, words));
  return asked
    .flatMap(([words, row]) => placesOf(text, words, row))
    .filter(({ start, end }) => !shown.some((one) => one.start <= start && end <= one.end));
}

/** Where this hides its words: in any case where they stood when somebody decided. */
function placesOf(text: string, words: string, { confirmed, startAt, endAt }: RedactionRow): Span[] {
  const where = occurrences(text, words);
  if (confirmed === 0) return where;
  const names = nameOccurrences(text, where);
  return where.filter((one) => names.includes(one) || (one.start === startAt && one.end === endAt));
}

/** What an officer hides, as the words are compared. */
export interface HiddenWords {
  words: string;
  kind: Hidden['kind'];
}

/** What officers hide in the responses to a consultation, but for names that are ordinary words: those are in any text. */
export async function hiddenByOfficers(db: Db, consultationId: string): Promise<HiddenWords[]> {
  const texts = await decidedIn(db, consultationId);
  const found = texts
    .flatMap(({ text, decisions }) => [...latestOf(text, decisions)])
    .filter(([, { decision }]) => decision === 'hidden')
    .filter(([words, { confirmed }]) => confirmed === 0 || !isOrdinaryWord(words))
    .map(([words, { kind }]) => [words, { words, kind: kindOf(kind) }] as const);
  return [...new Map(found).values()];
}

/** Where a part of a name is hidden, the rest of it may still say who that is: it is asked about by itself. */
function namesLeft(text: string, name: Span, hidden: readonly Span[]): Span[] {
  return without(name, hidden).flatMap(({ start, end }) => {
    const words = /[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su.exec(text.slice(start, end));
    if (words === null) return [];
    const from = start + words.index;
    return [{ start: from, end: from + words[0].length }];
  });
}

/**
 * What must not be quoted: what is hidden, and what may be a name until somebody has said whether it is.
 * @param decisions may be about other responses too.
 */
export function unquotable({ id, text }: Said, decisions: readonly RedactionRow[]): Span[] {
  const about = decisions.filter(({ responseId }) => responseId === id);
  const { hidden, possibleNames } = decided(text, about);
  return [...hidden, ...possibleNames];
}

function kindOf(stored: string): Hidden['kind'] {
  return hiddenKinds.find((kind) => kind === stored) ?? 'other';
}
