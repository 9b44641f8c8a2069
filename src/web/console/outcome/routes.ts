import { Router } from 'express';
import { reviseOutcome } from '#loop/draft.ts';
import type { Services } from '#services.ts';
import {
  type OutcomeFormPage,
  readOutcomeForm,
  showOutcomeForm,
  valuesOf,
} from '#web/console/outcomes/form.ts';
import { say } from '#web/flash.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, type Found, foundIn } from './found.ts';
import { publishRoutes } from './publish.ts';
import { showDraft, showLocked, showPublished } from './show.ts';

/** One outcome: who would hear of it, changing it, publishing it, and what came of that. */
export function outcomeRoutes(services: Services): Router {
  const { store, clock, newId } = services;
  const router = Router();
  const edit = '/console/outcomes/:id/edit';

  router.get('/console/outcomes/:id', requireRole('viewer'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    if (found.outcome.state === 'published') return showPublished(res, found);
    await showDraft(services, res, found);
  });

  router.get(edit, requireRole('publisher'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    if (found.outcome.state === 'published') return showLocked(res, found.outcome);
    await showOutcomeForm(res, store, editPage(found), valuesOf(found.outcome));
  });

  router.post(edit, requireRole('publisher'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { outcome } = found;
    if (outcome.state === 'published') return showLocked(res.status(409), outcome);
    const written = await readOutcomeForm(req, res, store, editPage(found));
    if (written === null) return;
    const now = clock.now();
    const by = { officerId: signedIn(res).id, now, newId };
    const done = await reviseOutcome(store, { outcomeId: outcome.id, ...written, ...by });
    // Published by a colleague between the look above and now.
    if (done === 'published') return showLocked(res.status(409), { ...outcome, publishedAt: now });
    say(req, 'outcome.saved');
    res.redirect(303, `/console/outcomes/${outcome.id}`);
  });

  router.use(publishRoutes(services));
  return router;
}

function editPage({ outcome, consultation }: Found): OutcomeFormPage {
  const cancel = `/console/outcomes/${outcome.id}`;
  return { consultation, action: `${cancel}/edit`, cancel, titleKey: 'outcome.edit' };
}
