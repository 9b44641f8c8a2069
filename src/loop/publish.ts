import { type Days, londonDay } from '#domain/day.ts';
import type { Localised } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import type { Store, Tx } from '#store/db.ts';
import { followUpOf, unfinishedFollowUps } from '#store/followUps.ts';
import { holdsOn } from '#store/holds.ts';
import { lockOutcome, markPublished } from '#store/outcomes.ts';
import type { By } from './draft.ts';
import { personalInOutcome } from './personal.ts';
import { type Planning, planDeliveries } from './plan.ts';

export type Publishing = By &
  Planning & {
    outcomeId: string;
    /** The draft's `updatedAt` as the officer saw it: what a colleague has changed since is not published. */
    seen?: number;
    /** Somebody has looked at what in it may be personal data. */
    checked?: boolean;
  };

export type Published =
  /** How many people will be told. */
  | { published: true; followUpId: string; planned: number }
  | { published: false; why: 'missing' | 'changed' }
  /** It has what may be personal data in it, and nobody has said that they looked. */
  | { published: false; why: 'unchecked' }
  /** A pre-election period: nothing is published from the first of these days to the last. */
  | { published: false; why: 'held'; hold: Days };

/**
 * Makes an outcome public and plans its one follow-up: one delivery for everyone who is to hear, which the outbox
 * then sends. Publishing again plans nobody twice, and finishes what was cut short.
 */
export async function publishOutcome(store: Store, publishing: Publishing): Promise<Published> {
  const followUp = await store.turn((tx) => makePublic(tx, publishing));
  if (typeof followUp === 'string') return { published: false, why: followUp };
  if ('firstDay' in followUp) return { published: false, why: 'held', hold: followUp };
  const { id: followUpId, finished } = followUp;
  const planned = finished ? followUp.planned : await planDeliveries(store, publishing, followUp);
  return { published: true, followUpId, planned };
}

/** Finishes follow-ups whose planning a crash cut short. Run it at the start. Returns how many there were. */
export async function planFollowUps(store: Store, planning: Planning): Promise<number> {
  const unfinished = await unfinishedFollowUps(store.read);
  for (const followUp of unfinished) await planDeliveries(store, planning, followUp);
  return unfinished.length;
}

async function makePublic(tx: Tx, publishing: Publishing) {
  const { outcomeId, seen, checked, organisation, officerId, now, newId } = publishing;
  const outcome = await lockOutcome(tx, outcomeId);
  if (outcome === undefined) return 'missing';
  if (outcome.state === 'draft') {
    if (seen !== undefined && seen !== outcome.updatedAt) return 'changed';
    const hold = (await holdsOn(tx.db, londonDay(now))).get(outcome.consultationId);
    if (hold !== undefined) return hold;
    const words = {
      consultationId: outcome.consultationId,
      youSaid: JSON.parse(outcome.youSaid) as Localised,
      weDid: JSON.parse(outcome.weDid) as Localised,
    };
    if (checked !== true && (await personalInOutcome(tx.db, words, organisation)).length > 0)
      return 'unchecked';
    await markPublished(tx, outcomeId, { publishedAt: now, publishedBy: officerId });
    const subject = `outcomes/${outcomeId}`;
    await writeAudit(tx.db, {
      id: newId(),
      at: now,
      officerId,
      action: 'outcome.publish',
      subject,
      detail: {},
    });
  }
  return followUpOf(tx, { id: newId(), outcomeId, plannedAt: now, plannedBy: officerId });
}
