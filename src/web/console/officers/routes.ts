import { type Response, Router } from 'express';
import { officerRoles } from '#domain/words.ts';
import { addOfficer, listOfficers } from '#people/officers.ts';
import { createSignInLink, signInLinkUrl } from '#people/signInLinks.ts';
import type { Services } from '#services.ts';
import { notFound } from '#web/errors.ts';
import { type FieldError, readForm, typed } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { addForm } from './schema.ts';

export function officersRoutes(services: Services): Router {
  const { store, config } = services;
  const router = Router();

  const show = async (res: Response, body: unknown, errors: FieldError[]) => {
    res.status(errors.length === 0 ? 200 : 400).render('console/officers/view.njk', {
      section: 'officers',
      officers: await listOfficers(store),
      roles: officerRoles,
      values: typed(body, ['name', 'email', 'role']),
      errors,
    });
  };

  /** The link is on this page alone: it is stored as a hash and cannot be shown again. */
  const giveLink = (res: Response, name: string, token: string) =>
    res.render('console/officers/link.njk', {
      section: 'officers',
      name,
      link: signInLinkUrl(config.publicUrl, token),
    });

  router.get('/console/officers', requireRole('admin'), async (_req, res) => {
    await show(res, {}, []);
  });

  router.post('/console/officers', requireRole('admin'), async (req, res) => {
    const form = readForm(addForm, req.body, res);
    if (!form.ok) return show(res, req.body, form.errors);
    const by = signedIn(res).id;
    const officer = await addOfficer(services, form.data, by);
    if (officer === null)
      return show(res, req.body, [{ field: 'email', text: res.locals.t('officers.taken') }]);
    const token = await createSignInLink(services, officer.email, by);
    if (token !== null) giveLink(res, officer.name, token);
  });

  router.post('/console/officers/:id/link', requireRole('admin'), async (req, res, next) => {
    const officer = (await listOfficers(store)).find(({ id }) => id === req.params.id);
    const token =
      officer === undefined ? null : await createSignInLink(services, officer.email, signedIn(res).id);
    if (officer === undefined || token === null) return notFound(req, res, next);
    giveLink(res, officer.name, token);
  });
  return router;
}
