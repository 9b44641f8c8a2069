import { sql } from 'kysely';
import type { ChannelName } from '#domain/words.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { SenderRow } from './schema.ts';

const all = prepare<object>()((db) => db.selectFrom('senders').selectAll());

/** Every sender that has sent something limited or was asked to go slower. */
export function sendersKnown(tx: Tx): Promise<SenderRow[]> {
  return tx.run(all, {});
}

/** Until the turn ends nobody else takes tokens, so that two processes share one bucket. */
export async function lockSenders(tx: Tx): Promise<void> {
  // A lock of rows would leave out the sender that has none yet.
  if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('senders'))`.execute(tx.db);
}

const save = prepare<Pick<SenderRow, 'channel' | 'account' | 'millitokens' | 'at'>>()((db, p) =>
  db
    .insertInto('senders')
    .values({
      channel: p('channel'),
      account: p('account'),
      millitokens: p('millitokens'),
      at: p('at'),
      slowUntil: 0,
    })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'account']).doUpdateSet((eb) => ({
        millitokens: eb.ref('excluded.millitokens'),
        at: eb.ref('excluded.at'),
      })),
    ),
);

/** Keeps how many tokens a sender has left. */
export async function saveTokens(
  tx: Tx,
  sender: Pick<SenderRow, 'channel' | 'account' | 'millitokens' | 'at'>,
): Promise<void> {
  await tx.run(save, sender);
}

/** The provider wants this sender to go slower until then; what an earlier answer said holds where it is later. */
export async function slowDown(
  tx: Tx,
  sender: { channel: ChannelName; account: string; until: number; now: number },
): Promise<void> {
  const { channel, account, until, now } = sender;
  await tx.db
    .insertInto('senders')
    .values({ channel, account, millitokens: 0, at: now, slowUntil: until })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'account']).doUpdateSet((eb) => ({
        slowUntil: eb
          .case()
          .when('senders.slowUntil', '>', eb.ref('excluded.slowUntil'))
          .then(eb.ref('senders.slowUntil'))
          .else(eb.ref('excluded.slowUntil'))
          .end(),
      })),
    )
    .execute();
}
