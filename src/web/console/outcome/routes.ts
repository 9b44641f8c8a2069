import { type Response, Router } from 'express';
import { reviseOutcome } from '#loop/draft.ts';
import type { Services } from '#services.ts';
import {
  type OutcomeFormPage,
  readOutcomeForm,
  showOutcomeForm,
  valuesOf,
  valuesSent,
} from '#web/console/outcomes/form.ts';
import { say } from '#web/flash.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { type ById, type Found, foundIn, seenIn } from './found.ts';
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
    await showOutcomeForm(res, services, editPage(found), valuesOf(found.outcome));
  });

  router.post(edit, requireRole('publisher'), async (req: ById, res, next) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const { outcome } = found;
    if (outcome.state === 'published') return showLocked(res.status(409), outcome);
    const seen = seenIn(req.body);
    const written = await readOutcomeForm(req, res, services, editPage(found, seen));
    if (written === null) return;
    const now = clock.now();
    const by = { officerId: signedIn(res).id, now, newId };
    const done = await reviseOutcome(store, { outcomeId: outcome.id, seen, ...written, ...by });
    // Published by a colleague between the look above and now.
    if (done === 'published') return showLocked(res.status(409), { ...outcome, publishedAt: now });
    if (done === 'changed') return showOvertaken(req, res, next);
    say(req, 'outcome.saved');
    res.redirect(303, `/console/outcomes/${outcome.id}`);
  });

  /** What this officer wrote is shown again, and what a colleague wrote stands until they save once more. */
  const showOvertaken = async (req: ById, res: Response, next: () => void) => {
    const found = await foundIn(services, req);
    if (found === null) return next();
    const field = `weDid-${found.consultation.languages[0] ?? 'en'}`;
    res.status(409).locals.errors = [{ field, text: res.locals.t('outcome.overtaken') }];
    await showOutcomeForm(res, services, editPage(found), valuesSent(req.body, found.consultation));
  };

  router.use(publishRoutes(services));
  return router;
}

function editPage({ outcome, consultation }: Found, seen = outcome.updatedAt): OutcomeFormPage {
  const cancel = `/console/outcomes/${outcome.id}`;
  const about = outcome.themes.map(({ id }) => id);
  return { consultation, action: `${cancel}/edit`, cancel, titleKey: 'outcome.edit', seen, about };
}
