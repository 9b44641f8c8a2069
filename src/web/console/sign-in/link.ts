import { type Response, Router } from 'express';
import { PASSWORD_MIN } from '#people/password.ts';
import { type LinkState, readSignInLink, redeemSignInLink } from '#people/signInLinks.ts';
import type { Services } from '#services.ts';
import { readForm, typed } from '#web/form.ts';
import { signIn } from '#web/middleware/officer.ts';
import { firstOfficerForm, officerForm } from './schema.ts';

const VIEW = 'console/sign-in/link.njk';

/** The one-time link. Opening it uses nothing up, because mail scanners and previews open links too: only the form does. */
export function linkRoutes(services: Services): Router {
  const router = Router();

  router.get('/console/sign-in/link', async (req, res) => {
    const link = await readSignInLink(services, tokenFrom(req.query.token));
    if (link.state !== 'first' && link.state !== 'officer') return worthless(res, link.state);
    res.render(VIEW, { link, min: PASSWORD_MIN, values: { name: '', email: '' } });
  });

  router.post('/console/sign-in/link', async (req, res) => {
    const token = tokenFrom(req.query.token);
    const link = await readSignInLink(services, token);
    if (link.state !== 'first' && link.state !== 'officer') return worthless(res, link.state);
    const form =
      link.state === 'first'
        ? readForm(firstOfficerForm, req.body, res)
        : readForm(
            officerForm.transform((given) => ({ ...link, ...given })),
            req.body,
            res,
          );
    if (!form.ok) {
      const values = typed(req.body, ['name', 'email']);
      return res.status(400).render(VIEW, { link, min: PASSWORD_MIN, values, errors: form.errors });
    }
    const officer = await redeemSignInLink(services, token, form.data);
    if (officer === null) return worthless(res, 'used');
    await signIn(req, officer);
    res.redirect(303, '/console');
  });
  return router;
}

function worthless(res: Response, state: Exclude<LinkState['state'], 'first' | 'officer'>): void {
  // 410: it may have been good once, and asking again will not make it so.
  res.status(410).render('console/sign-in/worthless.njk', { state });
}

function tokenFrom(token: unknown): string {
  return typeof token === 'string' ? token : '';
}
