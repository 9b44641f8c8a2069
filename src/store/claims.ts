import { sql } from 'kysely';
import { type Day, londonDay } from '#domain/day.ts';
import type { ChannelName, Purpose, Reason } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import { isAnyHeld } from './holds.ts';
import { type Prepared, prepare } from './prepared.ts';
import type { DeliveryRow } from './schema.ts';

/** A delivery that could go out now, with what its address needs. */
export interface Due {
  id: string;
  addressId: string;
  channel: ChannelName;
  account: string;
  purpose: Purpose;
  /** {text, choices} as JSON. */
  body: string;
  attempts: number;
  /** 0 or 1: whether it asks what was not asked before. */
  asks: number;
  expiresAt: number | null;
  sealed: string;
  keyId: string;
  blockedAt: number | null;
  lastInboundAt: number | null;
  /** 0 or 1: whether STOP holds for the address. */
  stopped: number;
}

interface Asked {
  now: number;
  purpose: Purpose;
  limit: number;
  day: Day;
}

type DueQuery = Prepared<Asked, { id: string; addressId: string }>;

/** One query a set of channels and of senders that rest, compiled once: there are few of either. */
const dueQueries = new Map<string, DueQuery>();

type Sender = { channel: ChannelName; account: string };

function dueQuery(
  dialect: Tx['dialect'],
  channels: readonly ChannelName[],
  without: readonly Sender[],
  { isHeld, isHelp }: { isHeld: boolean; isHelp: boolean },
): DueQuery {
  const key = JSON.stringify([dialect, isHeld, isHelp, channels, without]);
  let query = dueQueries.get(key);
  if (query === undefined) {
    query = prepare<Asked>()((db, p) => {
      const due = db
        .selectFrom('deliveries as due')
        .innerJoin('addresses as address', 'address.id', 'due.addressId')
        .select(['due.id', 'due.addressId'])
        // Written out, because SQLite uses a partial index only where it can read the state in the query.
        .where('due.state', '=', sql.lit('queued'))
        .where('due.purpose', '=', p('purpose'))
        .where('due.notBefore', '<=', p('now'))
        .where('due.channel', 'in', channels)
        .where(({ and, not, eb }) =>
          and(
            without.map(({ channel, account }) =>
              not(and([eb('due.channel', '=', channel), eb('due.account', '=', account)])),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('deliveries as other')
                .select('other.id')
                .whereRef('other.addressId', '=', 'due.addressId')
                .where('other.state', '=', 'attempting'),
            ),
          ),
        )
        // Conversations and follow-ups queue apart, so that a follow-up which waits for the morning holds up no reply.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('deliveries as earlier')
                .select('earlier.id')
                .whereRef('earlier.addressId', '=', 'due.addressId')
                .where('earlier.state', '=', 'queued')
                .where(inQueueOf('earlier'), '=', inQueueOf('due'))
                .whereRef('earlier.id', '<', 'due.id')
                // Where to get help does not wait for a reply that itself has to wait.
                .$if(isHelp, (help) =>
                  help.where(({ or, eb }) =>
                    or([
                      eb('earlier.purpose', '=', sql.lit('service')),
                      eb('earlier.notBefore', '<=', p('now')),
                    ]),
                  ),
                )
                .$if(isHeld, (held) => held.where('earlier.id', 'not in', heldOn(db, p('day')))),
            ),
          ),
        )
        .$if(isHeld, (held) => held.where('due.id', 'not in', heldOn(db, p('day'))))
        .orderBy('due.notBefore')
        .orderBy('due.id')
        .limit(p('limit'));
      return dialect === 'postgres' ? due.forUpdate().skipLocked() : due;
    });
    dueQueries.set(key, query);
  }
  return query;
}

/**
 * Follow-ups that wait for the end of a pre-election period. They keep nothing else waiting: neither another
 * consultation's follow-up to the same address nor a reminder.
 */
function heldOn(db: Db, day: Day) {
  return db
    .selectFrom('deliveries as held')
    .innerJoin('followUps as followUp', 'followUp.id', 'held.followUpId')
    .innerJoin('outcomes as outcome', 'outcome.id', 'followUp.outcomeId')
    .innerJoin('holds as hold', 'hold.consultationId', 'outcome.consultationId')
    .select('held.id')
    .where('held.state', '=', sql.lit('queued'))
    .where('hold.firstDay', '<=', day)
    .where('hold.lastDay', '>=', day);
}

function inQueueOf(table: 'earlier' | 'due') {
  return sql<number>`case when ${sql.ref(`${table}.purpose`)} in ('reply', 'service') then 0 else 1 end`;
}

/**
 * Deliveries of one purpose that may go now, at most one an address and each address's oldest first; no follow-up
 * that a pre-election period holds, and nothing from a sender in `without`. On PostgreSQL they and their addresses stay locked until the turn ends, and those that another process has locked are left out.
 */
