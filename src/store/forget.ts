import type { NewId } from '#domain/clock.ts';
import type { Db, Tx } from './db.ts';
import { endLinkCodes } from './linkCodes.ts';

/** Nothing is left of what was said to somebody. */
const NO_WORDS = JSON.stringify({ text: '', choices: [] });

/** Until the turn ends, a message of theirs that comes in waits; where they are gone then, it finds nobody. */
export async function holdResident(tx: Tx, residentId: string): Promise<void> {
  if (tx.dialect !== 'postgres') return;
  await tx.db
    .selectFrom('addresses')
    .select('id')
    .where('residentId', '=', residentId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Deletes all that is kept of a resident. What stays: that they said STOP, by address hash; that a case was there, with
 * its kind and dates; and that a follow-up went to somebody, so that its counts stay true. None of these leads to them.
 */
export async function forgetResident(
  tx: Tx,
  { residentId, now, newId }: { residentId: string; now: number; newId: NewId },
): Promise<void> {
  const { db } = tx;
  await holdResident(tx, residentId);
  await forgetAnswers(tx, residentId);
  await forgetConversations(tx, residentId);
  await forgetDeliveries(tx, residentId, newId);
  await db
    .updateTable('cases')
    .set({ state: 'closed', closedAt: now })
    .where('residentId', '=', residentId)
    .where('state', '=', 'open')
    .execute();
  await db
    .updateTable('cases')
    .set({ residentId: null, conversationId: null, messageId: null })
    .where('residentId', '=', residentId)
    .execute();
  for (const table of ['consents', 'notices', 'equalityAnswers', 'media', 'messages'] as const) {
    await db.deleteFrom(table).where('residentId', '=', residentId).execute();
  }
  await db
    .deleteFrom('retiredAddresses')
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('residentId', '=', residentId),
        eb('addressId', 'in', selectFrom('addresses').select('id').where('residentId', '=', residentId)),
      ]),
    )
    .execute();
  await db
    .deleteFrom('addressKeys')
    .where('addressId', 'in', (from) =>
      from.selectFrom('addresses').select('id').where('residentId', '=', residentId),
    )
    .execute();
  await endLinkCodes(tx, residentId);
  // The id of what was typed in stays, which leads to nobody: the same file read again must not bring them back.
  await db
    .updateTable('handEntries')
    .set({ residentId: newId(), conversationId: newId(), people: null, officerId: null })
    .where('residentId', '=', residentId)
    .execute();
  await db.deleteFrom('addresses').where('residentId', '=', residentId).execute();
  await db.deleteFrom('residents').where('id', '=', residentId).execute();
}

/** What hangs on somebody's answers, and goes with them. */
const aboutAnswers = [
  'codings',
  'responseParts',
  'reachedOut',
  'residentCodings',
  'residentReadings',
  'looks',
  'redactions',
  'modelRunItems',
  'controls',
  'complaintAbout',
] as const;

async function forgetAnswers({ db }: Tx, residentId: string): Promise<void> {
  const theirs = db.selectFrom('responses').select('id').where('residentId', '=', residentId);
  await forgetInGroups(db, residentId);
  for (const table of aboutAnswers) await db.deleteFrom(table).where('responseId', 'in', theirs).execute();
  await db.deleteFrom('responses').where('residentId', '=', residentId).execute();
}

/** What was read out of their words goes with them; a group with nobody left goes whole. */
async function forgetInGroups(db: Db, residentId: string): Promise<void> {
  const theirs = db.selectFrom('responses').select('id').where('residentId', '=', residentId);
  await db
    .updateTable('themeGroups')
    .set({ telling: '[]', draftedName: null, draftedDefinition: null })
    .where('run', 'is not', null)
    .where('id', 'in', (from) =>
      from.selectFrom('themeGroupMembers').select('groupId').where('responseId', 'in', theirs),
    )
    .execute();
  await db.deleteFrom('themeGroupMembers').where('responseId', 'in', theirs).execute();
  await db
    .deleteFrom('themeGroups')
    .where('id', 'not in', (from) => from.selectFrom('themeGroupMembers').select('groupId'))
    .execute();
}

async function forgetConversations({ db }: Tx, residentId: string): Promise<void> {
  const theirs = db.selectFrom('conversations').select('id').where('residentId', '=', residentId);
  await db.deleteFrom('conversationInputs').where('conversationId', 'in', theirs).execute();
  await db.deleteFrom('conversations').where('residentId', '=', residentId).execute();
}

async function forgetDeliveries({ db }: Tx, residentId: string, newId: NewId): Promise<void> {
  const theirs = await db
    .selectFrom('deliveries')
    .select(['id', 'channel', 'providerId', 'followUpId', 'state', 'createdAt'])
    .where('residentId', '=', residentId)
    .execute();
  for (const { id, channel, providerId, followUpId, state, createdAt } of theirs) {
    await db
      .deleteFrom('receipts')
      .where(({ or, and, eb }) =>
        or([
          eb('deliveryId', '=', id),
          and([eb('channel', '=', channel), eb('providerId', '=', providerId ?? '')]),
        ]),
      )
      .execute();
    if (followUpId === null) continue;
    await db
      .updateTable('deliveries')
      .set({
        residentId: newId(),
        addressId: newId(),
        conversationId: null,
        account: '',
        state: state === 'queued' || state === 'attempting' ? 'cancelled' : state,
        body: NO_WORDS,
        code: null,
        attemptId: null,
        providerId: null,
        // The moment to the millisecond is also in the provider's records.
        attemptedAt: null,
        settledAt: createdAt,
        leaseUntil: null,
      })
      .where('id', '=', id)
      .execute();
  }
  await db.deleteFrom('deliveries').where('residentId', '=', residentId).execute();
}
