import type { ChannelName } from '#domain/words.ts';
import type { Tx } from './db.ts';

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
