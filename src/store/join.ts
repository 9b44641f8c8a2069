import type { NewId } from '#domain/clock.ts';
import type { DeliveryState, Language } from '#domain/words.ts';
import { writeAudit } from './audit.ts';
import type { Tx } from './db.ts';

/** How far a telling came: what may have arrived counts before what still waits, and that before what never went. */
const reached: readonly DeliveryState[] = [
  ...(['rejected', 'queued', 'attempting', 'unknown', 'accepted', 'sent', 'delivered', 'read'] as const),
];
const furthest = (state: DeliveryState) => reached.indexOf(state);

/** All of these are somebody's by residentId alone. What is not here has a reason: see tests/store/join.test.ts. */
export const theirs = [
  ...(['consents', 'conversations', 'messages', 'media', 'responses', 'deliveries'] as const),
  ...(['cases', 'notices', 'equalityAnswers', 'retiredAddresses', 'handEntries', 'addresses'] as const),
] as const;

export interface Joining {
  /** Of whoever got the code, and of whoever sent it. */
  given: string;
  sent: string;
  now: number;
  newId: NewId;
}

/**
 * Two residents become one, who was there first: all of both is theirs from now on. Lock the addresses of both before:
 * see joining.ts. What clashes: docs/decisions/0017-one-person-several-addresses.md. Returns the id that stays.
 */
export async function joinResidents(tx: Tx, { given, sent, now, newId }: Joining): Promise<string> {
  const both = await tx.db
    .selectFrom('residents')
    .selectAll()
    .where('id', 'in', [given, sent])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const [stays, goes] = both;
  if (stays === undefined || goes === undefined) throw new Error('Two residents are to be joined.');
  const pair = { stays: stays.id, goes: goes.id };
  await tellOnce(tx, pair, now);
  await keepNewestDescription(tx, pair);
  await tx.db
    .updateTable('addresses')
    .set({ joinedAt: now })
    .where('residentId', 'in', [given, sent])
    .execute();
  for (const table of theirs) {
    await tx.db.updateTable(table).set({ residentId: stays.id }).where('residentId', '=', goes.id).execute();
  }
  await joinVoices(tx, stays, goes, both.find(({ id }) => id === sent)?.language ?? null);
  await tx.db.deleteFrom('residents').where('id', '=', goes.id).execute();
  await tx.db
    .updateTable('joinedResidents')
    .set({ intoId: stays.id })
    .where('intoId', '=', goes.id)
    .execute();
  await tx.db.insertInto('joinedResidents').values({ id: goes.id, intoId: stays.id, at: now }).execute();
  const subject = `residents/${stays.id}`;
  await writeAudit(tx.db, {
    id: newId(),
    at: now,
    officerId: null,
    action: 'resident.joined',
    subject,
    detail: {},
  });
  return stays.id;
}

interface Voiced {
  id: string;
  language: Language | null;
  easy: 0 | 1;
}
type Pair = { stays: string; goes: string };

/**
 * Both may have been told of the same outcome: one telling counts, the one that came furthest. The other goes on as a
 * message like any other, and is called off where it still waits.
 */
async function tellOnce(tx: Tx, { stays, goes }: Pair, now: number): Promise<void> {
  const told = await tx.db
    .selectFrom('deliveries')
    .select(['id', 'followUpId', 'residentId', 'state'])
    .where('residentId', 'in', [stays, goes])
    .where('followUpId', 'is not', null)
    .execute();
  for (const one of told.filter(({ residentId }) => residentId === goes)) {
    const other = told.find(
      ({ residentId, followUpId }) => residentId === stays && followUpId === one.followUpId,
    );
    if (other === undefined) continue;
    const [kept, dropped] = furthest(one.state) > furthest(other.state) ? [one, other] : [other, one];
    // Called off where it waits or nobody knows; a receipt still finds it. On its way, it is not tried again.
    const isOpen = dropped.state === 'queued' || dropped.state === 'unknown';
    const waits = isOpen ? { state: 'cancelled' as const, settledAt: now } : { expiresAt: now };
    await tx.db
      .updateTable('deliveries')
      .set({ followUpId: null, ...waits })
      .where('id', '=', dropped.id)
      .execute();
    // An answer to either is one to the outcome.
    await tx.db
      .updateTable('addresses')
      .set({ followUpDeliveryId: kept.id })
      .where('followUpDeliveryId', '=', dropped.id)
      .execute();
  }
}

/** Of what they said about themselves the newer answer counts, as everywhere. */
async function keepNewestDescription(tx: Tx, { stays, goes }: Pair): Promise<void> {
  const said = await tx.db
    .selectFrom('equalityAnswers')
    .select(['residentId', 'consultationId', 'question', 'at'])
    .where('residentId', 'in', [stays, goes])
    .execute();
  for (const one of said.filter(({ residentId }) => residentId === goes)) {
    const { consultationId, question } = one;
    const other = said.find(
      (another) =>
        another.residentId === stays &&
        another.consultationId === consultationId &&
        another.question === question,
    );
    if (other === undefined) continue;
    await tx.db
      .deleteFrom('equalityAnswers')
      .where('residentId', '=', one.at > other.at ? stays : goes)
      .where('consultationId', '=', consultationId)
      .where('question', '=', question)
      .execute();
  }
}

/** They are written to in the language of the address that they hold in their hand, where they chose one there. */
async function joinVoices(tx: Tx, stays: Voiced, goes: Voiced, chosen: Language | null): Promise<void> {
  await tx.db
    .updateTable('residents')
    .set({
      language: chosen ?? stays.language ?? goes.language,
      easy: stays.easy === 1 || goes.easy === 1 ? 1 : 0,
    })
    .where('id', '=', stays.id)
    .execute();
}
