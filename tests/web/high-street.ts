import type { ChannelName, ConsentKind, Decision, Language } from '#domain/words.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';

const DAY = 24 * 3_600_000;

export interface Resident {
  /** The last three digits of 07700 900xxx. */
  phone: number;
  says: string;
  themes?: { key: string; decision?: Decision; evidence?: string }[];
  channel?: ChannelName;
  language?: Language | null;
  /** What they said about hearing back; null where they were not asked. */
  hearBack?: boolean | null;
  stopped?: boolean;
  held?: boolean;
}

/** Someone has answered the first question about the high street; gives their resident's and their response's id. */
export async function hear(
  { store, clock, newId, keys, flows }: Services,
  resident: Resident,
): Promise<{ residentId: string; responseId: string }> {
  const { phone, says, themes = [], channel = 'sms', language = 'en', hearBack = true } = resident;
  const version = flows.current.get('high-street');
  if (version === undefined) throw new Error('There is no high-street flow.');
  const at = clock.now() - 3 * DAY + phone * 1000;
  const address = `+447700900${String(phone).padStart(3, '0')}`;
  const consultationId = version.flow.id;
  const [residentId, addressId, responseId] = [newId(), newId(), newId()];
  const codebook = await themesOf(store.read, consultationId);
  const hash = hashAddress(keys, channel, address);
  await store.turn(async ({ db }) => {
    await db.insertInto('residents').values({ id: residentId, language, createdAt: at }).execute();
    await db
      .insertInto('addresses')
      .values({
        id: addressId,
        residentId,
        channel,
        account: 'council',
        hash,
        sealed: sealAddress(keys, address),
        keyId: keys.id,
        createdAt: at,
        lastInboundAt: at,
        blockedAt: null,
        followUpDeliveryId: null,
        followUpAt: null,
      })
      .execute();
    await db
      .insertInto('responses')
      .values({
        id: responseId,
        consultationId,
        conversationId: null,
        residentId,
        flowHash: version.hash,
        stepId: 'now',
        outcomeId: null,
        channel,
        language,
        text: says,
        state: 'complete',
        review: 'new',
        late: 0,
        held: resident.held === true ? 1 : 0,
        themedAt: at,
        createdAt: at,
        completedAt: at,
        reviewedAt: null,
        reviewedBy: null,
      })
      .execute();
    if (resident.stopped === true)
      await db.insertInto('optOuts').values({ addressHash: hash, channel, at }).execute();
    if (hearBack !== null) {
      const kind: ConsentKind = 'hearBack';
      const granted = hearBack ? 1 : 0;
      await db
        .insertInto('consents')
        .values({
          id: newId(),
          residentId,
          consultationId,
          kind,
          granted,
          flowHash: version.hash,
          messageId: null,
          at,
        })
        .execute();
    }
    for (const { key, decision = 'accepted', evidence } of themes) {
      const theme = codebook.find((one) => one.key === key);
      if (theme === undefined) throw new Error(`There is no theme ${key}.`);
      const startAt = evidence === undefined ? null : says.indexOf(evidence);
      await db
        .insertInto('codings')
        .values({
          id: newId(),
          responseId,
          themeId: theme.id,
          consultationId,
          source: 'machine',
          decision,
          startAt,
          endAt: startAt === null || evidence === undefined ? null : startAt + evidence.length,
          confidence: 0.8,
          officerId: null,
          createdAt: at,
          decidedAt: decision === 'suggested' ? null : at,
        })
        .execute();
    }
  });
  return { residentId, responseId };
}
