import type { NewId } from '#domain/clock.ts';
import type { Tx } from './db.ts';
import { prepare } from './prepared.ts';
import type { Schema } from './schema.ts';

/**
 * Records an answer to a consent question, yes or no; the latest one counts. Where they no longer want to hear back, what
 * waits to be sent to them about this consultation is called off. What is planned afterwards asks for the latest consent
 * itself, and so does the claim of each follow-up.
 */
export async function recordConsent(tx: Tx, consent: Schema['consents']): Promise<void> {
  await tx.db.insertInto('consents').values(consent).execute();
  if (consent.kind === 'hearBack' && consent.granted === 0) await cancelFollowUps(tx, consent);
}

/** A child agrees to nothing, whatever they agreed to before. */
export async function agreeToNothing(
  tx: Tx,
  consent: Omit<Schema['consents'], 'id' | 'kind' | 'granted'> & { newId: NewId },
): Promise<void> {
  const { newId, ...of } = consent;
  for (const kind of ['hearBack', 'quote'] as const)
    await recordConsent(tx, { ...of, id: newId(), kind, granted: 0 });
}

async function cancelFollowUps(
  tx: Tx,
  { residentId, consultationId, at }: Pick<Schema['consents'], 'residentId' | 'consultationId' | 'at'>,
): Promise<void> {
  await tx.db
    .updateTable('deliveries')
    .set({ state: 'cancelled', reason: 'optedOut', settledAt: at })
    .where('residentId', '=', residentId)
    .where('state', '=', 'queued')
    .where('followUpId', 'in', (from) =>
      from
        .selectFrom('followUps')
        .innerJoin('outcomes', 'outcomes.id', 'followUps.outcomeId')
        .select('followUps.id')
        .where('outcomes.consultationId', '=', consultationId),
    )
    .execute();
}

const standing = prepare<{ deliveryId: string }>()((db, p) =>
  db
    .selectFrom('deliveries as delivery')
    .innerJoin('addresses as address', 'address.id', 'delivery.addressId')
    .select(['delivery.residentId', 'address.residentId as holderId'])
    .select((of) =>
      of
        .selectFrom('consents as consent')
        .innerJoin('outcomes as outcome', 'outcome.consultationId', 'consent.consultationId')
        .innerJoin('followUps as followUp', 'followUp.outcomeId', 'outcome.id')
        .select('consent.granted')
        .whereRef('followUp.id', '=', 'delivery.followUpId')
        .whereRef('consent.residentId', '=', 'delivery.residentId')
        .where('consent.kind', '=', 'hearBack')
        .orderBy('consent.at', 'desc')
        .orderBy('consent.id', 'desc')
        .limit(1)
        .as('granted'),
    )
    .where('delivery.id', '=', p('deliveryId')),
);

/**
 * Whether a follow-up may still go to its resident, asked when it is about to: not where they have taken back that they
 * want to hear, nor where their address has become somebody else's. Two turns on PostgreSQL may both have been right
 * when it was planned.
 */
export async function mayBeTold(tx: Tx, deliveryId: string): Promise<boolean> {
  const [found] = await tx.run(standing, { deliveryId });
  return found !== undefined && found.granted !== 0 && found.holderId === found.residentId;
}
