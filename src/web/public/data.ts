import type { Organisation } from '#domain/words.ts';
import type { PublicCount, PublishedOutcome } from '#loop/published.ts';
import { text } from '#texts/text.ts';

/**
 * The published outcomes for anyone to reuse: the words and figures of the public page. Times are ISO 8601 in UTC;
 * a count is null where it is too small to be said.
 */
export function openData(
  outcomes: readonly PublishedOutcome[],
  { publicUrl, organisation }: { publicUrl: string; organisation: Organisation },
) {
  return {
    organisation,
    page: `${publicUrl}/you-said-we-did`,
    note: {
      en: text('en', 'public.dataNote', { few: 5 }),
      cy: text('cy', 'public.dataNote', { few: 5 }),
    },
    outcomes: outcomes.map((outcome) => ({
      id: outcome.id,
      url: `${publicUrl}/you-said-we-did#outcome-${outcome.id}`,
      consultation: { id: outcome.consultationId, title: outcome.title },
      demo: outcome.demo,
      kind: outcome.kind,
      youSaid: outcome.youSaid,
      weDid: outcome.weDid,
      themes: outcome.themes,
      publishedAt: new Date(outcome.publishedAt).toISOString(),
      raised: sayable(outcome.raised),
      told: sayable(outcome.told),
    })),
  };
}

function sayable(count: PublicCount): number | null {
  return typeof count === 'number' ? count : null;
}