export async function dueDeliveries(
  tx: Tx,
  what: {
    now: number;
    purpose: Purpose;
    limit: number;
    channels: readonly ChannelName[];
    without: readonly Sender[];
  },
): Promise<Due[]> {
  if (what.channels.length === 0 || what.limit <= 0) return [];
  const { now, purpose, limit } = what;
  const day = londonDay(now);
  const isHeld = (purpose === 'followUp' || purpose === 'reminder') && (await isAnyHeld(tx, day));
  const query = dueQuery(tx.dialect, what.channels, what.without, { isHeld, isHelp: purpose === 'service' });
  const candidates = await tx.run(query, { now, purpose, limit, day });
  const due: Due[] = [];
  for (const { id } of candidates) {
    // Asked again now that the address is ours: on PostgreSQL the first answer may be older than the lock.
    const [found] = await tx.run(dueNow, { id });
    if (found !== undefined) due.push(found);
  }
  return due;
}

const dueNow = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('deliveries as due')
    .innerJoin('addresses as address', 'address.id', 'due.addressId')
    .leftJoin('optOuts as optOut', 'optOut.addressHash', 'address.hash')
    .select([
      'due.id',
      'due.addressId',
      'due.channel',
      'due.account',
      'due.purpose',
      'due.body',
      'due.attempts',
      'due.asks',
      'due.expiresAt',
      'address.sealed',
      'address.keyId',
      'address.blockedAt',
      'address.lastInboundAt',
    ])
    .select(({ case: when }) =>
      when().when('optOut.addressHash', 'is not', null).then(1).else(0).end().as('stopped'),
    )
    .where('due.id', '=', p('id'))
    .where('due.state', '=', 'queued')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as other')
            .select('other.id')
            .whereRef('other.addressId', '=', 'due.addressId')
            .where('other.state', '=', 'attempting'),
        ),
      ),
    ),
);

interface Attempting extends Pick<DeliveryRow, 'id' | 'segments' | 'millipence' | 'templateRef'> {
  attemptId: string;
  leaseUntil: number;
  now: number;
}

const attempting = prepare<Attempting>()((db, p) =>
  db
    .updateTable('deliveries')
    .set((of) => ({
      state: 'attempting',
      attemptId: p('attemptId'),
      attempts: of('attempts', '+', 1),
      leaseUntil: p('leaseUntil'),
      attemptedAt: p('now'),
      segments: p('segments'),
      // An earlier attempt may have been charged for as well.
      millipence: of('millipence', '+', p('millipence')),
      templateRef: p('templateRef'),
      reason: null,
      code: null,
    }))
    .where('id', '=', p('id')),
);

/** Writes the intent. Only after this has been committed may the message be handed to the provider. */
export async function markAttempting(tx: Tx, attempt: Attempting): Promise<void> {
  await tx.run(attempting, attempt);
}

const notSent = prepare<{
  id: string;
  state: 'suppressed' | 'expired' | 'rejected';
  reason: Reason | null;
  now: number;
}>()((db, p) =>
  db
    .updateTable('deliveries')
    .set({ state: p('state'), reason: p('reason'), settledAt: p('now') })
    .where('id', '=', p('id')),
);

/** Why a due delivery is never sent. */
export async function setAside(
  tx: Tx,
  delivery: { id: string; state: 'suppressed' | 'expired' | 'rejected'; reason: Reason | null; now: number },
): Promise<void> {
  await tx.run(notSent, delivery);
}

const later = prepare<{ id: string; until: number }>()((db, p) =>
  db
    .updateTable('deliveries')
    .set({ notBefore: p('until'), reason: 'rate' })
    .where('id', '=', p('id')),
);

/** It goes, but not before then. */
export async function postpone(tx: Tx, delivery: { id: string; until: number }): Promise<void> {
  await tx.run(later, delivery);
}

const cost = prepare<Pick<DeliveryRow, 'id' | 'segments' | 'millipence'>>()((db, p) =>
  db
    .updateTable('deliveries')
    .set((of) => ({ segments: p('segments'), millipence: of('millipence', '+', p('millipence')) }))
    .where('id', '=', p('id')),
);

/** What it came to, where that is so much more or less than was thought. */
export async function correctCost(
  tx: Tx,
  delivery: Pick<DeliveryRow, 'id' | 'segments' | 'millipence'>,
): Promise<void> {
  await tx.run(cost, delivery);
}

const followedUp = prepare<{ addressId: string; deliveryId: string; now: number }>()((db, p) =>
  db
    .updateTable('addresses')
    .set({ followUpDeliveryId: p('deliveryId'), followUpAt: p('now') })
    .where('id', '=', p('addressId')),
);

/** From now on what they write here may be their reply to this follow-up. */
export async function noteFollowUp(
  tx: Tx,
  followUp: { addressId: string; deliveryId: string; now: number },
): Promise<void> {
  await tx.run(followedUp, followUp);
}

const blocked = prepare<{ addressId: string; now: number }>()((db, p) =>
  db
    .updateTable('addresses')
    .set({ blockedAt: p('now') })
    .where('id', '=', p('addressId')),
);

/** The provider says that nothing gets through to this address any more. */
export async function blockAddress(tx: Tx, addressId: string, now: number): Promise<void> {
  await tx.run(blocked, { addressId, now });
}

/** Blocked, and nothing has come from there since: whoever writes to us can also be written to. */
export function isBlocked(address: { blockedAt: number | null; lastInboundAt: number | null }): boolean {
  return address.blockedAt !== null && address.blockedAt >= (address.lastInboundAt ?? 0);
}
