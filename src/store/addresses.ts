import { sql } from 'kysely';
import type { NewId } from '#domain/clock.ts';
import type { ChannelName, Language } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import { carryStop, isStopped } from './optOuts.ts';
import { prepare } from './prepared.ts';
import type { AddressRow, ConversationRow } from './schema.ts';

type Met = Pick<
  AddressRow,
  'id' | 'residentId' | 'hash' | 'sealed' | 'keyId' | 'followUpDeliveryId' | 'followUpAt' | 'doubt'
>;

interface Meeting {
  channel: ChannelName;
  account: string;
  hash: string;
  keyId: string;
  now: number;
  newId: NewId;
  /** Only someone new is sealed: nobody else's seal would be kept. */
  seal(): string;
}

const met = [
  'id',
  'residentId',
  'hash',
  'sealed',
  'keyId',
  'followUpDeliveryId',
  'followUpAt',
  'doubt',
] as const;

// Updating also locks the row, so one resident's messages are handled one at a time.
const meetAgain = prepare<{ hash: string; account: string; now: number }>()((db, p) =>
  db
    .updateTable('addresses')
    .set({ account: p('account'), lastInboundAt: p('now') })
    .where('hash', '=', p('hash'))
    .returning(met),
);

// Two first messages at once: whoever comes second waits, and updates what the first has made.
const meetFirst = prepare<
  Omit<Meeting, 'newId' | 'seal'> & { id: string; residentId: string; sealed: string }
>()((db, p) =>
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
    .returning(met),
);

const addResident = prepare<{ id: string; now: number }>()((db, p) =>
  db.insertInto('residents').values({ id: p('id'), language: null, createdAt: p('now') }),
);

/** The address with this hash, locked until the turn ends; new ones come with a new resident. */
export async function meetAddress(tx: Tx, meeting: Meeting): Promise<Met> {
  const [again] = await tx.run(meetAgain, meeting);
  if (again !== undefined) return again;
  const { newId, seal } = meeting;
  const residentId = newId();
  const [first] = await tx.run(meetFirst, { ...meeting, id: newId(), residentId, sealed: seal() });
  if (first === undefined) throw new Error('An upsert returned no row.');
  if (first.residentId === residentId) await tx.run(addResident, { id: residentId, now: meeting.now });
  return first;
}

const standing = prepare<{ addressId: string; hash: string }>()((db, p) =>
  db
    .selectFrom('conversations as c')
    .where('c.addressId', '=', p('addressId'))
    .select((from) =>
      from.selectFrom('optOuts').select('at').where('addressHash', '=', p('hash')).as('stoppedAt'),
    )
    .select([
      'c.id',
      'c.consultationId',
      'c.flowHash',
      'c.outcomeId',
      'c.status',
      'c.session',
      'c.askedAt',
      'c.inputs',
      'c.wakeAt',
    ])
    .orderBy(sql`case when c."status" = 'ended' then 1 else 0 end`)
    // All of them, though only the first is read: with a limit SQLite sorts in a temporary table, three times as slowly.
    .orderBy('c.askedAt', 'desc'),
);

export interface Standing {
  stopped: boolean;
  conversation: CurrentConversation | null;
}

export type CurrentConversation = Pick<
  ConversationRow,
  'id' | 'consultationId' | 'flowHash' | 'outcomeId' | 'status' | 'session' | 'askedAt' | 'inputs' | 'wakeAt'
>;

/** Whether this address had said STOP, and the conversation under way on it, else the one that ended last. */
export async function standingOf(tx: Tx, address: { id: string; hash: string }): Promise<Standing> {
  const [found] = await tx.run(standing, { addressId: address.id, hash: address.hash });
  if (found === undefined) return { stopped: await isStopped(tx, address.hash), conversation: null };
  const { stoppedAt, ...conversation } = found;
  return { stopped: stoppedAt !== null, conversation };
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

/** The same resident under a new address: a chat that moved, a number that changed. False where it is somebody's already. */
export async function changeAddress(
  tx: Tx,
  addressId: string,
  to: Pick<AddressRow, 'hash' | 'sealed' | 'keyId'>,
): Promise<boolean> {
  const taken = await tx.db
    .selectFrom('addresses')
    .select('id')
    .where('hash', '=', to.hash)
    .executeTakeFirst();
  if (taken !== undefined) return false;
  await carryStop(tx, addressId, to.hash);
  await tx.db.updateTable('addresses').set(to).where('id', '=', addressId).execute();
  return true;
}

/** In which words a resident is written to from now on; on every channel. */
export async function setLanguage(
  tx: Tx,
  residentId: string,
  { language, easy }: { language: Language | null; easy: boolean },
): Promise<void> {
  await tx.db
    .updateTable('residents')
    .set({ ...(language === null ? {} : { language }), easy: easy ? 1 : 0 })
    .where('id', '=', residentId)
    .execute();
}

const voice = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('residents').select(['language', 'easy']).where('id', '=', p('id')),
);

/** The language this resident chose, on whichever channel, null until they do; and whether they asked for easy read. */
export async function voiceOf(
  tx: Tx,
  residentId: string,
): Promise<{ language: Language | null; easy: boolean }> {
  const [found] = await tx.run(voice, { id: residentId });
  return { language: found?.language ?? null, easy: found?.easy === 1 };
}

/** The follow-up was answered: the next message is about something else. */
export async function followUpAnswered(tx: Tx, addressId: string): Promise<void> {
  await tx.db
    .updateTable('addresses')
    .set({ followUpDeliveryId: null, followUpAt: null })
    .where('id', '=', addressId)
    .execute();
}

/** Addresses whose words still wait, and that have sent nothing since `before`. */
export async function addressesInDoubt(db: Db, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('addresses')
    .select('id')
    .where('doubt', 'is not', null)
    .where('lastInboundAt', '<=', before)
    .orderBy('lastInboundAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keeps words of this address aside until it is known what they answer; null where nothing waits any more. */
export async function rememberDoubt(tx: Tx, addressId: string, doubt: string | null): Promise<void> {
  await tx.db.updateTable('addresses').set({ doubt }).where('id', '=', addressId).execute();
}
