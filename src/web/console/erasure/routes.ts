import { type Request, type Response, Router } from 'express';
import { eraseNow } from '#people/eraseNow.ts';
import type { Services } from '#services.ts';
import { caseById } from '#store/cases-read.ts';
import { casesInTheWay } from '#store/erasures.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';

const PAGE = '/console/cases/:id/erase';

/** Somebody asked to be forgotten, and a person decides. */
export function erasureRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();

  const asked = async (req: Request) => {
    const found = await caseById(store.read, String(req.params.id));
    return found?.kind === 'erasure' && found.state === 'open' && found.residentId !== null
      ? { caseId: found.id, residentId: found.residentId }
      : null;
  };
  const show = async (res: Response, about: { caseId: string; residentId: string }) => {
    res.render('console/erasure/view.njk', {
      section: 'cases',
      caseId: about.caseId,
      inTheWay: await casesInTheWay(store.read, about.residentId),
    });
  };

  router.get(PAGE, requireRole('admin'), async (req, res, next) => {
    const about = await asked(req);
    if (about === null) return notFound(req, res, next);
    await show(res, about);
  });

  router.post(PAGE, requireRole('admin'), async (req, res, next) => {
    const about = await asked(req);
    if (about === null) return notFound(req, res, next);
    const { residentId } = about;
    const decided = await eraseNow(services, { residentId, officerId: signedIn(res).id });
    if (decided.kind === 'unknown') return notFound(req, res, next);
    if (decided.kind === 'inTheWay') {
      res.status(409);
      return show(res, about);
    }
    services.nudge('erasing');
    say(req, 'erasure.under');
    res.redirect(303, '/console/cases');
  });
  return router;
}
