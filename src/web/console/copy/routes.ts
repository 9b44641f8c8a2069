import { type Request, type Response, Router } from 'express';
import { releaseCopy } from '#people/copy.ts';
import type { Services } from '#services.ts';
import { caseById } from '#store/cases-read.ts';
import { notFound } from '#web/errors.ts';
import { type FieldError, readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { checks, releaseForm } from './schema.ts';

const PAGE = '/console/cases/:id/copy';

/** The full copy of somebody's data: a person checks who asks and who else is in it, and only then it is made. */
export function copyRoutes(services: Services): Router {
  const router = Router();

  const asked = async (req: Request) => {
    const found = await caseById(services.store.read, String(req.params.id));
    return found?.kind === 'data' && found.state === 'open' && found.residentId !== null
      ? { caseId: found.id, residentId: found.residentId }
      : null;
  };
  const show = (res: Response, caseId: string, body: unknown, errors: FieldError[]) =>
    res.status(errors.length === 0 ? 200 : 400).render('console/copy/view.njk', {
      section: 'cases',
      caseId,
      checks,
      values: typed(body, [...checks]),
      errors,
    });

  router.get(PAGE, requireRole('admin'), async (req, res, next) => {
    const about = await asked(req);
    if (about === null) return notFound(req, res, next);
    show(res, about.caseId, {}, []);
  });

  // A POST, because it is recorded, and because what it gives must not be behind a link.
  router.post(PAGE, requireRole('admin'), async (req, res, next) => {
    const about = await asked(req);
    if (about === null) return notFound(req, res, next);
    const form = readForm(releaseForm, req.body, res);
    if (!form.ok) return show(res, about.caseId, req.body, form.errors);
    const copy = await releaseCopy(services, { ...about, officerId: signedIn(res).id });
    if (copy === null) return notFound(req, res, next);
    res
      .set('Content-Type', 'application/json; charset=utf-8')
      .set('Content-Disposition', 'attachment; filename="copy-of-your-data.json"')
      .send(`${JSON.stringify(copy, null, 2)}\n`);
  });
  return router;
}
