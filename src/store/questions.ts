import type { ChannelName } from '#domain/words.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';

/** The outcome that a follow-up told of, and its consultation; null where the delivery is no follow-up. */
export async function questionUnder(
  tx: Tx,
  deliveryId: string,
): Promise<{ outcomeId: string; consultationId: string } | null> {
  const row = await tx.db
    .selectFrom('deliveries')
    .innerJoin('followUps', 'followUps.id', 'deliveries.followUpId')
    .innerJoin('outcomes', 'outcomes.id', 'followUps.outcomeId')
    .where('deliveries.id', '=', deliveryId)
    .select(['outcomes.id as outcomeId', 'outcomes.consultationId'])
    .executeTakeFirst();
  return row ?? null;
}

/**
 * What a message that a resident quotes belonged to: a conversation, or the follow-up to an outcome. Only their own:
 * whoever has an address now may still see what was sent there to somebody else.
 */
export async function questionQuoted(
  tx: Tx,
  channel: ChannelName,
  providerId: string,
  residentId: string,
): Promise<{ conversationId: string | null; outcomeId: string | null; consultationId: string } | null> {
  const row = await tx.db
    .selectFrom('deliveries')
    .leftJoin('conversations', 'conversations.id', 'deliveries.conversationId')
    .leftJoin('followUps', 'followUps.id', 'deliveries.followUpId')
    .leftJoin('outcomes', 'outcomes.id', 'followUps.outcomeId')
    .where('deliveries.providerId', '=', providerId)
    .where('deliveries.channel', '=', channel)
    .where('deliveries.residentId', '=', residentId)
    .where(({ or, eb }) =>
      or([eb('conversations.id', 'is', null), eb('conversations.residentId', '=', residentId)]),
    )
    .select([
      'deliveries.conversationId',
      'outcomes.id as outcomeId',
      'outcomes.consultationId as ofOutcome',
      'conversations.consultationId as ofConversation',
    ])
    .executeTakeFirst();
  const consultationId = row?.ofOutcome ?? row?.ofConversation ?? null;
  if (row === undefined || consultationId === null) return null;
  return { conversationId: row.conversationId, outcomeId: row.outcomeId, consultationId };
}

/**
 * A question is on its way within milliseconds, and a provider that takes nothing holds it back for minutes. What comes
 * before this is over, ms, is judged by its own words and time: a start anew takes seconds, and is no reason to doubt.
 */
const SENT_WITHIN = 60_000;

const unsent = prepare<{ addressId: string; conversationId: string; before: number }>()((db, p) =>
  db
    .selectFrom('deliveries')
    .select('id')
    .where('addressId', '=', p('addressId'))
    .where('conversationId', '=', p('conversationId'))
    .where('state', '=', 'queued')
    .where('asks', '=', 1)
    .where('createdAt', '<', p('before'))
    .limit(1),
);

/** Whether a question of this conversation cannot be sent, so that nobody has seen it. Times in ms. */
export async function isQuestionUnsent(
  tx: Tx,
  { id, addressId, askedAt }: { id: string; addressId: string; askedAt: number },
  now: number,
): Promise<boolean> {
  const before = now - SENT_WITHIN;
  // Mostly they answer what was asked just now, and then there is nothing to look for.
  if (askedAt >= before) return false;
  return (await tx.run(unsent, { addressId, conversationId: id, before })).length > 0;
}
