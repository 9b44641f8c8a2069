import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type DeliveryState, deliveryStates } from '#domain/words.ts';
import { audienceOf } from '#loop/audience.ts';
import { reviseOutcome } from '#loop/draft.ts';
import { type OutcomeDetail, outcome as outcomeById } from '#loop/outcomes.ts';
import { publishOutcome } from '#loop/publish.ts';
import type { Services } from '#services.ts';
import { consultationById } from '#web/console/consultations.ts';
import {
  type OutcomeFormPage,
  readOutcomeForm,
  showOutcomeForm,
  valuesOf,
} from '#web/console/outcomes/form.ts';
import { say } from '#web/flash.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { missingFrom } from './missing.ts';
import { previewsOf } from './preview.ts';

const section = 'outcomes';

/** One outcome: who would hear of it, changing it, publishing it, and what came of that. */
export function outcomeRoutes(services: Services): Router {
  const { store, clock, newId, config } = services;
  const { organisation } = config;
  const router = Router();

  /** The outcome that the address names, with its consultation; undefined where there is none. */
  const found = async (req: Request<{ id: string }>) => {
    const outcome = await outcomeById(store.read, req.params.id);
    const consultation = outcome && (await consultationById(services, outcome.consultationId));
    return consultation
      ? { outcome, consultation, missing: missingFrom(outcome, consultation.languages) }
      : undefined;
  };

  router.get(
    '/console/outcomes/:id',
    requireRole('viewer'),
    async (req: Request<{ id: string }>, res, next) => {
      const here = await found(req);
      if (here === undefined) return next();
      const mayPublish = mayDo(signedIn(res).role, 'publisher');
      if (here.outcome.state === 'published')
        return res.render('console/outcome/published.njk', {
          section,
          ...here,
          byState: inOrder(here.outcome.followUp?.byState ?? []),
          mayPublish,
        });
      const audience = await audienceOf(store.read, here.outcome);
      const previews = await previewsOf(store.read, here.outcome, audience, {
        organisation,
        now: clock.now(),
      });
      res.render('console/outcome/draft.njk', { section, ...here, audience, previews, mayPublish });
    },
  );

  router.get(
    '/console/outcomes/:id/edit',
    requireRole('publisher'),
    async (req: Request<{ id: string }>, res, next) => {
      const here = await found(req);
      if (here === undefined) return next();
      if (here.outcome.state === 'published') return locked(res, 200, here.outcome);
      await showOutcomeForm(res, store, editPage(here), valuesOf(here.outcome));
    },
  );

  router.post(
    '/console/outcomes/:id/edit',
    requireRole('publisher'),
    async (req: Request<{ id: string }>, res, next) => {
      const here = await found(req);
      if (here === undefined) return next();
      const { outcome } = here;
      if (outcome.state === 'published') return locked(res, 409, outcome);
      const written = await readOutcomeForm(req, res, store, editPage(here));
      if (written === null) return;
      const by = { officerId: signedIn(res).id, now: clock.now(), newId };
      const done = await reviseOutcome(store, { outcomeId: outcome.id, ...written, ...by });
      if (done === 'published') return locked(res, 409, { ...outcome, publishedAt: clock.now() });
      say(req, 'outcome.saved');
      res.redirect(303, `/console/outcomes/${outcome.id}`);
    },
  );

  router.get(
    '/console/outcomes/:id/publish',
    requireRole('publisher'),
    async (req: Request<{ id: string }>, res, next) => {
      const here = await found(req);
      if (here === undefined) return next();
      const page = `/console/outcomes/${here.outcome.id}`;
      if (here.outcome.state === 'published') return res.redirect(page);
      if (here.missing.length > 0) {
        say(req, 'outcome.notReady');
        return res.redirect(page);
      }
      const { people } = await audienceOf(store.read, here.outcome);
      const { sendFrom, sendUntil, sending } = config;
      const count = people.length;
      res.render('console/outcome/publish.njk', { section, ...here, count, sendFrom, sendUntil, sending });
    },
  );

  router.post(
    '/console/outcomes/:id/publish',
    requireRole('publisher'),
    async (req: Request<{ id: string }>, res, next) => {
      const here = await found(req);
      if (here === undefined) return next();
      const { outcome, missing } = here;
      const page = `/console/outcomes/${outcome.id}`;
      const seen = z.object({ updatedAt: z.coerce.number() }).safeParse(req.body).data?.updatedAt;
      if (outcome.state === 'published') say(req, 'outcome.already');
      else if (seen !== outcome.updatedAt) say(req, 'outcome.stale');
      else if (missing.length > 0) say(req, 'outcome.notReady');
      else {
        const by = { officerId: signedIn(res).id, now: clock.now(), newId };
        const done = await publishOutcome(store, { outcomeId: outcome.id, organisation, ...by });
        services.nudge('outbox');
        if (done.published) say(req, 'outcome.done', { count: done.planned });
      }
      res.redirect(303, page);
    },
  );
  return router;
}

/** As a message goes through them. */
function inOrder(counts: { state: DeliveryState; count: number }[]) {
  return deliveryStates.flatMap((state) => counts.filter((one) => one.state === state));
}

function editPage({
  outcome,
  consultation,
}: Pick<OutcomeFormPage, 'consultation'> & { outcome: OutcomeDetail }) {
  const back = `/console/outcomes/${outcome.id}`;
  return { consultation, action: `${back}/edit`, back, titleKey: 'outcome.edit' } as const;
}

/** What people have read on their phones is not changed under them: this says what to do instead. */
function locked(res: Response, status: number, outcome: OutcomeDetail): void {
  res.status(status).render('console/outcome/locked.njk', { section, outcome });
}
