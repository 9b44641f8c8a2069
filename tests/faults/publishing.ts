import { draftOutcome } from '#loop/draft.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';
import { hear } from '#tests/web/high-street.ts';
import { officerOf, Visitor } from '#tests/web/officer.ts';

/** So many residents, by number from `first`, have said that shops are empty, and an outcome about that waits to be published. */
export async function readyToPublish(
  services: Services,
  many: number,
  first = 1,
): Promise<{ outcomeId: string }> {
  for (let phone = first; phone < first + many; phone += 1) {
    await hear(services, {
      phone,
      says: 'Every third window is boarded up and nobody does anything about it.',
      themes: [{ key: 'empty-shops' }],
    });
  }
  const { id: officerId } = await officerOf({ services }, 'publisher');
  const codebook = await themesOf(services.store.read, 'high-street');
  const outcomeId = await draftOutcome(services.store, {
    consultationId: 'high-street',
    kind: 'did',
    youSaid: { en: 'Too many shops are empty.', cy: 'Mae gormod o siopau gwag.' },
    weDid: { en: 'We filled nine empty shops.', cy: 'Llenwyd naw siop wag.' },
    themeIds: codebook.filter(({ key }) => key === 'empty-shops').map(({ id }) => id),
    officerId,
    now: services.clock.now(),
    newId: services.newId,
  });
  return { outcomeId };
}

/** An officer with the page open on which publishing is confirmed. */
export async function aboutToPublish(url: string, outcomeId: string) {
  const visitor = await Visitor.signedIn({ url }, 'publisher');
  const page = `/console/outcomes/${outcomeId}/publish`;
  const { html } = await visitor.get(page);
  const fields = {
    updatedAt: /name="updatedAt" value="(\d+)"/.exec(html)?.[1] ?? '',
    _csrf: /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '',
  };
  return {
    /** The status that was answered; null where nobody answered. */
    confirm: async (): Promise<number | null> => {
      const answer = await visitor.postBare(page, fields).catch(() => null);
      return answer?.status ?? null;
    },
  };
}
