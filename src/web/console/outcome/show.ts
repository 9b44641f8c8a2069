import type { Response } from 'express';
import { type DeliveryState, deliveryStates } from '#domain/words.ts';
import { letterWords } from '#loop/letterWords.ts';
import { personalInOutcome } from '#loop/personal.ts';
import type { Services } from '#services.ts';
import { countedThemes } from '#store/themes-read.ts';
import { mayDo, signedIn } from '#web/middleware/requireRole.ts';
import type { Found } from './found.ts';
import { previewsOf } from './preview.ts';
import { told } from './told.ts';

/** A draft: what it says, what of that may be personal data, who would hear and who not yet, what they would read, and what is missing. */
export async function showDraft(services: Services, res: Response, found: Found): Promise<void> {
  const { store, clock, config } = services;
  const { organisation } = config;
  const [who, themes, personal] = await Promise.all([
    told(services, res, found.outcome),
    countedThemes(store.read, found.outcome.consultationId),
    personalInOutcome(store.read, found.outcome, organisation),
  ]);
  const chosen = new Set(found.outcome.themes.map(({ id }) => id));
  const { outcome, consultation } = found;
  const previews = await previewsOf(store.read, outcome, who.audience, { organisation, now: clock.now() });
  res.render('console/outcome/draft.njk', {
    section: 'outcomes',
    ...found,
    ...who,
    personal,
    undecided: themes.filter(({ id, suggested }) => chosen.has(id) && suggested > 0),
    // Whom a letter greets is not said here: it is a sample for officers who need not see a name.
    previews: previews.map((preview) => ({
      ...preview,
      letter:
        preview.way === 'post' ? letterWords({ ...preview, title: consultation.title, name: null }) : null,
    })),
    mayPublish: mayDo(signedIn(res).role, 'publisher'),
  });
}

/** A published outcome: how telling people goes, and what they answered. */
export function showPublished(res: Response, found: Found): void {
  const byState = inOrder(found.outcome.followUp?.byState ?? []);
  res.render('console/outcome/published.njk', {
    section: 'outcomes',
    ...found,
    byState,
    waiting: byState.some(({ state }) => state === 'queued'),
    mayPublish: mayDo(signedIn(res).role, 'publisher'),
  });
}

/** What people have read on their phones is not changed under them: this says what to do instead. */
export function showLocked(
  res: Response,
  outcome: { id: string; consultationId: string; publishedAt: number | null },
): void {
  res.render('console/outcome/locked.njk', { section: 'outcomes', outcome });
}

/** As a message goes through them. */
function inOrder(counts: { state: DeliveryState; count: number }[]) {
  return deliveryStates.flatMap((state) => counts.filter((one) => one.state === state));
}
