import { distance } from 'fastest-levenshtein';
import { dueAt } from '#cases/due.ts';
import type { NewId } from '#domain/clock.ts';
import { namesOf, officersNamed } from '#domain/named.ts';
import { normalise } from '#domain/normalise.ts';
import type { ControlCode, ControlDetail } from '#domain/words.ts';
import { plain } from '#safeguarding/spelling.ts';
import { complaintSince, openComplaintOnce } from '#store/cases.ts';
import { reopenControl } from '#store/controls.ts';
import type { Tx } from '#store/db.ts';
import type { Edit } from '#store/edits.ts';
import type { ControlRow } from '#store/schema.ts';
import { bare } from '#texts/as-compared.ts';
import { type Control, controlCodesIn } from './detect.ts';
import { spell } from './lists.ts';
import { sentences } from './sentences.ts';

/** A code that was read in what a message was changed to once its answer was whole: no place in the answer's own words. */
export interface Edited {
  code: ControlCode;
  detail: ControlDetail | null;
  messageId: string;
  /** When it was changed. */
  at: number;
}

export type NamedLater = { officerId: string; at: number }[];

interface Officer {
  id: string;
  name: string;
}

/**
 * What was said in edits, and whom they name. An edit has the whole message in it: only what it did not say before is
 * said once more. Whoever complains and names an officer complains about them; where somebody has said that it is no
 * complaint, unless they thank them.
 */
export function readEdits(
  edits: readonly Edit[],
  of: { officers: readonly Officer[]; complains: boolean; rejected: boolean },
): { codes: Edited[]; named: string[]; namedAgain: NamedLater } {
  const names = namesOf(of.officers);
  const codes: Edited[] = [];
  const named: string[] = [];
  const namedAgain: NamedLater = [];
  let { complains } = of;
  for (const { text, before, messageId, at } of edits) {
    const fresh = freshIn(text, before);
    const said = newCodesIn(text, before, fresh);
    const known = officersNamed(before, names, complains ? 'complaint' : 'remark');
    const isComplaint = said.some(({ code }) => code === 'complaint');
    complains ||= isComplaint;
    const namedBy = (words: string) => officersNamed(words, names, complains ? 'complaint' : 'remark');
    const officers = namedBy(text);
    const inFresh = namedBy(asText(fresh));
    const again = officers.filter((id) => !known.includes(id) || inFresh.includes(id));
    named.push(...officers);
    namedAgain.push(...again.map((officerId) => ({ officerId, at })));
    codes.push(...said.map(({ code, detail }) => ({ code, detail, messageId, at })));
    const blames = of.rejected ? namedBy(asText(fresh.filter(isNoThanks(said)))).length > 0 : complains;
    if (again.length > 0 && (isComplaint || blames))
      codes.push({ code: 'complaint', detail: 'person', messageId, at });
  }
  return { codes, named, namedAgain };
}

interface Fresh {
  start: number;
  words: string;
}

function asText(fresh: readonly Fresh[]): string {
  return fresh.map(({ words }) => words).join('\n');
}

/** Whether a sentence says no thanks. */
export function isNoThanks(said: readonly Control[]): (sentence: { start: number }) => boolean {
  return ({ start }) => !said.some((one) => one.code === 'gratitude' && one.start === start);
}

/** The sentences of a text that it did not have before, however they were spelled. */
function freshIn(text: string, before: string): Fresh[] {
  const known = sentences(before).map(({ start, end }) => wordsOf(before.slice(start, end)));
  return sentences(text)
    .map(({ start, end }) => ({ start, words: text.slice(start, end) }))
    .filter(({ words }) => !known.some((one) => isPutRight(one, wordsOf(words))));
}

/** That an edit answers nothing says nothing about the answer. */
function newCodesIn(text: string, before: string, fresh: readonly Fresh[]): Control[] {
  const known = controlCodesIn(before);
  return controlCodesIn(text).filter(
    ({ code, detail, start }) =>
      code !== 'notAnAnswer' &&
      (fresh.some((one) => one.start === start) ||
        !known.some((one) => one.code === code && one.detail === detail)),
  );
}

function wordsOf(sentence: string): string[] {
  return spell(plain(bare(normalise(sentence))))
    .split(' ')
    .filter((word) => word !== '');
}

/** A shorter word is too easily another one, and no number is put right. */
const SHORTEST = 4;

/** Whether each word is the same, but for a slip or two. */
function isPutRight(before: readonly string[], after: readonly string[]): boolean {
  return (
    before.length === after.length &&
    before.every((word, at) => {
      const now = after[at] ?? '';
      if (word === now) return true;
      const letters = Math.min(word.length, now.length);
      if (letters < SHORTEST || /\d/u.test(word + now)) return false;
      return distance(word, now) <= (letters > SHORTEST ? 2 : 1);
    })
  );
}

/** What somebody had dealt with or turned down before it was said once more, in an edit. */
export async function reopenForEdits(
  tx: Tx,
  earlier: readonly ControlRow[],
  edited: readonly Edited[],
  readTo: number,
): Promise<void> {
  for (const row of earlier) {
    // It waits already.
    if (row.decision !== 'rejected' && row.handledAt === null) continue;
    const since = Math.max(row.decidedAt ?? 0, row.handledAt ?? 0);
    const again = edited.findLast(({ code, at }) => code === row.code && at > since);
    if (again === undefined) continue;
    const detail = again.detail ?? row.detail;
    await reopenControl(tx, row, { detail, startAt: null, endAt: null, readTo });
  }
}

/** An edit that complains about somebody or about data has a case, once. */
export async function openCasesForEdits(
  tx: Tx,
  response: { residentId: string; conversationId: string | null },
  of: { edited: readonly Edited[]; earlier: readonly ControlRow[]; now: number; newId: NewId },
): Promise<void> {
  const { residentId, conversationId } = response;
  const { now, newId } = of;
  const rejected = of.earlier.find(({ code, decision }) => code === 'complaint' && decision === 'rejected');
  for (const { detail: category, messageId, at } of of.edited) {
    if (at <= (rejected?.decidedAt ?? 0)) continue;
    // Whoever dealt with one that was open then, or later, had this before them.
    if (category === null || (await complaintSince(tx.db, { conversationId, category, at }))) continue;
    await openComplaintOnce(tx, {
      ...{ id: newId(), category, residentId, conversationId, messageId },
      ...{ createdAt: now, dueAt: dueAt('complaint', now) },
    });
  }
}
