import { draftOutcome } from '#loop/draft.ts';
import { publishOutcome } from '#loop/publish.ts';
import type { Services } from '#services.ts';

/** An officer accepts a theme for what somebody said, and tells people what was done. Returns how many will hear. */
export async function officerPublishes(
  { store, newId, config, nudge, clock, reach }: Services,
  said: string,
): Promise<number> {
  const { id: responseId, consultationId } = await store.read
    .selectFrom('responses')
    .select(['id', 'consultationId'])
    .where('text', '=', said)
    .executeTakeFirstOrThrow();
  const { id: themeId } = await store.read
    .selectFrom('themes')
    .select('id')
    .where('consultationId', '=', consultationId)
    .executeTakeFirstOrThrow();
  const now = clock.now();
  const coding = { id: newId(), responseId, themeId, consultationId };
  await store.turn(({ db }) =>
    db
      .insertInto('codings')
      .values({ ...coding, source: 'officer', decision: 'accepted', createdAt: now })
      .execute(),
  );
  const by = { officerId: null, now, newId };
  const outcomeId = await draftOutcome(store, {
    ...{
      consultationId,
      kind: 'did',
      youSaid: { en: 'Kerbs are high.' },
      weDid: { en: 'kerbs are dropped.' },
    },
    ...{ themeIds: [themeId], ...by },
  });
  const { organisation } = config;
  const done = await publishOutcome(store, { outcomeId, seen: now, organisation, reach, ...by });
  if (!done.published) throw new Error(`It was not published: ${done.why}.`);
  nudge('outbox');
  return done.planned;
}
