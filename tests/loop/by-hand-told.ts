import { draftOutcome } from '#loop/draft.ts';
import { publishOutcome } from '#loop/publish.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';

/** Accepts a theme for every response there is, and publishes an outcome about it. */
export async function tellEverybody(services: Services, weDid = 'We put out eleven benches.') {
  const { store, clock, newId, config } = services;
  const [theme] = await themesOf(store.read, 'high-street');
  if (theme === undefined) throw new Error('There are no themes.');
  const responses = await store.read.selectFrom('responses').select('id').execute();
  await store.turn(async ({ db }) => {
    await db.deleteFrom('codings').execute();
    for (const { id: responseId } of responses)
      await db
        .insertInto('codings')
        .values({
          ...{ id: newId(), responseId, themeId: theme.id, consultationId: 'high-street' },
          ...{ source: 'officer', decision: 'accepted', startAt: null, endAt: null, confidence: null },
          ...{ officerId: null, createdAt: clock.now(), decidedAt: clock.now() },
        })
        .execute();
  });
  const by = { officerId: null, now: clock.now(), newId };
  const outcomeId = await draftOutcome(store, {
    ...{ consultationId: 'high-street', kind: 'did', themeIds: [theme.id] },
    ...{ youSaid: { en: 'Nowhere to sit.' }, weDid: { en: weDid }, ...by },
  });
  await publishOutcome(store, { outcomeId, organisation: config.organisation, ...by });
  return outcomeId;
}
