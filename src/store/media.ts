import type { MediaRef } from '#channels/channel.ts';
import { storable } from '#domain/storable.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import type { MediaRow } from './schema.ts';

/** Notes the files of a message that was just kept, to be fetched after the turn. */
export async function keepMedia(
  tx: Tx,
  came: {
    messageId: string;
    residentId: string;
    channel: ChannelName;
    media: readonly MediaRef[];
    now: number;
    newId: () => string;
  },
): Promise<void> {
  for (const { ref, contentType } of came.media) {
    await tx.db
      .insertInto('media')
      .values({
        id: came.newId(),
        messageId: came.messageId,
        residentId: came.residentId,
        channel: came.channel,
        ref: storable(ref),
        contentType: contentType === null ? null : storable(contentType),
        state: 'waiting',
        speech: 'none',
        attempts: 0,
        notBefore: came.now,
        createdAt: came.now,
      })
      .execute();
  }
}

/** A file that is now ours to work on, until the lease ends. */
export type Claimed = MediaRow & { claim: string; account: string };

/** What is due to be fetched, or to be written down. Two processes never claim the same; what a dead one claimed comes back. */
export async function claimMedia(
  tx: Tx,
  what: { work: 'fetch' | 'hear'; now: number; leaseUntil: number; limit: number; newId: () => string },
): Promise<Claimed[]> {
  const { work, now, leaseUntil } = what;
  const due = tx.db
    .selectFrom('media')
    .selectAll()
    .where('notBefore', '<=', now)
    .where(({ or, eb }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .where(({ eb, and }) =>
      work === 'fetch'
        ? eb('state', '=', 'waiting')
        : and([eb('state', '=', 'stored'), eb('speech', '=', 'waiting')]),
    )
    .orderBy('notBefore')
    .orderBy('id')
    .limit(what.limit);
  const rows = await (tx.dialect === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
  const claimed: Claimed[] = [];
  for (const row of rows) {
    const claim = what.newId();
    // Counted before it is tried: a file that brings the process down must not do so for ever.
    const attempts = row.attempts + 1;
    await tx.db.updateTable('media').set({ claim, leaseUntil, attempts }).where('id', '=', row.id).execute();
    claimed.push({ ...row, claim, attempts, account: await accountOf(tx.db, row.messageId) });
  }
  return claimed;
}

async function accountOf(db: Db, messageId: string): Promise<string> {
  const row = await db
    .selectFrom('messages')
    .innerJoin('addresses', 'addresses.id', 'messages.addressId')
    .select('addresses.account')
    .where('messages.id', '=', messageId)
    .executeTakeFirst();
  return row?.account ?? '';
}

/**
 * Writes what became of a claim and gives it up. False where it is ours no more, because another process took it
 * over or the resident was forgotten meanwhile: nothing is written then.
 */
export async function settleMedia(
  tx: Tx,
  { id, claim }: Pick<Claimed, 'id' | 'claim'>,
  became: Partial<MediaRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('media')
    .set({ ...became, claim: null, leaseUntil: null })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes down what is said in it, once: false where somebody has done so already, or it is gone. */
export async function writeTranscript(
  tx: Tx,
  id: string,
  written: Pick<MediaRow, 'transcript' | 'transcriptBy' | 'seenAt' | 'seenBy'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('media')
    .set({ ...written, speech: 'done' })
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .where('transcript', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A person has dealt with it. True for the first one who says so. */
export async function markSeen(tx: Tx, id: string, by: { officerId: string; at: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('media')
    .set({ seenAt: by.at, seenBy: by.officerId })
    .where('id', '=', id)
    .where('state', '<>', 'waiting')
    .where('seenAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a resident's files from whoever works on them; what is fetched after this is thrown away again. Gives their rows. */
export async function forbidMedia(tx: Tx, residentId: string): Promise<MediaRow[]> {
  await tx.db
    .updateTable('media')
    .set({
      state: 'refused',
      reason: 'gone',
      speech: 'none',
      transcript: null,
      claim: null,
      leaseUntil: null,
    })
    .where('residentId', '=', residentId)
    .execute();
  return tx.db.selectFrom('media').selectAll().where('residentId', '=', residentId).execute();
}

export async function deleteMediaRows(tx: Tx, residentId: string): Promise<void> {
  await tx.db.deleteFrom('media').where('residentId', '=', residentId).execute();
}

/** Its file is missing: the provider may still have it. */
export async function fetchAgain(tx: Tx, id: string, now: number): Promise<void> {
  await tx.db
    .updateTable('media')
    .set({ state: 'waiting', attempts: 0, notBefore: now })
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .execute();
}
