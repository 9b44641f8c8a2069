import { sql } from 'kysely';
import type { ChannelName } from '#domain/words.ts';
import type { Db, Tx } from './db.ts';
import { prepare } from './prepared.ts';

const since = prepare<{ since: number }>()((db, p) =>
  db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.sum<number | string | null>('millipence').as('spent'))
    .where('attemptedAt', '>=', p('since'))
    .where('millipence', '>', sql.lit(0)),
);

/** What has been sent since then costs, in thousandths of a penny. */
export async function spentSince(tx: Tx, moment: number): Promise<number> {
  const [found] = await tx.run(since, { since: moment });
  return Number(found?.spent ?? 0);
}

/** The same by channel, for showing it. */
export async function spendingByChannel(
  db: Db,
  moment: number,
): Promise<{ channel: ChannelName; messages: number; segments: number; millipence: number }[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => [
      'channel',
      fn.countAll<number>().as('messages'),
      fn.sum<number>('segments').as('segments'),
      fn.sum<number>('millipence').as('millipence'),
    ])
    .where('attemptedAt', '>=', moment)
    .where('millipence', '>', sql.lit(0))
    .groupBy('channel')
    .orderBy('channel')
    .execute();
  return rows.map(({ channel, messages, segments, millipence }) => ({
    channel,
    messages: Number(messages),
    segments: Number(segments ?? 0),
    millipence: Number(millipence ?? 0),
  }));
}

interface Replies {
  addressId: string;
  since: number;
  limit: number;
}

const replies = prepare<Replies>()((db, p) =>
  db
    .selectFrom('deliveries')
    .select('attemptedAt')
    .where('addressId', '=', p('addressId'))
    .where('purpose', '=', sql.lit('reply'))
    .where('asks', '=', sql.lit(0))
    .where('attemptedAt', '>', p('since'))
    .orderBy('attemptedAt', 'desc')
    .limit(p('limit')),
);
const repliesAndQuestions = prepare<Replies>()((db, p) =>
  db
    .selectFrom('deliveries')
    .select('attemptedAt')
    .where('addressId', '=', p('addressId'))
    .where('purpose', '=', sql.lit('reply'))
    .where('attemptedAt', '>', p('since'))
    .orderBy('attemptedAt', 'desc')
    .limit(p('limit')),
);

/**
 * When the latest replies to an address went out, at most `limit` of them and none before `since`, the newest first; with
 * the questions that had not been asked before, or without.
 */
export async function repliesTo(tx: Tx, which: Replies, questions: 'with' | 'without'): Promise<number[]> {
  const rows = await tx.run(questions === 'with' ? repliesAndQuestions : replies, which);
  return rows.map(({ attemptedAt }) => Number(attemptedAt));
}

/** What waits because the month's money is spent does not grow too old meanwhile. Returns for how many that is. */
export async function keepUntil(
  tx: Tx,
  which: { channels: readonly ChannelName[]; until: number },
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('deliveries')
    .set({ expiresAt: which.until })
    .where('state', '=', sql.lit('queued'))
    .where('purpose', '=', 'followUp')
    .where('channel', 'in', which.channels)
    .where('expiresAt', '<', which.until)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
