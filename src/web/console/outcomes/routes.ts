import { Router } from 'express';
import { z } from 'zod';
import { notHeardBack } from '#loop/debt.ts';
import { draftOutcome } from '#loop/draft.ts';
import { outcome as outcomeById, outcomes as outcomesOf } from '#loop/outcomes.ts';
import type { Services } from '#services.ts';
import { type Consultation, consultationsOf } from '#web/console/consultations.ts';
import { say } from '#web/flash.ts';
import { mayDo, requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { emptyValues, type OutcomeFormPage, readOutcomeForm, showOutcomeForm } from './form.ts';

/** All outcomes, and writing a new one. */
export function outcomesRoutes(services: Services): Router {
  const { store, clock, newId } = services;
  const router = Router();

  router.get('/console/outcomes', requireRole('viewer'), async (_req, res) => {
    const [all, consultations] = await Promise.all([outcomesOf(store.read, null), consultationsOf(services)]);
    const debts = await Promise.all(
      consultations.map(async ({ id, title }) => ({ title, count: await notHeardBack(store.read, id) })),
    );
    res.render('console/outcomes/list.njk', {
      section: 'outcomes',
      drafts: all.filter(({ state }) => state === 'draft'),
      published: all.filter(({ state }) => state === 'published'),
      debts: debts.filter(({ count }) => count > 0),
      mayWrite: mayDo(signedIn(res).role, 'publisher'),
    });
  });

  router.get('/console/outcomes/new', requireRole('publisher'), async (req, res, next) => {
    const consultations = await consultationsOf(services);
    const asked = req.query.consultation ?? req.query.chosen;
    const consultation =
      consultations.length === 1 ? consultations[0] : consultations.find(({ id }) => id === asked);
    if (consultation === undefined) {
      if (consultations.length === 0) return next();
      const errors =
        asked === undefined ? [] : [{ field: 'consultation', text: res.locals.t('outcome.whichMissing') }];
      res.status(errors.length > 0 ? 400 : 200);
      return res.render('console/outcomes/which.njk', { section: 'outcomes', consultations, errors });
    }
    const earlier = typeof req.query.from === 'string' ? await outcomeById(store.read, req.query.from) : null;
    const themeIds = earlier?.consultationId === consultation.id ? earlier.themes.map(({ id }) => id) : [];
    await showOutcomeForm(res, services, newPage(consultation), emptyValues(consultation, themeIds));
  });

  router.post('/console/outcomes', requireRole('publisher'), async (req, res, next) => {
    const given = z.object({ consultation: z.string() }).safeParse(req.body);
    const consultation = (await consultationsOf(services)).find(({ id }) => id === given.data?.consultation);
    if (consultation === undefined) return next();
    const written = await readOutcomeForm(req, res, services, newPage(consultation));
    if (written === null) return;
    const by = { officerId: signedIn(res).id, now: clock.now(), newId };
    const id = await draftOutcome(store, { consultationId: consultation.id, ...written, ...by });
    say(req, 'outcome.saved');
    res.redirect(303, `/console/outcomes/${id}`);
  });
  return router;
}

function newPage(consultation: Consultation): OutcomeFormPage {
  const list = '/console/outcomes';
  return { consultation, action: list, cancel: list, titleKey: 'outcome.new', seen: null };
}
