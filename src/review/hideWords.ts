import { occurrences } from '#domain/occurrences.ts';
import { writeAudit } from '#store/audit.ts';
import type { Db } from '#store/db.ts';
import { keepRedactions, redactionsOf, wordsHash } from '#store/redactions.ts';
import { isLeftOut, settleLeftOut } from '#store/residentReadings.ts';
import { responseById } from '#store/responses-read.ts';
import type { RedactionRow, ResponseRow } from '#store/schema.ts';
import type { Span } from '#theming/evidence.ts';
import { type Decided as Decisions, decided } from '#theming/redact/hiddenIn.ts';
import type { HiddenKind } from '#theming/redact/redact.ts';
import type { Decided, Desk } from './desk.ts';
import { isHiddenForItself, partsOnlyOf, withParts } from './nameParts.ts';
import { sameAsSeen } from './seen.ts';

/** Which words are meant without saying them: `wordsHash` of them, as the page has it. */
interface Named extends Decided {
  of: string;
}

/**
 * The officer hides words wherever they stand in a response. Gives in how many places that is: 0 where they do not
 * stand there; undefined where there is no such response.
 */
export function hideWords(
  desk: Desk,
  given: Decided & { words: string; kind: HiddenKind },
): Promise<number | undefined> {
  return atDesk(desk, given, async (db, response, { pieces, rows }) => {
    const places = occurrences(response.text, given.words);
    const [first] = places;
    if (first === undefined) return 0;
    // Pressed twice, or by two officers: the first one hid it. What only something longer, a name that it is a part of
    // or a rule hides is hidden all the same: that may be shown again.
    const isDone =
      isHiddenForItself(response.text, rows, given.words) &&
      places.every(({ start, end }) =>
        pieces.some((one) => one.by === 'officer' && one.start === start && one.end === end),
      );
    if (!isDone)
      await keep(desk, db, response, {
        ...given,
        spans: [first],
        confirmed: 0,
        decision: 'hidden',
        action: 'redaction.hidden',
      });
    return places.length;
  });
}

/**
 * The officer shows again what is hidden, by a rule or by an officer; of a name also within it the parts that were
 * hidden only with it. Standing alone they may be somebody else's, so there it is asked whether they are a name. What else
 * lies across it or within it was hidden for itself, and stays so. False where no such words are hidden.
 */
export function showAgain(desk: Desk, given: Named): Promise<boolean | undefined> {
  return atDesk(desk, given, async (db, response, { pieces, rows }) => {
    const meant = pieces.find((one) => isMeant(response, one, given.of));
    if (meant === undefined) return false;
    const { kind } = meant;
    const asked = partsOnlyOf({ text: response.text, rows, pieces }, meant);
    await keep(desk, db, response, {
      ...{ ...given, kind, spans: [meant], confirmed: 0 },
      ...{ decision: 'shown', action: 'redaction.shown', asked },
    });
    return true;
  });
}

/** The officer hides again what a rule had hidden and somebody had shown. */
export function hideAgain(desk: Desk, given: Named): Promise<boolean | undefined> {
  return atDesk(desk, given, async (db, response, { shown }) => {
    const meant = shown.find((one) => isMeant(response, one, given.of));
    if (meant === undefined) return false;
    const { kind } = meant;
    await keep(desk, db, response, {
      ...{ ...given, kind, spans: [meant], confirmed: 0 },
      ...{ decision: 'hidden', action: 'redaction.hidden' },
    });
    return true;
  });
}

/** The officer says whether what may be a name is one, and so is hidden. */
export function settleName(desk: Desk, given: Named & { isName: boolean }): Promise<boolean | undefined> {
  return atDesk(desk, given, async (db, response, { possibleNames }) => {
    const meant = possibleNames.find((one) => isMeant(response, one, given.of));
    if (meant === undefined) return false;
    await keep(desk, db, response, {
      ...{ ...given, kind: 'name', spans: given.isName ? withParts(response.text, meant) : [meant] },
      confirmed: given.isName ? 1 : 0,
      decision: given.isName ? 'hidden' : 'shown',
      action: given.isName ? 'redaction.hidden' : 'redaction.notAName',
    });
    return true;
  });
}

/**
 * The officer has looked at what a resident reviewer left out, and nothing more in it shows who somebody is. False
 * where nobody waits for that; undefined where there is no such response.
 */
export function seenLeftOut(
  desk: Desk,
  { responseId, officerId, seen }: Decided,
): Promise<boolean | undefined> {
  return desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response === undefined) return undefined;
    // Pressed twice, or somebody else was first.
    if (!(await isLeftOut(db, responseId))) return false;
    await sameAsSeen(db, response, seen);
    const at = desk.clock.now();
    await settleLeftOut(db, responseId, { settledAt: at, settledBy: officerId });
    const subject = `responses/${responseId}`;
    const action = 'redaction.leftOutSeen';
    await writeAudit(db, { id: desk.newId(), at, officerId, action, subject, detail: {} });
    return true;
  });
}

function atDesk<Result>(
  desk: Desk,
  { responseId }: Decided,
  decide: (
    db: Db,
    response: ResponseRow,
    decisions: Decisions & { rows: readonly RedactionRow[] },
  ) => Promise<Result>,
): Promise<Result | undefined> {
  return desk.store.turn(async ({ db }) => {
    const response = await responseById(db, responseId);
    if (response === undefined) return undefined;
    const rows = await redactionsOf(db, [responseId]);
    return decide(db, response, { ...decided(response.text, rows), rows });
  });
}

function isMeant({ id, text }: ResponseRow, { start, end }: Span, of: string): boolean {
  return wordsHash(id, text.slice(start, end)) === of;
}

/** The audit never holds the words. */
async function keep(
  desk: Desk,
  db: Db,
  { id: responseId, text }: ResponseRow,
  kept: Decided & {
    kind: HiddenKind;
    spans: readonly Span[];
    decision: RedactionRow['decision'];
    confirmed: number;
    action: string;
    asked?: readonly Span[];
  },
): Promise<void> {
  const { kind, decision, confirmed, officerId, action } = kept;
  const at = desk.clock.now();
  const rowOf = ({ start, end }: Span) => ({
    ...{ id: desk.newId(), responseId, startAt: start, endAt: end },
    wordsHash: wordsHash(responseId, text.slice(start, end)),
    ...{ kind, decision, confirmed, officerId, createdAt: at },
  });
  // Each of them was confirmed as a part of a name.
  const asked = (kept.asked ?? []).map((span) => ({
    ...rowOf(span),
    ...{ decision: 'asked' as const, confirmed: 1 },
  }));
  await keepRedactions(db, [...kept.spans.map(rowOf), ...asked]);
  // Whoever decides has looked: resident reviewers may read it again.
  await settleLeftOut(db, responseId, { settledAt: at, settledBy: officerId });
  const subject = `responses/${responseId}`;
  await writeAudit(db, { id: desk.newId(), at, officerId, action, subject, detail: { kind } });
}
