import { sql } from 'kysely';
import type { ChannelName, Language } from '#domain/words.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { AddressRow, ConversationRow } from './schema.ts';

type Met = Pick<AddressRow, 'id' | 'residentId' | 'followUpDeliveryId' | 'followUpAt'>;

interface Meeting {
  id: string;
  residentId: string;
  channel: ChannelName;
  account: string;
  hash: string;
  sealed: string;
  keyId: string;
  now: number;
}

// Updating on conflict also locks the row, so one resident's messages are handled one at a time.
const meet = prepare<Meeting>()((db, p) =>
  db
    .insertInto('addresses')
    .values({
      id: p('id'),
      residentId: p('residentId'),
      channel: p('channel'),
      account: p('account'),
      hash: p('hash'),
      sealed: p('sealed'),
      keyId: p('keyId'),
      createdAt: p('now'),
      lastInboundAt: p('now'),
    })
    .onConflict((conflict) =>
      conflict.column('hash').doUpdateSet((eb) => ({
        account: eb.ref('excluded.account'),
        lastInboundAt: eb.ref('excluded.lastInboundAt'),
      })),
    )
    .returning(['id', 'residentId', 'followUpDeliveryId', 'followUpAt']),
);

const addResident = prepare<{ id: string; now: number }>()((db, p) =>
  db.insertInto('residents').values({ id: p('id'), language: null, createdAt: p('now') }),
);

/** The address with this hash, locked until the turn ends; new ones come with a new resident. */
export async function meetAddress(tx: Tx, meeting: Meeting): Promise<Met> {
  const [met] = await tx.run(meet, { ...meeting });
  if (met === undefined) throw new Error('An upsert returned no row.');
  if (met.residentId === meeting.residentId)
    await tx.run(addResident, { id: meeting.residentId, now: meeting.now });
  return met;
}

const standing = prepare<{ addressId: string }>()((db, p) =>
  db
    .selectFrom('addresses as a')
    .leftJoin('optOuts as o', 'o.addressHash', 'a.hash')
    .leftJoin('conversations as c', 'c.addressId', 'a.id')
    .where('a.id', '=', p('addressId'))
    .select([
      'o.at as stoppedAt',
      'c.id',
      'c.consultationId',
      'c.flowHash',
      'c.outcomeId',
      'c.status',
      'c.session',
      'c.askedAt',
      'c.inputs',
      'c.wakeAt',
      'c.wakeNumber',
    ])
    .orderBy(sql`case when c."status" = 'ended' then 1 else 0 end`)
    .orderBy('c.askedAt', 'desc')
    .limit(1),
);

export interface Standing {
  stopped: boolean;
  conversation: CurrentConversation | null;
}

export type CurrentConversation = Pick<
  ConversationRow,
  'id' | 'consultationId' | 'flowHash' | 'outcomeId' | 'status' | 'session' | 'askedAt' | 'inputs'
>;

/** Whether this address had said STOP, and the conversation under way on it, else the one that ended last. */
export async function standingOf(tx: Tx, addressId: string): Promise<Standing> {
  const [row] = await tx.run(standing, { addressId });
  if (row === undefined) throw new Error('A turn looked for an address that is not there.');
  const { stoppedAt, id, consultationId, flowHash, status, session, askedAt, inputs } = row;
  const found =
    id !== null && consultationId !== null && flowHash !== null && status !== null && session !== null;
  return {
    stopped: stoppedAt !== null,
    conversation: found
      ? {
          id,
          consultationId,
          flowHash,
          outcomeId: row.outcomeId,
          status,
          session,
          askedAt: askedAt ?? 0,
          inputs: inputs ?? 0,
        }
      : null,
  };
}

/** Locks an address for a turn that no message begins: a timer, a person's decision. Null where it is gone. */
export async function lockAddress(tx: Tx, addressId: string): Promise<AddressRow | null> {
  const query = tx.db.selectFrom('addresses').selectAll().where('id', '=', addressId);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ?? null;
}

export async function setBlocked(tx: Tx, addressId: string, at: number | null): Promise<void> {
  await tx.db.updateTable('addresses').set({ blockedAt: at }).where('id', '=', addressId).execute();
}

/** The same resident under a new address: a group that became a supergroup, a number that moved. */
export async function changeAddress(
  tx: Tx,
  addressId: string,
  to: Pick<AddressRow, 'hash' | 'sealed' | 'keyId'>,
): Promise<void> {
  const taken = await tx.db
    .selectFrom('addresses')
    .select('id')
    .where('hash', '=', to.hash)
    .executeTakeFirst();
  if (taken === undefined) await tx.db.updateTable('addresses').set(to).where('id', '=', addressId).execute();
}

export async function setLanguage(tx: Tx, residentId: string, language: Language): Promise<void> {
  await tx.db.updateTable('residents').set({ language }).where('id', '=', residentId).execute();
}

const language = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('residents').select('language').where('id', '=', p('id')),
);

/** The language this resident chose, on whichever channel; null until they do. */
export async function languageOf(tx: Tx, residentId: string): Promise<Language | null> {
  return (await tx.run(language, { id: residentId }))[0]?.language ?? null;
}

/** The follow-up was answered: the next message is about something else. */
export async function followUpAnswered(tx: Tx, addressId: string): Promise<void> {
  await tx.db
    .updateTable('addresses')
    .set({ followUpDeliveryId: null, followUpAt: null })
    .where('id', '=', addressId)
    .execute();
}
